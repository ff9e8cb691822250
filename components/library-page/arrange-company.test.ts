import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeCompany,
  type Companion,
  NAME_LINE,
  nameBoxOf,
  type Size,
  strongestLinks,
} from './arrange-company';

const middle: Companion = { radius: 22, nameWidth: 90 };
const others = (count: number, nameWidth = 80): Companion[] =>
  Array.from({ length: count }, (_, at) => ({ radius: 20 - (at % 14), nameWidth }));
const toMiddle = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ from: 0, to: at + 1, articles: 30 - at }));

const companion = fc.record({
  radius: fc.integer({ min: 5, max: 24 }),
  nameWidth: fc.integer({ min: 0, max: 180 }),
});
const size: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 40, max: 1100 }),
  height: fc.integer({ min: 40, max: 560 }),
});
const drawn = fc.array(companion, { minLength: 1, maxLength: 25 }).chain((companions) =>
  fc.tuple(
    fc.constant(companions),
    fc.array(
      fc.record({
        from: fc.nat(companions.length - 1),
        to: fc.nat(companions.length - 1),
        articles: fc.integer({ min: 1, max: 20_000 }),
      }),
      { maxLength: 60 },
    ),
    size,
  ),
);

describe('company in a picture', () => {
  it('stands within it, the one asked for in the middle, the same for the same input', () => {
    fc.assert(
      fc.property(drawn, ([companions, links, room]) => {
        const placed = arrangeCompany(companions, links, room);
        expect(placed[0]).toMatchObject({ x: room.width / 2, y: room.height / 2 });
        for (const { x, y } of placed) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(room.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(room.height);
        }
        expect(arrangeCompany(companions, links, room)).toEqual(placed);
      }),
      { numRuns: 60 },
    );
  });

  it('has no name on another name or on a circle, nor beyond the edge', () => {
    fc.assert(
      fc.property(drawn, ([companions, links, room]) => {
        const placed = arrangeCompany(companions, links, room);
        const named = placed.filter(({ isNamed }) => isNamed);
        for (const one of named) {
          const box = nameBoxOf(one);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(room.width);
          expect(box.bottom).toBeLessThanOrEqual(room.height);
          for (const other of placed.filter((body) => body !== one)) {
            const isOnCircle =
              box.left < other.x + other.radius &&
              other.x - other.radius < box.right &&
              box.top < other.y + other.radius &&
              other.y - other.radius < box.bottom;
            expect(isOnCircle).toBe(false);
          }
          for (const other of named.filter((body) => body !== one)) {
            const { left, right, top } = nameBoxOf(other);
            const isApart =
              right <= box.left ||
              box.right <= left ||
              Math.abs(top - box.top) >= NAME_LINE;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a telephone', 16, { width: 328, height: 440 }],
    ['a wide window', 24, { width: 700, height: 520 }],
  ])('has room for all names on %s', (_, count, room) => {
    const placed = arrangeCompany([middle, ...others(count)], toMiddle(count), room);
    expect(placed.filter(({ isNamed }) => !isNamed)).toEqual([]);
  });

  it('puts those near one another that are often together', () => {
    const groups = [1, 2, 3].flatMap((from) =>
      [1, 2, 3].flatMap((to) =>
        from < to
          ? [
              { from, to, articles: 30 },
              { from: from + 3, to: to + 3, articles: 30 },
            ]
          : [],
      ),
    );
    const placed = arrangeCompany(
      [middle, ...others(6, 40)],
      [...toMiddle(6), ...groups],
      { width: 600, height: 400 },
    );
    const distance = (a: number, b: number) =>
      Math.hypot(
        (placed[a]?.x ?? 0) - (placed[b]?.x ?? 0),
        (placed[a]?.y ?? 0) - (placed[b]?.y ?? 0),
      );
    const inside = [distance(1, 2), distance(2, 3), distance(4, 5), distance(5, 6)];
    const across = [distance(1, 4), distance(2, 5), distance(3, 6), distance(1, 6)];
    const mean = (all: number[]) => all.reduce((a, b) => a + b) / all.length;
    expect(mean(inside)).toBeLessThan(mean(across));
  });
});

it('of each its strongest links are drawn', () => {
  const all = [0, 1, 2, 3].flatMap((from) =>
    [1, 2, 3].flatMap((to) => (from < to ? [{ from, to, articles: from + to }] : [])),
  );
  expect(strongestLinks(all, 1)).toEqual([
    { from: 2, to: 3, articles: 5 },
    { from: 1, to: 3, articles: 4 },
    { from: 0, to: 3, articles: 3 },
  ]);
});
