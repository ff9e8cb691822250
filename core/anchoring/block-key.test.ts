import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import { blockKey, sharedBlocks } from './block-key';

const TEXT = 'first\n\nsecond one\n\nthird';

describe('blockKey', () => {
  it('is of the block and of those around it', () => {
    const whole = blockKey(TEXT, 7, 17);
    expect(blockKey(TEXT, 9, 12)).toBe(whole);
    expect(sharedBlocks(whole, blockKey('FIRST\n\nsecond  one\n\nthird', 8, 12))).toBe(3);
    expect(sharedBlocks(whole, blockKey('first\n\nother\n\nthird', 8, 9))).toBe(2);
    expect(sharedBlocks(whole, blockKey('x\n\nfirst\n\nsecond one\n\ny', 10, 12))).toBe(
      2,
    );
  });

  it('takes all blocks of a longer passage as one', () => {
    expect(sharedBlocks(blockKey(TEXT, 2, 9), blockKey(TEXT, 0, 17))).toBe(3);
  });

  it('is short, whatever the text and the offsets', () => {
    const units = fc.string({ unit: fc.oneof(anyUnit, fc.constant('\n')) });
    fc.assert(
      fc.property(units, fc.nat(20), fc.nat(20), (text, one, other) => {
        const start = Math.min(one, other, text.length);
        const key = blockKey(text, start, Math.min(Math.max(one, other), text.length));
        expect(key.length).toBeLessThanOrEqual(23);
        expect(sharedBlocks(key, key)).toBe(3);
      }),
    );
  });

  it('has no blocks in common with what is no key', () => {
    expect(sharedBlocks('no key', blockKey(TEXT, 0, 1))).toBe(0);
  });
});
