import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approximateSearch } from './approximate-search';

/** The fewest errors with which the pattern stands anywhere, by the whole table. */
function fewestErrors(text: string, pattern: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let least = pattern.length;
  for (const unit of text.split('')) {
    const next = [0];
    for (let row = 1; row <= pattern.length; row++) {
      const change = pattern[row - 1] === unit ? 0 : 1;
      next.push(
        Math.min(
          (column[row - 1] ?? 0) + change,
          (column[row] ?? 0) + 1,
          (next[row - 1] ?? 0) + 1,
        ),
      );
    }
    column = next;
    least = Math.min(least, column[pattern.length] ?? 0);
  }
  return least;
}

describe('approximateSearch', () => {
  it('finds the places with the fewest errors', () => {
    const letters = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 120 }),
        fc.string({ unit: letters, minLength: 1, maxLength: 80 }),
        fc.nat(60),
        (text, pattern, most) => {
          const least = fewestErrors(text, pattern);
          const matches = approximateSearch(text, pattern, most);
          if (text === '') return;
          expect(matches.length > 0).toBe(least <= Math.min(most, pattern.length));
          for (const { start, end, errors } of matches) {
            expect(errors).toBe(least);
            expect(fewestErrors(text.slice(start, end), pattern)).toBe(least);
          }
        },
      ),
    );
  });
});
