/** What the reader threw away: shown, and let go for good. */
import type { Article } from '../core/model/article';
import { type Note, quoteOf } from '../core/model/note';
import { passDay, type TrashDays } from '../core/notes/trash-days';
import { spell } from '../core/text/spelling';
import type { HawashiDatabase } from './database';
import { dropReviews } from './review/keep-review';

/** In the table of facts about the database. */
const KEY = 'trash-days';

export interface TrashedNote {
  note: Note;
  /** On which it was written; null when that is not kept. */
  article: Article | null;
}

export interface Trash {
  /** The last thrown away first. */
  notes: TrashedNote[];
  /** How many were found, of which `notes` are the first. */
  total: number;
}

/** The trash; with a query, what has each of its words in quote, words or tags, in any spelling. */
export async function readTrash(
  db: HawashiDatabase,
  { query = '', limit }: { query?: string; limit: number },
): Promise<Trash> {
  const words = query
    .split(/\s+/)
    .map(spell)
    .filter((word) => word !== '');
  const fitting = (await inTrash(db).sortBy('deletedAt')).reverse().filter((note) => {
    const text = spell(textOf(note));
    return words.every((word) => text.includes(word));
  });
  const notes = fitting.slice(0, limit);
  const articles = await db.articles.bulkGet(notes.map(({ articleId }) => articleId));
  return {
    notes: notes.map((note, index) => ({ note, article: articles[index] ?? null })),
    total: fitting.length,
  };
}

function textOf(note: Note): string {
  return [quoteOf(note) ?? '', note.body, ...note.tags].join('\n');
}

/** Notes that are not in the trash have no number there, which is no key of the index. */
function inTrash(db: HawashiDatabase) {
  return db.notes.where('deletedAt').aboveOrEqual(0);
}

/**
 * Lets a note of the trash go for good, with its earlier words and its review; or all that were
 * thrown away until `at` (ms). What is not in the trash stays. Gives their number.
 */
export function purgeNotes(
  db: HawashiDatabase,
  { what, at }: { what: { noteId: string } | { all: true }; at: number },
): Promise<number> {
  const { notes, versions, places, meta } = db;
  return db.transaction('rw', notes, versions, places, meta, async () => {
    const gone = await inTrash(db)
      .filter(
        ({ id, deletedAt }) =>
          ('all' in what || id === what.noteId) && (deletedAt ?? 0) <= at,
      )
      .primaryKeys();
    await letGo(db, gone);
    return gone.length;
  });
}

/** Lets go what was long enough in the trash (`core/notes/trash-days.ts`). `now` in ms. Gives the number of notes. */
export function emptyOldTrash(db: HawashiDatabase, now: number): Promise<number> {
  const { notes, versions, places, meta } = db;
  return db.transaction('rw', notes, versions, places, meta, async () => {
    const kept = (await db.meta.get(KEY))?.value;
    const before = isTrashDays(kept) ? kept : null;
    const passed = passDay(before, await inTrash(db).toArray(), now);
    if (passed === null) return 0;
    await db.meta.put({ key: KEY, value: passed.days });
    await letGo(db, passed.gone);
    return passed.gone.length;
  });
}

async function letGo(db: HawashiDatabase, noteIds: readonly string[]): Promise<void> {
  await db.notes.bulkDelete([...noteIds]);
  await db.places.bulkDelete([...noteIds]);
  await dropReviews(db, noteIds);
  for (const noteId of noteIds) await db.versions.where({ noteId }).delete();
}

/** Written by this code only, but perhaps restored from an old backup. */
function isTrashDays(value: unknown): value is TrashDays {
  if (typeof value !== 'object' || value === null) return false;
  const { count, at, seen } = value as Partial<TrashDays>;
  return typeof count === 'number' && typeof at === 'number' && Array.isArray(seen);
}
