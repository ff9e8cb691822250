import Dexie from 'dexie';
import type { Note, NoteDraft } from '../core/model/note';
import { mergeNote, nextChangeTime } from '../core/notes/merge-note';
import { foldVersion, type NoteVersion } from '../core/notes/note-version';
import { ensureArticle, identityTables, type KeyedFacts } from './articles';
import type { HawashiDatabase } from './database';
import { NoSuchRecordError, type StorageFailure } from './failure';
import { watchQuery } from './watch-query';

/**
 * Writes what the reader wrote. Repeating it changes nothing; of two states of
 * one note the later change stands (`core/notes/merge-note.ts`), and words that
 * give way are kept in a version (`core/notes/note-version.ts`). A note changed after it was deleted
 * comes back: the reader was writing in it.
 *
 * Resolves once the disk has it, to the note as it now stands.
 */
export function saveNote(
  db: HawashiDatabase,
  draft: NoteDraft,
  article: KeyedFacts,
): Promise<Note> {
  const tables = [...identityTables(db), db.notes, db.versions];
  return db.transaction('rw', tables, async () => {
    const kept = await db.notes.get(draft.id);
    if (kept !== undefined) {
      const incoming = { ...draft, articleId: kept.articleId, deletedAt: null };
      return (await mergeInto(db, kept, incoming, article.now)).note;
    }
    const { id: articleId } = await ensureArticle(db, article);
    const note: Note = { ...draft, articleId, deletedAt: null };
    await db.notes.add(note);
    return note;
  });
}

/**
 * Puts a note into the trash or takes it out. `at` (ms) is when the reader did
 * it: an older wish than the note's last change is answered with the note as it
 * stands (senders use `nextChangeTime`, lest a clock set back makes them old).
 * Throws {@link NoSuchRecordError}.
 */
export function setNoteDeleted(
  db: HawashiDatabase,
  { noteId, deleted, at }: { noteId: string; deleted: boolean; at: number },
): Promise<Note> {
  return db.transaction('rw', db.notes, async () => {
    const kept = await db.notes.get(noteId);
    if (kept === undefined) throw new NoSuchRecordError(`no note ${noteId}`);
    const isSo = (kept.deletedAt !== null) === deleted;
    const since = kept.deletedAt ?? kept.updatedAt;
    // What is so already takes the later time, so that an earlier act that is still on its way does not undo it.
    if (at < since || (isSo && at === since)) return kept;
    const note: Note = {
      ...kept,
      deletedAt: deleted ? at : null,
      // Later than the last words, so that a late copy of them does not undo this.
      updatedAt: nextChangeTime(kept.updatedAt, at),
    };
    await db.notes.put(note);
    return note;
  });
}

/** The notes of an article that are not in the trash, in the order in which they were made. */
export async function notesOfArticle(
  db: HawashiDatabase,
  articleId: string,
): Promise<Note[]> {
  const notes = await db.notes.where({ articleId }).sortBy('createdAt');
  return notes.filter((note) => note.deletedAt === null);
}

/** The earlier states of these notes, in no order. */
export function versionsOfNotes(
  db: HawashiDatabase,
  noteIds: readonly string[],
): PromiseLike<NoteVersion[]> {
  return db.versions
    .where('[noteId+updatedAt]')
    .inAnyRange(
      noteIds.map((id) => [
        [id, Dexie.minKey],
        [id, Dexie.maxKey],
      ]),
    )
    .toArray();
}

/** Calls `listener` with the notes of an article, now and after each change. */
export function watchNotesOfArticle(
  db: HawashiDatabase,
  articleId: string,
  listener: (notes: Note[]) => void,
  onFailure: (failure: StorageFailure) => void,
  signal: AbortSignal,
): void {
  watchQuery(db, () => notesOfArticle(db, articleId), { listener, onFailure, signal });
}

/** Calls `listener` with the earlier states of an article's notes, by note, now and after each change. */
export function watchVersionsOfArticle(
  db: HawashiDatabase,
  articleId: string,
  listener: (versions: Map<string, NoteVersion[]>) => void,
  onFailure: (failure: StorageFailure) => void,
  signal: AbortSignal,
): void {
  const read = async () => {
    const ids = await db.notes.where({ articleId }).primaryKeys();
    const byNote = new Map<string, NoteVersion[]>();
    for (const version of await versionsOfNotes(db, ids)) {
      byNote.set(version.noteId, [...(byNote.get(version.noteId) ?? []), version]);
    }
    return byNote;
  };
  watchQuery(db, read, { listener, onFailure, signal });
}

/**
 * Puts what becomes of a kept note and another state of it, `now` in ms. Joins a
 * transaction over notes and versions.
 */
export async function mergeInto(
  db: HawashiDatabase,
  kept: Note,
  incoming: Note,
  now: number,
): Promise<{ note: Note; isChanged: boolean }> {
  const { note, superseded } = mergeNote(kept, incoming);
  let isChanged = note !== kept;
  if (superseded !== null) {
    const versions = await db.versions.where({ noteId: note.id }).toArray();
    const newId = crypto.randomUUID();
    const version = foldVersion(versions, { superseded, standing: note, now, newId });
    if (version !== null) await db.versions.put(version);
    isChanged ||= version !== null;
  }
  // The note goes last: if it is there, so are the words that it replaced.
  if (note !== kept) await db.notes.put(note);
  return { note, isChanged };
}
