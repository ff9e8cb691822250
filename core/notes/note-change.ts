import type { Note } from '../model/note';

/** What the reader makes of a note; what is not named stays. */
export type NoteChange = Partial<Pick<Note, 'body' | 'colour' | 'tags' | 'target'>>;

/** The change after which the note is again what it is. */
export function changeBack(note: Note, change: NoteChange): NoteChange {
  const { body, colour, tags, target } = note;
  return {
    ...(change.body !== undefined && { body }),
    ...(change.colour !== undefined && { colour }),
    ...(change.tags !== undefined && { tags }),
    ...(change.target !== undefined && { target }),
  };
}
