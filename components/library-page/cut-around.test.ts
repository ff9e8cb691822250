import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAround } from './cut-around';

/** Without a half of a character. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text);

describe('a text cut around what was found', () => {
  it('is the text itself when that is short', () => {
    const spans = [{ start: 4, end: 7 }];
    expect(cutAround('the dam broke', spans)).toEqual({ text: 'the dam broke', spans });
  });

  it('starts with a whole word a little before', () => {
    const text = `${'word '.repeat(100)}the dam broke`;
    const start = text.indexOf('dam');
    const cut = cutAround(text, [{ start, end: start + 3 }]);
    expect(cut.text).toMatch(/^… word .*the dam broke$/);
    expect(cut.text.length).toBeLessThan(90);
  });

  it('always has the first word found, where it says, and no half characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 900 }),
        fc.nat(900),
        fc.integer({ min: 1, max: 20 }),
        (text, at, length) => {
          const whole = `${text}${'ش'.repeat(at)}`;
          const start = Math.min(at, whole.length);
          const end = Math.min(start + length, whole.length);
          fc.pre(start < end && isWhole(whole.slice(start, end)));
          fc.pre(isWhole(whole));
          const cut = cutAround(whole, [{ start, end }]);
          const [span] = cut.spans;
          expect(cut.text.slice(span?.start, span?.end)).toBe(whole.slice(start, end));
          expect(isWhole(cut.text)).toBe(true);
        },
      ),
    );
  });
});
