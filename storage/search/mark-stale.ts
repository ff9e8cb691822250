/**
 * Notes down, in the very transaction that changes what is found of an article,
 * that the index has to look at it again. So whoever changes notes need not think
 * of the index, and a search knows of every change that was ever acknowledged.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { HawashiDatabase } from '../database';

/** The tables that the index is made from, and where their rows name the article. */
const ARTICLE_IN: Record<string, 'id' | 'articleId'> = {
  articles: 'id',
  notes: 'articleId',
  sightings: 'articleId',
  memberships: 'articleId',
  places: 'articleId',
};

/** For the database's constructor: holds from its opening on. Tells `onStale` of each change, which may still be undone. */
export function markStale(db: HawashiDatabase): void {
  db.use({
    stack: 'dbcore',
    name: 'search',
    // Above what Dexie tells its live queries by: they hear of a mark, too.
    level: 20,
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const isMarked =
          mode === 'readwrite' && stores.some((store) => store in ARTICLE_IN);
        const all = isMarked && !stores.includes('stale') ? [...stores, 'stale'] : stores;
        return core.transaction(all, mode, options);
      },
      table(name) {
        const table = core.table(name);
        const field = ARTICLE_IN[name];
        if (field === undefined) return table;
        return {
          ...table,
          mutate: (request) =>
            mutateAndMark(core, table, field, request, () => db.onStale?.()),
        };
      },
    }),
  });
}

// Promises of Dexie's, by `then`: a native `await` would leave its zone.
function mutateAndMark(
  core: DBCore,
  table: DBCoreTable,
  field: 'id' | 'articleId',
  request: DBCoreMutateRequest,
  onStale: () => void,
) {
  const { trans } = request;
  return rowsBefore(table, request).then((before) =>
    table.mutate(request).then((response) => {
      const after = 'values' in request ? request.values : [];
      const ids = new Set<string>();
      for (const row of [...before, ...after]) {
        const id = (row as Record<string, unknown> | undefined)?.[field];
        if (typeof id === 'string') ids.add(id);
      }
      if (ids.size === 0) return response;
      const values = [...ids].map((articleId) => ({ articleId, stamp: Math.random() }));
      onStale();
      return core
        .table('stale')
        .mutate({ type: 'put', trans, values })
        .then(() => response);
    }),
  );
}

/** What is replaced or removed: a note may have been another article's. */
function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest) {
  const { trans } = request;
  const { primaryKey } = table.schema;
  switch (request.type) {
    case 'delete':
      return table.getMany({ trans, keys: request.keys });
    case 'deleteRange':
      return table
        .query({
          trans,
          values: true,
          query: { index: primaryKey, range: request.range },
        })
        .then(({ result }) => result as unknown[]);
    case 'put': {
      if (table.name !== 'notes') break;
      const keys = request.keys ?? request.values.map(({ id }: { id: unknown }) => id);
      return table.getMany({ trans, keys });
    }
  }
  return table.getMany({ trans, keys: [] });
}
