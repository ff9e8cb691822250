import { expect, it } from 'vitest';
import { readCoordinates } from './read-coordinates';
import { readEntries } from './read-sources';

const coordinates = readCoordinates();
const entries = new Map(readEntries().map((entry) => [entry.id, entry]));

it('places entries of the lexicon, and no others', () => {
  const placed = [...coordinates.keys()];
  expect(placed.filter((id) => !entries.has(id))).toEqual([]);
  const kinds = new Set(placed.map((id) => entries.get(id)?.kind));
  expect([...kinds].sort()).toEqual(['facility', 'place', 'state']);
});

it('knows all states', () => {
  const states = [...entries.values()].filter(({ kind }) => kind === 'state');
  const lost = states.filter(({ id }) => !coordinates.has(id)).map(({ id }) => id);
  expect(lost).toEqual([]);
});

it.each([
  ['place/baghdad', 33.3, 44.4],
  ['place/gaza', 31.5, 34.5],
  ['place/tripoli', 32.9, 13.2],
  ['place/jerusalem', 31.8, 35.2],
  ['place/red-sea', 21, 38],
  ['state/iraq', 33, 44],
])('knows where %s is', (id, latitude, longitude) => {
  const [north, east] = coordinates.get(id) ?? [0, 0];
  expect(Math.abs(north - latitude)).toBeLessThan(1);
  expect(Math.abs(east - longitude)).toBeLessThan(1);
});
