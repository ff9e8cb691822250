import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawWorld, type Place, type World } from './draw-world';

const world = createRequire(import.meta.url)('world-atlas/countries-110m.json') as World;
const FRAME = { width: 400, height: 280, margin: 24, zoom: 1, around: null };
const BAGHDAD: Place = [33.3, 44.4];
const BASRA: Place = [30.5, 47.8];
const WASHINGTON: Place = [38.9, -77];

it('draws land, and places where they are to each other', () => {
  const { land, borders, points } = drawWorld(world, [BAGHDAD, BASRA], FRAME);
  expect(land).toMatch(/^M/);
  expect(borders).toMatch(/^M/);
  const [[x = 0, y = 0] = [], [otherX = 0, otherY = 0] = []] = points;
  expect(otherX).toBeGreaterThan(x);
  expect(otherY).toBeGreaterThan(y);
});

it('shows a single place in the middle of its surroundings', () => {
  const [[x = 0, y = 0] = []] = drawWorld(world, [BAGHDAD], FRAME).points;
  expect(Math.abs(x - 200)).toBeLessThan(5);
  expect(Math.abs(y - 140)).toBeLessThan(15);
});

it('keeps the chosen place in the middle when it comes closer', () => {
  const places = [BAGHDAD, WASHINGTON];
  const frame = { ...FRAME, zoom: 4, around: BAGHDAD };
  const [[x = 0, y = 0] = [], [farX = 0] = []] = drawWorld(world, places, frame).points;
  expect([Math.round(x), Math.round(y)]).toEqual([200, 140]);
  expect(farX).toBeLessThan(0);
});

it('has every place within the picture, wherever they are', () => {
  const place = fc.tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), (places) => {
      for (const [x, y] of drawWorld(world, places, FRAME).points) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(FRAME.width + 1);
        expect(y).toBeGreaterThanOrEqual(-1);
        expect(y).toBeLessThanOrEqual(FRAME.height + 1);
      }
    }),
    {
      numRuns: 40,
      // The equator bulges beyond the corners of the places.
      examples: [
        [
          [
            [-40, 0],
            [40, 0],
            [0, -160],
          ],
        ],
      ],
    },
  );
});
