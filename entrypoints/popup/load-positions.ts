import * as v from 'valibot';
import type { Position } from '@/core/export/export-format';
import { readOwnJson } from '../background/own-files';

/** By id: latitude and longitude, made by `npm run build:lexicon`. */
const Places = v.record(v.string(), v.tuple([v.number(), v.number()]));

/** Where the lexicon's places are. */
export async function readPlaces(): Promise<Map<string, [number, number]>> {
  return new Map(Object.entries(v.parse(Places, await readOwnJson('/places.json'))));
}

/** The same for a file of export. Without the file, which is ours, nothing has a place. */
export async function loadPositions(): Promise<(entityId: string) => Position | null> {
  const places = await readPlaces().catch(() => null);
  return (entityId) => {
    const place = places?.get(entityId);
    return place === undefined ? null : [place[1], place[0]];
  };
}
