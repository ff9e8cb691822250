import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runToEnd } from '../text/steps';
import * as inSteps from './align-sequences';

const alignSequences = (a: readonly number[], b: readonly number[]) =>
  runToEnd(inSteps.alignSequences(a, b));

const few = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
const many = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 120 });

describe('two sequences', () => {
  test.each([
    ['few values', few],
    ['many values', many],
  ])('are lined up by equal elements, in order: %s', (_, sequence) => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        let last = -1;
        for (const [at, partner] of alignSequences(a, b).entries()) {
          if (partner < 0) continue;
          expect(b[partner]).toBe(a[at]);
          expect(partner).toBeGreaterThan(last);
          last = partner;
        }
      }),
    );
  });

  test('lose nothing when elements were only put in', () => {
    fc.assert(
      fc.property(many, fc.array(fc.nat(), { maxLength: 40 }), (a, places) => {
        const b = a.slice();
        for (const place of places) b.splice(place % (b.length + 1), 0, 1_000);
        expect([...alignSequences(a, b)]).not.toContain(-1);
        expect([...alignSequences(a, a)]).toEqual(a.map((_, at) => at));
      }),
    );
  });

  // Without an element that stands once, nothing lines them up but the shortest edit.
  test('of a few values over and over are lined up by the shortest edit', () => {
    fc.assert(
      fc.property(few, few, (a, b) => {
        const sequences = [a, b].map((one) => one.flatMap((value) => [value, value]));
        const [twiceA = [], twiceB = []] = sequences;
        const common = alignSequences(twiceA, twiceB).filter((at) => at >= 0).length;
        expect(common).toBe(longestCommon(twiceA, twiceB));
      }),
      { numRuns: 60 },
    );
  });

  test('with more edits than are looked for at once are lined up piece by piece', () => {
    const a = Array.from({ length: 6_000 }, (_, at) => (at * at + (at >> 3)) % 3);
    const b = a.filter((_, at) => at % 4 !== 0);
    const partners = alignSequences(a, b);
    expect(partners.filter((at) => at >= 0).length).toBeGreaterThan(0.9 * b.length);
    expect([...alignSequences([1, 1, 1], [])]).toEqual([-1, -1, -1]);
  });
});

function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const value of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(
        value === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
