import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Position } from '@/core/export/export-format';

/** By id: latitude and longitude, made by `npm run build:lexicon`. */
const Places = v.record(v.string(), v.tuple([v.number(), v.number()]));

/** Where the lexicon's places are. Without the file, which is ours, nothing has a place. */
export async function loadPositions(): Promise<(entityId: string) => Position | null> {
  const address = browser.runtime.getURL('/places.json');
  const file: unknown = await fetch(address)
    .then((response) => response.json())
    .catch(() => ({}));
  const read = v.safeParse(Places, file);
  const places = new Map(read.success ? Object.entries(read.output) : []);
  return (entityId) => {
    const place = places.get(entityId);
    return place === undefined ? null : [place[1], place[0]];
  };
}
