import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import { wordsLost } from './words-lost';

const anyWords = fc.oneof(
  fc.string({ unit: anyUnit, maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', 'س', '\ud83d\ude00'),
    maxLength: 20,
  }),
);

describe('wordsLost', () => {
  it.each([
    ['went on writing', 'My th', 'My thoughts', ''],
    ['put words before', 'cat', 'The cat', ''],
    ['put words in between', 'the cat sat', 'the old cat sat', ''],
    ['finished a word in between', 'my th on it', 'my thoughts on it', ''],
    ['wrote around it', 'cat', 'The cat sat', ''],
    ['took a space away', 'over all', 'overall', ''],
    ['nothing', 'same', 'same', ''],
    ['only spaces at the edge', ' cat\n', 'cat', ''],
    ['erased the last word', 'the cat sat', 'the cat', 'sat'],
    ['erased in the middle', 'the old cat', 'the cat', 'old'],
    ['erased half a word', 'the cathedral', 'the cat', 'cathedral'],
    ['mended a word', 'I saw teh cat', 'I saw the cat', 'teh'],
    ['wrote into a word', 'helo world', 'hello world', 'helo'],
    ['changed a word, in Arabic', 'بغداد تعلن الحداد', 'بغداد أعلنت الحداد', 'تعلن'],
    ['erased all', 'من كتب', '', 'من كتب'],
    ['changed both ends', 'one two three', 'One two Three', 'one two three'],
    ['changed half of a pair', 'x \ud83d\ude00 y', 'x \ud83d\ude01 y', '\ud83d\ude00'],
  ])('%s', (_, earlier, later, lost) => {
    expect(wordsLost(earlier, later)).toBe(lost);
  });

  it('loses no word: each stands in what follows or in the result', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (earlier, later) => {
        const places = [later, wordsLost(earlier, later)];
        for (const word of earlier.trim().split(/\s+/)) {
          expect(places.some((place) => place.includes(word))).toBe(true);
        }
      }),
    );
  });

  it('takes whole words out of the earlier text, and no more than went', () => {
    fc.assert(
      fc.property(anyWords, anyWords, anyWords, (head, went, tail) => {
        const lost = wordsLost(`${head} ${went} ${tail}`, `${head} ${tail}`);
        const words = `${head} ${went} ${tail}`.trim().split(/\s+/);
        if (lost !== '') {
          for (const word of lost.split(/\s+/)) expect(words).toContain(word);
        }
        expect(lost.length).toBeLessThanOrEqual(longestWord(words) * 2 + went.length + 2);
      }),
    );
  });
});

function longestWord(words: readonly string[]): number {
  return Math.max(...words.map(({ length }) => length));
}
