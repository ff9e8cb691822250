import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTags } from './add-tags';

/** Any UTF-16 units, with commas, white space and hashes among them. */
const anyTyped = fc
  .array(
    fc.oneof(
      fc.constantFrom(',', '،', ' ', '#', '\u00a0'),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 200 },
  )
  .map((units) => units.join(''));

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
      fc.property(anyTyped, (typed) => {
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
