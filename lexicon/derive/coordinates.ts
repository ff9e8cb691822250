/**
 * Derives `coordinates/gazetteers.tsv`: where the lexicon's places are, from two
 * gazetteers. The file is committed; this is how it came about (docs/data.md).
 *
 *     npx tsx lexicon/derive/coordinates.ts GAZETTEER.tsv…
 *
 * Gazetteers: type (country, region, city), country, name, people, latitude, longitude.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntries, type SourceEntry } from '../read-sources';
import { plainLatin } from './same-sound';

const OUT = join(import.meta.dirname, '..', 'coordinates', 'gazetteers.tsv');
/** Of these kinds a point says where they are. */
const KINDS = new Set(['place', 'state', 'facility']);
/** Degrees: two places of one name farther apart are two, and nobody knows which is meant. */
const SAME_PLACE = 0.5;
/** So many times the people of the next of the name: that one is meant. */
const MUCH_LARGER = 4;

interface Point {
  type: string;
  people: number;
  latitude: number;
  longitude: number;
}

const points = new Map<string, Point[]>();
for (const path of process.argv.slice(2)) {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [type = '', country, name = '', people, latitude, longitude] = line.split('\t');
    if (latitude === undefined || longitude === undefined) continue;
    const key = keyOf(country, type === 'country' ? '' : name);
    const point = {
      ...{ type, people: Number(people) || 0 },
      ...{ latitude: Number(latitude), longitude: Number(longitude) },
    };
    points.set(key, [...(points.get(key) ?? []), point]);
  }
}

function keyOf(country: string | undefined, name: string): string {
  const plain = plainLatin(name)
    .toLowerCase()
    .replace(/\b(?:city|governorate|province|district|region|state|county)\b/g, '')
    .replace(/\b(?:al|el|ad|ar|as|ash|at|an|az|the)[ -](?=[a-z])/g, '')
    .replace(/[^a-z]/g, '')
    .replace(/ou/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/ah$/, 'a');
  return `${country} ${plain}`;
}

function pointOf(entry: SourceEntry): Point | null {
  if (entry.kind === 'state') return points.get(keyOf(entry.country, ''))?.[0] ?? null;
  for (const name of entry.en) {
    const key = keyOf(entry.country, name.replace('~', ''));
    if (key.endsWith(' ')) continue;
    const found = points.get(key) ?? [];
    const isRegion = /^(?:Province|Governorate|State|Region)\b/.test(entry.descriptionEn);
    const ofType = found.filter(({ type }) => type === (isRegion ? 'region' : 'city'));
    const chosen = chooseOne(ofType.length > 0 ? ofType : found);
    if (chosen) return chosen;
  }
  return null;
}

/** Null when nobody can tell which of several is meant. */
function chooseOne(found: readonly Point[]): Point | null {
  const [first, ...rest] = [...found].sort((one, other) => other.people - one.people);
  if (first === undefined) return null;
  const others = rest.filter(
    ({ latitude, longitude }) =>
      Math.hypot(latitude - first.latitude, longitude - first.longitude) > SAME_PLACE,
  );
  const next = Math.max(0, ...others.map(({ people }) => people));
  return others.length === 0 || first.people > MUCH_LARGER * Math.max(next, 1)
    ? first
    : null;
}

const entries = readEntries().filter(({ kind }) => KINDS.has(kind));
const lines = entries.flatMap((entry) => {
  const point = pointOf(entry);
  if (point === null) return [];
  const { latitude, longitude } = point;
  return [`${entry.id}\t${latitude.toFixed(2)}\t${longitude.toFixed(2)}`];
});
writeFileSync(
  OUT,
  `# Derived by derive/coordinates.ts from mledoze/countries and dr5hn/countries-states-cities-database (ODbL 1.0) and GeoNames (CC BY 4.0)
# id	latitude	longitude
${lines.sort().join('\n')}
`,
);
const found = new Set(lines.map((line) => line.split('\t')[0]));
process.stdout.write(`${lines.length} of ${entries.length} have a place\n`);
for (const { id, country, en } of entries)
  if (!found.has(id)) process.stderr.write(`${id}\t${country}\t${en[0]}\n`);
