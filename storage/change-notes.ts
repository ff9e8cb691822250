/** Changes that the reader makes to many notes at once. */
import { editNote, type NoteEdit } from '../core/notes/edit-note';
import type { HawashiDatabase } from './database';
import { mergeInto } from './notes';

/**
 * Makes these changes, all or none; a note that is so already, is gone, or was
 * changed after `at` (ms, when the reader did it) stays as it is. Tags that go
 * are kept in a version, as with any change. Gives how many notes changed.
 */
export function changeNotes(
  db: HawashiDatabase,
  { edits, at }: { edits: readonly NoteEdit[]; at: number },
): Promise<number> {
  return db.transaction('rw', db.notes, db.versions, async () => {
    const kept = await db.notes.bulkGet(edits.map(({ noteId }) => noteId));
    let changed = 0;
    for (const [index, edit] of edits.entries()) {
      const note = kept[index];
      const edited = note && editNote(note, edit, at);
      if (!edited) continue;
      await mergeInto(db, note, edited, at);
      changed += 1;
    }
    return changed;
  });
}
