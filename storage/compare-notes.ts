import type { Note } from '../core/model/note';
import { mergeNote } from '../core/notes/merge-note';
import type { BackupDatabase } from './backup-database';
import type { HawashiDatabase } from './database';

export interface Comparison {
  /** Not here. */
  added: Note[];
  /** Here with other words, of which all would be kept. */
  changed: Note[];
  same: number;
  /** The reader deleted them for good. */
  gone: Note[];
}

/** What bringing these notes back would do. */
export async function compareNotes(
  db: HawashiDatabase,
  backup: BackupDatabase,
  notes: readonly Note[],
): Promise<Comparison> {
  const found: Comparison = { added: [], changed: [], same: 0, gone: [] };
  const ids = notes.map(({ id }) => id);
  const kept = await db.notes.bulkGet(ids);
  const gone = await backup.gone.bulkGet(ids.map((id) => ['notes', id]));
  for (const [index, incoming] of notes.entries()) {
    const here = kept[index];
    if (here === undefined) found[gone[index] ? 'gone' : 'added'].push(incoming);
    else {
      const { note, superseded } = mergeNote(here, incoming);
      if (note === here && superseded === null) found.same++;
      else found.changed.push(incoming);
    }
  }
  return found;
}
