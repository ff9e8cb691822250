import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, hashUnits } from '../../text/hash-text';
import { findHash } from './find-hash';

describe('findHash', () => {
  const hash = fc.integer({ min: 0, max: 0xffff_ffff });
  // Hashes lie evenly; nothing may depend on it.
  const crowded = fc.integer({ min: 0, max: 200 });

  it.each([
    ['even', hash],
    ['crowded at one end', crowded],
    ['both', fc.oneof(hash, crowded)],
  ])('finds what is there and nothing else, where hashes lie %s', (_, any) => {
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 300 }), any, (list, other) => {
        const sorted = Uint32Array.from(list).sort();
        for (const [at, one] of sorted.entries()) expect(findHash(sorted, one)).toBe(at);
        expect(findHash(sorted, other)).toBe(sorted.indexOf(other));
      }),
    );
  });
});

it('hashes a part of a text as the part alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, part, after) => {
      const from = before.length;
      expect(hashUnits(before + part + after, from, from + part.length, 2)).toBe(
        hashText(part, 2),
      );
    }),
  );
});
