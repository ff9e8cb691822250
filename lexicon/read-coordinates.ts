/**
 * Where the lexicon's places are: `coordinates/*.tsv`, of an id the latitude and
 * the longitude in degrees. What is written by hand goes before what was derived.
 */
import { join } from 'node:path';
import { readLines } from './read-sources';

const FOLDER = join(import.meta.dirname, 'coordinates');

/** By id: latitude and longitude. */
export function readCoordinates(): Map<string, [number, number]> {
  return new Map(['gazetteers', 'by-hand'].flatMap(readPoints));
}

function readPoints(name: string): [string, [number, number]][] {
  return readLines(join(FOLDER, `${name}.tsv`)).map(({ line, where }) => {
    const [id = '', ...degrees] = line.split('\t');
    const [latitude = Number.NaN, longitude = Number.NaN] = degrees.map(Number);
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
      throw new Error(`${where}: no place on the earth`);
    return [id, [latitude, longitude]];
  });
}
