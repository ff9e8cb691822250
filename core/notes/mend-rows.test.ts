import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote, NOTE_ID, THEN } from '@/test/make-note';
import {
  isSoundArticle,
  isSoundNote,
  isSoundVersion,
  mendArticle,
  mendNote,
  mendVersion,
} from './mend-rows';

/** A sound note with some of its fields replaced by anything. */
const damaged = fc
  .tuple(fc.dictionary(fc.constantFrom(...Object.keys(makeNote())), fc.anything()))
  .map(([change]) => ({ ...makeNote(), ...change }));

describe('a row that was damaged', () => {
  it('becomes a sound one, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.anything()), (row) => {
        expect(isSoundNote(mendNote(NOTE_ID, row, THEN))).toBe(true);
        expect(isSoundArticle(mendArticle('a', row, THEN))).toBe(true);
        const version = mendVersion('v', { noteId: NOTE_ID, note: row }, THEN);
        expect(isSoundVersion(version)).toBe(true);
      }),
    );
  });

  it('keeps all that was sound of it', () => {
    const note = makeNote({ tags: ['a'], deletedAt: THEN });
    expect(mendNote(NOTE_ID, note, 1)).toEqual(note);
    const { colour: _, ...rest } = note;
    expect(mendNote(NOTE_ID, rest, 1)).toEqual({ ...note, colour: 'yellow' });
    const odd = { ...note, target: { type: 'passage', selector: 5 }, tags: ['a', 5] };
    expect(mendNote(NOTE_ID, odd, 1)).toEqual({ ...note, target: { type: 'article' } });
  });

  it('is no version when it does not say of what', () => {
    expect(mendVersion('v', { note: makeNote() }, THEN)).toBeNull();
  });
});
