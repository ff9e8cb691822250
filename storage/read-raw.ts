/**
 * The database as it lies on the disk, whatever version wrote it: opened at its
 * own version, only to be read, and past Dexie. For when it cannot be opened as
 * what it should be.
 */
import type { ExportData } from '../core/export/export-data';

/** The tables that make up an export. */
const EXPORTED = ['articles', 'notes', 'versions', 'entities', 'sightings'] as const;

/** What Dexie multiplies the numbers of our versions by. */
const DEXIE_FACTOR = 10;

/** The version of our schema that is on the disk; null when there is no such database, or the browser does not say. */
export async function versionOnDisk(name: string): Promise<number | null> {
  try {
    const found = (await indexedDB.databases()).find((one) => one.name === name);
    return found?.version === undefined ? null : found.version / DEXIE_FACTOR;
  } catch {
    return null;
  }
}

export interface RawTable {
  rows: unknown[];
  /** Rows that are there, but that the browser cannot give. */
  unreadable: number;
}

/**
 * The rows of some tables, as they are; those of a table that does not exist are
 * none. Null when there is no database. Rejects when it cannot be opened.
 */
export async function readRawTables<Name extends string>(
  name: string,
  tables: readonly Name[],
): Promise<Record<Name, RawTable> | null> {
  const database = await openAsItIs(name);
  if (database === null) return null;
  try {
    const read = {} as Record<Name, RawTable>;
    for (const table of tables) read[table] = await readRawTable(database, table);
    return read;
  } finally {
    database.close();
  }
}

/** All that an export holds, of whatever version, with the number of rows that could not be read. `now` in ms. */
export async function readRawExportData(
  name: string,
  now: number,
): Promise<{ data: ExportData; unreadable: number } | null> {
  const tables = await readRawTables(name, EXPORTED);
  if (tables === null) return null;
  const rows = <Row>(table: (typeof EXPORTED)[number]) => tables[table].rows as Row[];
  return {
    data: {
      exportedAt: now,
      scope: 'everything',
      articles: rows('articles'),
      notes: rows('notes'),
      versions: rows('versions'),
      entities: rows('entities'),
      sightings: rows('sightings'),
    },
    unreadable: EXPORTED.reduce((sum, table) => sum + tables[table].unreadable, 0),
  };
}

function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      // Nothing is to come into being by being looked for.
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const database = request.result;
      // Whoever wants to change the database need not wait for us.
      database.onversionchange = () => database.close();
      resolve(database);
    };
    request.onerror = () => (isNew ? resolve(null) : reject(request.error));
  });
}

async function readRawTable(database: IDBDatabase, table: string): Promise<RawTable> {
  if (!database.objectStoreNames.contains(table)) return { rows: [], unreadable: 0 };
  const store = () => database.transaction(table).objectStore(table);
  try {
    return { rows: await settled<unknown[]>(store().getAll()), unreadable: 0 };
  } catch {
    return await readOneByOne(store);
  }
}

/** One row that cannot be read must not keep the others. */
async function readOneByOne(store: () => IDBObjectStore): Promise<RawTable> {
  const rows: unknown[] = [];
  let unreadable = 0;
  for (const key of await settled(store().getAllKeys())) {
    try {
      rows.push(await settled<unknown>(store().get(key)));
    } catch {
      unreadable++;
    }
  }
  return { rows, unreadable };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
