import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARGIN, type Placing, placeBox, type Rectangle } from './place-box';

const line = (left: number, top: number, width = 80, height = 20): Rectangle => ({
  ...{ left, top, right: left + width, bottom: top + height },
});
const placing = (change: Partial<Placing>): Placing => ({
  lines: [line(300, 200)],
  box: { width: 200, height: 100 },
  viewport: { width: 800, height: 600 },
  side: 'bottom',
  edge: 'left',
  ...change,
});

const lines = fc.array(
  fc
    .tuple(
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: -3000, max: 3000 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 60 }),
    )
    .map(([left, top, width, height]) => line(left, top, width, height)),
  { minLength: 1, maxLength: 8 },
);
const anyPlacing = fc.record({
  lines,
  box: fc.record({
    width: fc.integer({ min: 1, max: 340 }),
    height: fc.integer({ min: 1, max: 300 }),
  }),
  viewport: fc.record({
    width: fc.integer({ min: 356, max: 2000 }),
    height: fc.integer({ min: 316, max: 2000 }),
  }),
  side: fc.constantFrom('top' as const, 'bottom' as const),
  edge: fc.constantFrom('left' as const, 'right' as const, 'centre' as const),
});

describe('placeBox', () => {
  it('never leaves the viewport when the box fits into it', () => {
    fc.assert(
      fc.property(anyPlacing, (any) => {
        const { x, y } = placeBox(any);
        expect(x).toBeGreaterThanOrEqual(MARGIN);
        expect(y).toBeGreaterThanOrEqual(MARGIN);
        expect(x + any.box.width).toBeLessThanOrEqual(any.viewport.width - MARGIN);
        expect(y + any.box.height).toBeLessThanOrEqual(any.viewport.height - MARGIN);
      }),
    );
  });

  it('leaves a line of words free wherever one side has room', () => {
    const oneLine = anyPlacing.chain((any) =>
      fc
        .integer({ min: 0, max: any.viewport.height - 20 })
        .map((top) => ({ ...any, lines: [line(100, top)] })),
    );
    fc.assert(
      fc.property(oneLine, (any) => {
        const [words] = any.lines;
        if (!words) return;
        const room = Math.max(words.top, any.viewport.height - words.bottom);
        fc.pre(room >= any.box.height + 2 * MARGIN);
        const { y } = placeBox(any);
        expect(y >= words.bottom || y + any.box.height <= words.top).toBe(true);
      }),
    );
  });

  it.each([
    ['below', { side: 'bottom' as const }, { x: 300, y: 228 }],
    ['above', { side: 'top' as const }, { x: 300, y: 92 }],
    ['above, for want of room below', { lines: [line(300, 550)] }, { x: 300, y: 442 }],
    [
      'below, for want of room above',
      { side: 'top' as const, lines: [line(300, 30)] },
      { x: 300, y: 58 },
    ],
    ['from the right edge', { edge: 'right' as const }, { x: 180, y: 228 }],
    ['over the middle', { edge: 'centre' as const }, { x: 240, y: 228 }],
    [
      'below the last of several lines',
      { lines: [line(600, 200), line(10, 220)] },
      { x: 10, y: 248 },
    ],
    [
      'above the first of several lines',
      { side: 'top' as const, lines: [line(500, 200), line(10, 220)] },
      { x: 500, y: 92 },
    ],
    [
      'by the part on the screen of words longer than it',
      { side: 'top' as const, lines: [line(10, -400), line(90, 300), line(10, 900)] },
      { x: 90, y: 192 },
    ],
    [
      'at the margin when it is larger than the viewport',
      { box: { width: 900, height: 700 } },
      { x: 8, y: 8 },
    ],
  ])('goes %s', (_, change, expected) => {
    expect(placeBox(placing(change))).toEqual(expected);
  });
});
