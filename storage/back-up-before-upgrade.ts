/** The notes as an older version wrote them, into the backup before anything is made of them. */
import { type BackedUp, backupNameOf, openBackup } from './backup-database';
import { closeGeneration } from './generations';
import { type RawTable, readRawTables } from './read-raw';
import { writeRows } from './write-backup';

/** Rows at once. */
const STEP = 500;

/**
 * Makes a generation of the database as it is. What goes wrong keeps nobody from
 * the upgrade, which is done whole or not at all. `now` in ms.
 */
export async function backUpBeforeUpgrade(name: string, now: number): Promise<void> {
  try {
    const tables = await readRawTables(name, ['articles', 'notes', 'versions']);
    if (tables === null) return;
    const backup = await openBackup(backupNameOf(name));
    try {
      const rows = rowsToKeep(tables);
      for (let from = 0; from < rows.length; from += STEP) {
        const present = rows.slice(from, from + STEP);
        await writeRows(backup, { present, absent: [], at: now });
      }
      const notes = tables.notes.rows.length;
      await closeGeneration(backup, { at: now, kind: 'migration', notes });
    } finally {
      backup.close();
    }
  } catch {
    // As said above.
  }
}

type Keyed = { id: string; articleId?: unknown };

/** Those with a key, which all have unless the database is damaged; articles that have notes. */
function rowsToKeep(tables: Record<BackedUp, RawTable>): [BackedUp, Keyed][] {
  const keyed = (table: BackedUp) => tables[table].rows.filter(hasId);
  const notes = keyed('notes');
  const noted = new Set(notes.map(({ articleId }) => articleId));
  const of = (table: BackedUp, rows: Keyed[]): [BackedUp, Keyed][] =>
    rows.map((row) => [table, row]);
  return [
    ...of('notes', notes),
    ...of('versions', keyed('versions')),
    ...of(
      'articles',
      keyed('articles').filter(({ id }) => noted.has(id)),
    ),
  ];
}

function hasId(row: unknown): row is Keyed {
  return typeof (row as Keyed | null)?.id === 'string';
}
