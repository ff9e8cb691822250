/** The notes of the backup, back into the main database. */
import type { Article } from '../core/model/article';
import type { Note } from '../core/model/note';
import type { NoteVersion } from '../core/notes/note-version';
import { type BackupDatabase, statesOf } from './backup-database';
import { addCounts, type BroughtCounts, bringBack, NOTHING_BROUGHT } from './bring-back';
import type { HawashiDatabase } from './database';
import { rowAt, rowsAt, TODAY } from './generations';

export interface RestoreWish {
  token: string;
  /** The number of a generation; by default what was written last. */
  number?: number;
  now: () => number;
  /** The reader asked for it. */
  asked?: true;
  onStep?: (counts: BroughtCounts) => void;
}

/**
 * Brings all notes of the backup back, in steps between which others are
 * answered. What the reader deleted for good is not in the backup. May be
 * interrupted and repeated.
 */
export async function restoreBackup(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { token, number = TODAY, now, asked, onStep = () => {} }: RestoreWish,
): Promise<BroughtCounts> {
  let counts = NOTHING_BROUGHT;
  const isOurs = async (id: string) =>
    (await statesOf(backup, 'articles', id).limit(1).count()) > 0;
  await eachStep(backup, 'notes', number, async (rows) => {
    const notes = rows as Note[];
    const articles = await articlesOf(backup, notes, number);
    const piece = { ...NOTHING, articles, notes, isOurs };
    counts = addCounts(
      counts,
      await bringBack(db, backup, { piece, token, asked, now: now() }),
    );
    onStep(counts);
  });
  await eachStep(backup, 'versions', number, async (rows) => {
    const piece = { ...NOTHING, versions: rows as NoteVersion[], isOurs };
    await bringBack(db, backup, { piece, token, asked, now: now() });
  });
  return counts;
}

/** What the backup does not have is found again by reading. */
const NOTHING = { articles: [], notes: [], versions: [], entities: [], sightings: [] };

async function eachStep(
  backup: BackupDatabase,
  table: 'notes' | 'versions',
  number: number,
  step: (rows: unknown[]) => Promise<void>,
): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const read: Awaited<ReturnType<typeof rowsAt>> = await rowsAt(backup, table, {
      number,
      after,
    });
    if (read.rows.length > 0) await step(read.rows);
    after = read.last;
  }
}

async function articlesOf(
  backup: BackupDatabase,
  notes: readonly Note[],
  number: number,
): Promise<Article[]> {
  const ids = [...new Set(notes.map(({ articleId }) => articleId))];
  const table = 'articles';
  const rows = await Promise.all(ids.map((id) => rowAt(backup, { table, id, number })));
  return rows.filter((row) => row !== undefined) as Article[];
}
