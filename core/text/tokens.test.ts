import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokens';

const words = (text: string) =>
  tokenise(text).map(({ start, end }) => text.slice(start, end));

/** Any UTF-16 units, lone surrogates among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

describe('tokenise', () => {
  it.each([
    ['وصل إلى بغداد، اليوم.', ['وصل', 'إلى', 'بغداد', '،', 'اليوم', '.']],
    ['#عاصي_الحلاني', ['#', 'عاصي', '_', 'الحلاني']],
    ['الـBBC قالت', ['الـ', 'BBC', 'قالت']],
    ['مُحَمَّد بْن سَلْمان', ['مُحَمَّد', 'بْن', 'سَلْمان']],
    ["Iran's al-Quds", ['Iran', "'s", 'al', '-', 'Quds']],
    ["in Sana'a at 10.5%", ['in', "Sana'a", 'at', '10.5', '%']],
    ['the U.S. and G20', ['the', 'U.S.', 'and', 'G20']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('remembers line breaks, which no name crosses', () => {
    expect(tokenise('أ\nب ت').map(({ lineStart }) => lineStart)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('gives sorted, disjoint, non-empty spans for any string', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        let last = 0;
        for (const { start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
