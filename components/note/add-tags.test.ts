import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTags } from './add-tags';

describe('addTags', () => {
  it.each([
    ['a tag', [], 'one', ['one']],
    ['several at once', ['kept'], 'one, two', ['kept', 'one', 'two']],
    ['those between Arabic commas', [], 'سياسة، اقتصاد', ['سياسة', 'اقتصاد']],
    ['none twice', ['one'], 'one', ['one']],
    ['none of nothing', ['one'], ' ،, ', ['one']],
    ['a hash as habit writes it', [], '#one', ['one']],
  ])('adds %s', (_, tags, typed, expected) => {
    expect(addTags(tags, typed)).toEqual(expected);
  });

  it('keeps what was there, and adds only what a list of tags can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const tags = addTags(['kept'], typed);
        expect(tags[0]).toBe('kept');
        expect(new Set(tags).size).toBe(tags.length);
        for (const tag of tags) {
          expect(tag).toBe(tag.trim());
          expect(tag).not.toMatch(/^$|[,،]/);
          expect(tag.length).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
