import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { type ArticleText, createFingerprint } from './create-fingerprint';
import type { NamedInText } from './names-of';
import { packFingerprint, unpackFingerprint } from './pack-fingerprint';
import { openTermFrequencies } from './term-frequencies';

const frequencies = openTermFrequencies();
const print = (article: ArticleText) => runToEnd(createFingerprint(article, frequencies));

const name: fc.Arbitrary<NamedInText> = fc.record({
  id: fc.string(),
  kind: fc.constantFrom('actor', 'place'),
  name: fc.string({ unit: 'binary', maxLength: 40 }),
  count: fc.integer({ min: 1, max: 50 }),
  first: fc.nat(10_000),
});

describe('a packed fingerprint', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 2_000 }),
        fc.array(name, { maxLength: 30 }),
        fc.option(fc.constantFrom('1969-03-01', '2020-03-31T05:00:00Z'), {
          nil: undefined,
        }),
        (title, text, names, published) => {
          const one = print({ title, text, names, published });
          expect(unpackFingerprint(packFingerprint(one))).toEqual(one);
        },
      ),
    );
  });

  it('stays within two kilobytes for a long report full of names and figures', () => {
    const text = Array.from(
      { length: 3_000 },
      (_, at) =>
        `كلمة${String.fromCharCode(0x628 + (at % 18), 0x62f + ((at * 7) % 20), 0x641 + (at % 9))} ${at * 37} في 2${at % 9} مارس 20${10 + (at % 10)}`,
    ).join(' ');
    const names = Array.from({ length: 40 }, (_, at) => ({
      id: `per/${at}`,
      kind: 'actor' as const,
      name: `عبد الرحمن بن عبد العزيز ${at}`,
      count: 4,
      first: at,
    }));
    const one = print({ title: text.slice(0, 100), text, names });
    expect(packFingerprint(one).length).toBeLessThanOrEqual(2_048);
  });

  it('refuses other versions and bytes cut short', () => {
    const bytes = packFingerprint(print({ title: 'a', text: 'one two three four five' }));
    expect(() => unpackFingerprint(bytes.subarray(0, bytes.length - 9))).toThrow(
      RangeError,
    );
    expect(() => unpackFingerprint(Uint8Array.from([99, ...bytes.subarray(1)]))).toThrow(
      RangeError,
    );
    expect(() => unpackFingerprint(new Uint8Array())).toThrow(RangeError);
  });
});
