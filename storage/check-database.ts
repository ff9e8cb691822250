/**
 * Looks through notes, versions and articles for rows that are not what they
 * should be, and mends them without deleting any: what was found is set aside in
 * the backup before it is replaced.
 */
import type { Table } from 'dexie';
import type { Note } from '../core/model/note';
import {
  isSoundArticle,
  isSoundNote,
  isSoundVersion,
  mendArticle,
  mendNote,
  mendVersion,
} from '../core/notes/mend-rows';
import type { NoteVersion } from '../core/notes/note-version';
import {
  type BackedUp,
  type BackupDatabase,
  readFact,
  statesOf,
} from './backup-database';
import type { HawashiDatabase } from './database';
import { rowAt, TODAY } from './generations';

/** Rows looked at in one transaction. */
const STEP = 300;
/** Notes looked at at each start: those changed last, in which a crash would show. */
const SAMPLE = 30;

export interface CheckReport {
  /** Milliseconds since the epoch. */
  at: number;
  /** Rows looked at. */
  rows: number;
  /** Rows that were not what they should be, and were set aside and mended. */
  mended: number;
  /** Notes whose article was gone, and versions whose note was. */
  reattached: number;
}

/** Whether the notes changed last are what they should be: takes milliseconds. */
export async function looksSound(db: HawashiDatabase): Promise<boolean> {
  const notes = await db.notes.orderBy('updatedAt').reverse().limit(SAMPLE).toArray();
  if (!notes.every(isSoundNote)) return false;
  const articles = await db.articles.bulkGet(notes.map(({ articleId }) => articleId));
  return articles.every(isSoundArticle);
}

/** Looks at everything, in steps between which others are answered, and mends it. `now` in ms. */
export async function checkDatabase(
  db: HawashiDatabase,
  backup: BackupDatabase,
  now: number,
): Promise<CheckReport> {
  const report: CheckReport = { at: now, rows: 0, mended: 0, reattached: 0 };
  const look = { db, backup, now, report };
  await mendTable(look, 'articles', isSoundArticle, mendArticle);
  await mendTable(look, 'notes', isSoundNote, mendNote);
  await mendTable(look, 'versions', isSoundVersion, mendVersion);
  await eachStep<Note>(db, 'notes', async (notes) => {
    const missing = await absentOf(
      db.articles,
      notes.map(({ articleId }) => articleId),
    );
    for (const id of missing) {
      const kept = await rowAt(backup, { table: 'articles', id, number: TODAY });
      await db.articles.add(isSoundArticle(kept) ? kept : mendArticle(id, kept, now));
      report.reattached++;
    }
  });
  await eachStep<NoteVersion>(db, 'versions', (versions) => reattach(look, versions));
  await backup.facts.put({ key: 'checked', value: report });
  return report;
}

interface Look {
  db: HawashiDatabase;
  backup: BackupDatabase;
  now: number;
  report: CheckReport;
}

async function mendTable<Row extends { id: string }>(
  { db, backup, now, report }: Look,
  name: BackedUp,
  isSound: (row: unknown) => row is Row,
  mend: (id: string, row: unknown, now: number) => Row | null,
): Promise<void> {
  const table: Table<Row, string> = db.table(name);
  await eachStep<Row>(db, name, async (rows) => {
    report.rows += rows.length;
    for (const row of rows) {
      if (isSound(row)) continue;
      const { id } = row as Row;
      const kept = await lastSound(backup, name, id, isSound);
      const whole = kept ?? mend(id, row, now);
      await setAside(backup, { table: name, id, row, at: now });
      if (whole === null) continue;
      await table.put(whole);
      report.mended++;
    }
  });
}

/** The backup may have heard of the damage already: the last state from before it. */
async function lastSound<Row>(
  backup: BackupDatabase,
  table: BackedUp,
  id: string,
  isSound: (row: unknown) => row is Row,
): Promise<Row | null> {
  const states = await statesOf(backup, table, id).reverse().toArray();
  for (const { since } of states) {
    const row = await rowAt(backup, { table, id, number: since });
    if (isSound(row)) return row;
  }
  return null;
}

function setAside(
  backup: BackupDatabase,
  found: { table: BackedUp; id: string; row: unknown; at: number },
): Promise<void> {
  const { table, id, row } = found;
  return backup.transaction('rw', backup.damaged, async () => {
    const before = await backup.damaged.where({ table, id }).toArray();
    if (before.some((one) => JSON.stringify(one.row) === JSON.stringify(row))) return;
    await backup.damaged.add(found);
  });
}

/** Versions whose note is gone, though the reader did not delete it: the note is made of the last of them. */
async function reattach(
  { db, backup, report }: Look,
  versions: readonly NoteVersion[],
): Promise<void> {
  const missing = new Set(
    await absentOf(
      db.notes,
      versions.map(({ noteId }) => noteId),
    ),
  );
  for (const id of missing) {
    if ((await backup.gone.get(['notes', id])) !== undefined) continue;
    const own = versions.filter((one) => one.noteId === id && isSoundVersion(one));
    const last = own.toSorted((a, b) => a.updatedAt - b.updatedAt).at(-1);
    if (last === undefined) continue;
    const kept = await rowAt(backup, { table: 'notes', id, number: TODAY });
    await db.notes.add(isSoundNote(kept) ? kept : { ...last.note, id });
    report.reattached++;
  }
}

async function absentOf(
  table: { bulkGet(ids: string[]): PromiseLike<unknown[]> },
  ids: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
  const rows = await table.bulkGet(wanted);
  return wanted.filter((_, index) => rows[index] === undefined);
}

async function eachStep<Row extends { id: string }>(
  db: HawashiDatabase,
  name: BackedUp,
  step: (rows: Row[]) => Promise<void>,
): Promise<void> {
  const table: Table<Row, string> = db.table(name);
  for (let after = ''; ; ) {
    const rows = await table.where('id').above(after).limit(STEP).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    await step(rows);
    after = last.id;
  }
}

/** What the last look through everything has found. */
export async function lastCheck(backup: BackupDatabase): Promise<CheckReport | null> {
  return ((await readFact(backup, 'checked')) as CheckReport | undefined) ?? null;
}
