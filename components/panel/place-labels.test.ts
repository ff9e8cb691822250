import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './place-labels';

const SIZE = { width: 400, height: 300 };

it('puts a name beside its point, and on the other side at the edge', () => {
  const points = [
    { x: 100, y: 100, radius: 5, name: 'Baghdad' },
    { x: 390, y: 200, radius: 5, name: 'Basra' },
  ];
  expect(placeLabels(points, SIZE)).toMatchObject([
    { index: 0, anchor: 'start' },
    { index: 1, anchor: 'end' },
  ]);
});

it('lets the weightier have the room, also that of a lesser point', () => {
  const points = [
    { x: 200, y: 100, radius: 8, name: 'Baghdad' },
    { x: 203, y: 104, radius: 4, name: 'A suburb with a long name' },
  ];
  expect(placeLabels(points, SIZE).map(({ index }) => index)).toEqual([0]);
});

it('never covers one name with another, nor leaves the picture', () => {
  const point = fc.record({
    ...{ x: fc.integer({ min: -50, max: 450 }), y: fc.integer({ min: -50, max: 350 }) },
    ...{ radius: fc.integer({ min: 4, max: 18 }), name: fc.string({ maxLength: 30 }) },
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const labels = placeLabels(points, SIZE);
      const boxes = labels.map(({ index, x, y, anchor }) => {
        const width = (points[index]?.name.length ?? 0) * 7.2;
        return {
          from: anchor === 'start' ? x : x - width,
          to: anchor === 'start' ? x + width : x,
          y,
        };
      });
      for (const [at, one] of boxes.entries()) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(SIZE.width);
        for (const other of boxes.slice(at + 1))
          expect(
            one.to <= other.from ||
              other.to <= one.from ||
              Math.abs(one.y - other.y) >= 16,
          ).toBe(true);
      }
    }),
  );
});
