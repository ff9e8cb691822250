import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { readWords } from './read-words';
import { compareSketches, MOST_HASHES, sketchWords } from './sketch';

const sketch = (text: string) => sketchWords(runToEnd(readWords(text)));
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${(from + at).toString(36)}x`).join(
    ' ',
  );

describe('a sketch', () => {
  it('tells exactly what short texts share', () => {
    const { firstInSecond, secondInFirst } = compareSketches(
      sketch(numbered(0, 103)),
      sketch(numbered(50, 103)),
    );
    expect(firstInSecond).toBe(0.5);
    expect(secondInFirst).toBe(1);
  });

  it('tells nearly what long texts share', () => {
    const { firstInSecond, secondInFirst, sample } = compareSketches(
      sketch(numbered(0, 2_003)),
      sketch(numbered(500, 2_503)),
    );
    expect(sample).toBeGreaterThan(MOST_HASHES / 2);
    expect(firstInSecond).toBeGreaterThan(0.62);
    expect(firstInSecond).toBeLessThan(0.88);
    expect(Math.abs(firstInSecond - secondInFirst)).toBeLessThan(0.1);
  });

  it('never grows, and counts what it leaves out', () => {
    const { hashes, shingles } = sketch(numbered(0, 5_003));
    expect(hashes.length).toBe(MOST_HASHES);
    expect(shingles).toBeGreaterThan(4_990);
  });

  it('of a text inside another is contained whole, and shares stay between 0 and 1', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'قال', 'من'), {
      maxLength: 600,
    });
    fc.assert(
      fc.property(words, words, (inner, outer) => {
        const whole = sketch([...outer, ...inner].join(' '));
        const part = sketch(inner.join(' '));
        const overlap = compareSketches(part, whole);
        if (overlap.sample > 0) expect(overlap.firstInSecond).toBe(1);
        const other = compareSketches(sketch(outer.join(' ')), part);
        for (const share of [other.firstInSecond, other.secondInFirst]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
