import { atPlaceOf, sayTheSame } from '../core/import/imported-file';
import type { Note } from '../core/model/note';
import { mergeNote } from '../core/notes/merge-note';
import { foldVersion, type NoteVersion } from '../core/notes/note-version';
import type { BackupDatabase } from './backup-database';
import type { HawashiDatabase } from './database';
import { versionsOfNotes } from './notes';

/** Notes looked up at once; between steps others are answered. */
const STEP = 500;

export interface Conflict {
  here: Note;
  incoming: Note;
}

export interface Comparison {
  /** Not here. */
  added: Note[];
  /** Written on: what is here stands in them, or was so before. */
  changed: Conflict[];
  /** Written on here and there: whichever stands, words of the other would go into a version. */
  conflicting: Conflict[];
  /** Here, or an earlier state of what is here. */
  same: Note[];
  /** The reader deleted them for good. */
  gone: Note[];
}

/**
 * What taking these notes would do. `versions` are theirs, as they come along.
 * `onStep` is told how many were compared; false from it ends the work with null.
 */
export async function compareNotes(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { notes, versions }: { notes: readonly Note[]; versions: readonly NoteVersion[] },
  onStep: (done: number) => boolean = () => true,
): Promise<Comparison | null> {
  const found: Comparison = {
    added: [],
    changed: [],
    conflicting: [],
    same: [],
    gone: [],
  };
  const theirs = new Map<string, NoteVersion[]>();
  for (const version of versions) {
    const own = theirs.get(version.noteId);
    if (own === undefined) theirs.set(version.noteId, [version]);
    else own.push(version);
  }
  for (let from = 0; from < notes.length; from += STEP) {
    if (!onStep(from)) return null;
    const some = notes.slice(from, from + STEP);
    const ids = some.map(({ id }) => id);
    const kept = await db.notes.bulkGet(ids);
    const gone = await backup.gone.bulkGet(ids.map((id) => ['notes', id]));
    const differing: Conflict[] = [];
    for (const [index, note] of some.entries()) {
      const here = kept[index];
      if (here === undefined) {
        found[gone[index] ? 'gone' : 'added'].push(note);
        continue;
      }
      const incoming = atPlaceOf(here, note);
      if (sayTheSame(here, incoming)) found.same.push(incoming);
      else differing.push({ here, incoming });
    }
    const differingIds = differing.map(({ here }) => here.id);
    const ours = differing.length === 0 ? [] : await versionsOfNotes(db, differingIds);
    for (const pair of differing) {
      const { id } = pair.here;
      const own = ours.filter(({ noteId }) => noteId === id);
      const kind = judge(pair, [...own, ...(theirs.get(id) ?? [])]);
      if (kind === 'same') found.same.push(pair.incoming);
      else found[kind].push(pair);
    }
  }
  return found;
}

function judge(
  { here, incoming }: Conflict,
  versions: readonly NoteVersion[],
): 'same' | 'changed' | 'conflicting' {
  const { note, superseded } = mergeNote(here, incoming);
  const standing = note === here ? 'same' : 'changed';
  if (superseded === null) return standing;
  // What a version shows already is an earlier state, and no other one.
  const lost = foldVersion(versions, { superseded, standing: note, now: 0, newId: '' });
  return lost === null ? standing : 'conflicting';
}
