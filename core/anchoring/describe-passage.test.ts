import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import { splitsPair } from './code-points';
import { CONTEXT_LENGTH, describePassage } from './describe-passage';

describe('describePassage', () => {
  it('keeps the passage with 64 units on each side', () => {
    const text = `${'a'.repeat(100)}passage${'b'.repeat(100)}`;
    expect(describePassage(text, 100, 107)).toMatchObject({
      exact: 'passage',
      prefix: 'a'.repeat(64),
      suffix: 'b'.repeat(64),
      start: 100,
      end: 107,
    });
  });

  it('keeps what there is at the edges of the text', () => {
    expect(describePassage('one two', 0, 7)).toMatchObject({
      exact: 'one two',
      prefix: '',
      suffix: '',
      start: 0,
      end: 7,
    });
  });

  it('keeps the place in the document when there is one', () => {
    expect(describePassage('one', 0, 3)).not.toHaveProperty('path');
    expect(describePassage('one', 0, 3, 'p[2]').path).toBe('p[2]');
  });

  it('takes a pair of surrogates whole, in the passage and in its context', () => {
    const text = `😀${'a'.repeat(63)}x😀y${'b'.repeat(63)}😀`;
    const at = text.indexOf('x') + 2;
    const selector = describePassage(text, at, at);
    expect(selector.exact).toBe('😀');
    expect(selector.prefix).toBe(`${'a'.repeat(63)}x`);
    expect(describePassage(text, 65, 66).prefix).toBe('a'.repeat(63));
    const last = text.indexOf('y') + 1;
    expect(describePassage(text, last - 1, last).suffix).toBe('b'.repeat(63));
  });

  it('is consistent for any offsets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyUnit }),
        fc.oneof(fc.integer(), fc.double()),
        fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double()),
        (text, one, other) => {
          const { exact, prefix, suffix, start, end } = describePassage(text, one, other);
          expect(text.slice(start, end)).toBe(exact);
          expect(text.slice(0, start).endsWith(prefix)).toBe(true);
          expect(text.slice(end).startsWith(suffix)).toBe(true);
          expect(prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
          expect(suffix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
          for (const edge of [start, end, start - prefix.length, end + suffix.length]) {
            expect(splitsPair(text, edge)).toBe(false);
          }
        },
      ),
    );
  });
});
