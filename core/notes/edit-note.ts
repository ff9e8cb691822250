/** Changes that fit many notes: tags, colour, the trash. */
import type { Note, NoteColour } from '../model/note';
import { nextChangeTime } from './merge-note';

/** What becomes of one note; what is not named stays. */
export interface NoteEdit {
  noteId: string;
  colour?: NoteColour;
  tags?: string[];
  /** Into the trash, or out of it. */
  deleted?: boolean;
}

/** The note after it, changed `at` (ms); null when that changes nothing, or the note was changed later. */
export function editNote(note: Note, edit: NoteEdit, at: number): Note | null {
  if (at < note.updatedAt || isSo(note, edit)) return null;
  const { colour, tags, deleted } = edit;
  return {
    ...note,
    ...(colour !== undefined && { colour }),
    ...(tags !== undefined && { tags }),
    ...(deleted !== undefined && {
      deletedAt: deleted ? (note.deletedAt ?? at) : null,
    }),
    updatedAt: nextChangeTime(note.updatedAt, at),
  };
}

function isSo(note: Note, { colour, tags, deleted }: NoteEdit): boolean {
  return (
    (colour === undefined || colour === note.colour) &&
    (tags === undefined || JSON.stringify(tags) === JSON.stringify(note.tags)) &&
    (deleted === undefined || deleted === (note.deletedAt !== null))
  );
}

/** The edit that makes the note again what it is. */
export function undoingEdit(note: Note, edit: NoteEdit): NoteEdit {
  return {
    noteId: note.id,
    ...(edit.colour !== undefined && { colour: note.colour }),
    ...(edit.tags !== undefined && { tags: note.tags }),
    ...(edit.deleted !== undefined && { deleted: note.deletedAt !== null }),
  };
}
