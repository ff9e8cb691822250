import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote, NOTE_ID, THEN } from '../../test/make-note';
import { NOTE_COLOURS } from '../model/note';
import { editNote, type NoteEdit, undoingEdit } from './edit-note';

const edits: fc.Arbitrary<NoteEdit> = fc.record(
  {
    noteId: fc.constant(NOTE_ID),
    colour: fc.constantFrom(...NOTE_COLOURS),
    tags: fc.array(fc.constantFrom('dam', 'ماء', 'x'), { maxLength: 3 }),
    deleted: fc.boolean(),
  },
  { requiredKeys: ['noteId'] },
);
const states = fc.record({
  colour: fc.constantFrom(...NOTE_COLOURS),
  tags: fc.array(fc.constantFrom('dam', 'ماء', 'x'), { maxLength: 3 }),
  deletedAt: fc.constantFrom(null, THEN),
});

describe('an edit', () => {
  it('twice is once, and its undoing gives back what was there', () => {
    fc.assert(
      fc.property(states, edits, (state, edit) => {
        const note = makeNote(state);
        const after = editNote(note, edit, THEN + 5);
        if (after === null) return;
        expect(editNote(after, edit, THEN + 5)).toBeNull();
        const back = editNote(after, undoingEdit(note, edit), after.updatedAt + 5);
        const { colour, tags, deletedAt } = back ?? after;
        expect({ colour, tags, isThere: deletedAt === null }).toEqual({
          ...{ colour: state.colour, tags: state.tags },
          isThere: state.deletedAt === null,
        });
      }),
    );
  });

  it('does not touch what was changed later', () => {
    const note = makeNote({ updatedAt: THEN + 9 });
    expect(editNote(note, { noteId: NOTE_ID, deleted: true }, THEN + 8)).toBeNull();
  });
});
