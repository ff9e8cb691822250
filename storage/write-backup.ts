/** From the main database into the backup: what is due, or everything, in steps between which others are answered. */
import {
  type BackedUp,
  type BackupDatabase,
  currentGeneration,
  readFact,
  statesOf,
  toState,
} from './backup-database';
import type { HawashiDatabase } from './database';
import { type Due, readDue, settleDue } from './track-changes';

/** Rows at once. */
const STEP = 200;

interface Row {
  id: string;
}

/** Writes all that is due; resolves to the number of rows it has looked at. `now` in ms. */
export async function writeDue(
  db: HawashiDatabase,
  backup: BackupDatabase,
  now: () => number,
): Promise<number> {
  let count = 0;
  for (;;) {
    const { due, present, absent } = await readDueRows(db);
    if (due.length === 0) return count;
    await writeRows(backup, { present, absent, at: now() });
    await settleDue(db, due);
    count += due.length;
  }
}

/**
 * Compares all notes, versions and their articles with the backup and writes
 * what it lacks: after the backup was lost, after a migration, and now and then.
 */
export async function writeAll(
  db: HawashiDatabase,
  backup: BackupDatabase,
  now: () => number,
): Promise<void> {
  for (const table of ['notes', 'versions'] as const) {
    for (let after = ''; ; ) {
      const ids = await db
        .table<Row, string>(table)
        .where('id')
        .above(after)
        .limit(STEP)
        .primaryKeys();
      const last = ids.at(-1);
      if (last === undefined) break;
      const wanted = ids.map((id) => ({ value: { table, id } }));
      const { present } = await readRows(db, wanted);
      // What went meanwhile is due by itself.
      await writeRows(backup, { present, absent: [], at: now() });
      after = last;
    }
  }
}

/**
 * In one transaction: a database that is lost between the two would seem to have
 * deleted what is due, and the backup would forget it.
 */
function readDueRows(db: HawashiDatabase) {
  const { articles, notes, versions, meta } = db;
  return db.transaction('r', [articles, notes, versions, meta], async () => {
    const due = await readDue(db, STEP);
    return { due, ...(await readRows(db, due)) };
  });
}

type Present = [table: BackedUp, row: Row][];

/** The rows as they stand now, and the articles of those that are notes. */
async function readRows(
  db: HawashiDatabase,
  wanted: readonly { value: Pick<Due['value'], 'table' | 'id'> }[],
): Promise<{ present: Present; absent: [BackedUp, string][] }> {
  const present: Present = [];
  const absent: [BackedUp, string][] = [];
  const { articles, notes, versions } = db;
  await db.transaction('r', [articles, notes, versions], async () => {
    const articleIds = new Set<string>();
    for (const table of ['notes', 'versions', 'articles'] as const) {
      const ids = wanted.flatMap(({ value }) => (value.table === table ? value.id : []));
      if (ids.length === 0) continue;
      const rows = await db.table<Row | undefined, string>(table).bulkGet(ids);
      for (const [index, row] of rows.entries()) {
        if (row === undefined) absent.push([table, ids[index] ?? '']);
        else if (table !== 'articles') present.push([table, row]);
        const { articleId } = (row ?? {}) as { articleId?: unknown };
        if (table === 'notes' && typeof articleId === 'string') articleIds.add(articleId);
      }
    }
    for (const article of await articles.bulkGet([...articleIds])) {
      if (article !== undefined) present.push(['articles', article]);
    }
  });
  return { present, absent };
}

/** Writes those rows that the backup does not have so, and forgets the absent. `at` in ms. */
export async function writeRows(
  backup: BackupDatabase,
  { present, absent, at }: { present: Present; absent: [BackedUp, string][]; at: number },
): Promise<void> {
  const { states, gone, generations, facts, damaged, restores } = backup;
  const tables = [states, gone, generations, facts, damaged, restores];
  await backup.transaction('rw', tables, async () => {
    const since = await currentGeneration(backup);
    // Asked all at once: one after the other they take ten times as long.
    const lasts = await Promise.all(
      present.map(([table, { id }]) => statesOf(backup, table, id).last()),
    );
    const changed = present
      .map(([table, row]) => toState(table, row, since))
      .filter(({ text, sum }, at) => lasts[at]?.text !== text || lasts[at].sum !== sum);
    await states.bulkPut(changed);
    await gone.bulkDelete(present.map(([table, row]) => [table, row.id]));
    for (const [table, id] of absent) await forget(backup, table, id, at);
    await facts.put({ key: 'written-at', value: at });
  });
}

/** Out of all generations: what the reader deleted for good stands nowhere. */
async function forget(backup: BackupDatabase, table: BackedUp, id: string, at: number) {
  const count = await statesOf(backup, table, id).delete();
  // Of articles that were only read nothing is kept, not even that they are gone.
  if (table !== 'articles' || count > 0) await backup.gone.put({ table, id, at });
  await backup.damaged.where({ table, id }).delete();
  if (table !== 'notes') return;
  await backup.restores
    .filter(({ before }) => before.some(({ note }) => note.id === id))
    .modify((part) => {
      part.before = part.before.filter(({ note }) => note.id !== id);
    });
}

/** When the backup was last written, in ms since the epoch. */
export async function backupWrittenAt(backup: BackupDatabase): Promise<number | null> {
  const at = await readFact(backup, 'written-at');
  return typeof at === 'number' ? at : null;
}
