import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeMonths } from './arrange-months';

const at = (year: number, month: number) => new Date(year, month - 1, 15).getTime();

describe('spans of time', () => {
  it('are months when these are few, those without anything too', () => {
    expect(arrangeMonths([at(2020, 3), at(2019, 12), at(2020, 3)])).toEqual([
      { from: '2019-12', to: '2019-12', count: 1 },
      { from: '2020-01', to: '2020-01', count: 0 },
      { from: '2020-02', to: '2020-02', count: 0 },
      { from: '2020-03', to: '2020-03', count: 2 },
    ]);
    expect(arrangeMonths([])).toEqual([]);
  });

  it('are at most 24, follow on one another and lose nothing', () => {
    const moments = fc.array(fc.integer({ min: at(1900, 1), max: at(2100, 1) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(moments, (all) => {
        const spans = arrangeMonths(all);
        expect(spans.length).toBeLessThanOrEqual(24);
        expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        for (const [index, { from, to }] of spans.entries()) {
          expect(from <= to).toBe(true);
          expect(index === 0 || (spans[index - 1]?.to ?? '') < from).toBe(true);
        }
      }),
    );
  });
});
