/**
 * Notes down, in the very transaction that changes a note, that the backup has
 * to hear of it: a worker that dies between the two forgets nothing, and whoever
 * changes notes need not think of the backup.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { BackedUp } from './backup-database';
import type { HawashiDatabase } from './database';

const PREFIX = 'due/';

/** A row that the backup has not heard of yet, in the table of facts. */
export interface Due {
  key: string;
  value: {
    table: BackedUp;
    id: string;
    /** Tells a change from the next one of the same row. */
    stamp: number;
  };
}

/**
 * Tracks what is written through this database from its next opening on, and
 * calls `onChange` with each change, which may still be undone.
 */
export function trackChanges(db: HawashiDatabase, onChange: () => void): void {
  db.use({
    stack: 'dbcore',
    name: 'backup',
    // Nearest to the disk: beneath all that Dexie itself does.
    level: -10,
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const isTracked =
          mode === 'readwrite' &&
          (stores.some(holdsNotes) || stores.includes('articles'));
        const all = isTracked && !stores.includes('meta') ? [...stores, 'meta'] : stores;
        return core.transaction(all, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        if (!holdsNotes(name) && name !== 'articles') return table;
        return { ...table, mutate: (request) => track(core, table, request, onChange) };
      },
    }),
  });
}

function holdsNotes(table: string): table is 'notes' | 'versions' {
  return table === 'notes' || table === 'versions';
}

// Promises of Dexie's, by `then`: a native `await` would leave its zone.
function track(
  core: DBCore,
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  onChange: () => void,
) {
  const { trans } = request;
  return keysOf(table, request).then((ids) =>
    table.mutate(request).then((response) => {
      if (ids.length === 0) return response;
      const values = ids.map((id) => dueOf(table.name as BackedUp, id));
      onChange();
      return core
        .table('meta')
        .mutate({ type: 'put', trans, values })
        .then(() => response);
    }),
  );
}

/** An article goes into the backup with its notes; by itself it only goes out of it. */
function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Promise<string[]> {
  switch (request.type) {
    case 'delete':
      return Promise.resolve(request.keys as string[]);
    case 'deleteRange':
      return table
        .query({
          trans: request.trans,
          values: false,
          query: { index: table.schema.primaryKey, range: request.range },
        })
        .then(({ result }) => result as string[]);
    default:
      return Promise.resolve(
        table.name === 'articles'
          ? []
          : request.values.map(({ id }: { id: string }) => id),
      );
  }
}

export function dueOf(table: BackedUp, id: string): Due {
  return { key: `${PREFIX}${table}/${id}`, value: { table, id, stamp: Math.random() } };
}

/** Some of what the backup has not heard of. */
export function readDue(db: HawashiDatabase, most: number): Promise<Due[]> {
  return db.meta
    .where('key')
    .startsWith(PREFIX)
    .limit(most)
    .toArray() as Promise<unknown> as Promise<Due[]>;
}

export function countDue(db: HawashiDatabase): Promise<number> {
  return db.meta.where('key').startsWith(PREFIX).count();
}

/** The backup has heard of it; what was changed again meanwhile stays due. */
export function settleDue(db: HawashiDatabase, settled: readonly Due[]): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const now = await db.meta.bulkGet(settled.map(({ key }) => key));
    const done = settled.filter(
      ({ value }, index) =>
        (now[index]?.value as Due['value'] | undefined)?.stamp === value.stamp,
    );
    await db.meta.bulkDelete(done.map(({ key }) => key));
  });
}
