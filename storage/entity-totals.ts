/** An entity's sums over its sightings, when sightings go or come back. */
import Dexie from 'dexie';
import type { HawashiDatabase } from './database';
import type { EntityTotals, KnownEntity, Sighting } from './schema';

/** Of an entity whose sightings are still to come. */
export const NO_TOTALS: EntityTotals = {
  articles: 0,
  mentions: 0,
  firstSeenAt: Infinity,
};

/**
 * Takes sightings that were just deleted out of the totals. Entities of which
 * none is left are deleted, and given back. Joins the caller's transaction.
 */
export async function takeFromTotals(
  db: HawashiDatabase,
  sightings: readonly Sighting[],
): Promise<KnownEntity[]> {
  const gone: KnownEntity[] = [];
  const left: KnownEntity[] = [];
  for (const [entity, own] of await withEntities(db, sightings)) {
    const first = Math.min(...own.map(({ firstSeenAt }) => firstSeenAt));
    // Only then may the first day be another one.
    const rest =
      first > entity.totals.firstSeenAt ? null : await sightingsOf(db, entity.id);
    if (rest?.length === 0) gone.push(entity);
    else left.push({ ...entity, totals: subtract(entity.totals, own, rest) });
  }
  await db.entities.bulkDelete(gone.map(({ id }) => id));
  await db.entities.bulkPut(left);
  return gone;
}

/** Puts sightings that were just added into the totals. Joins the caller's transaction. */
export async function addToTotals(
  db: HawashiDatabase,
  sightings: readonly Sighting[],
): Promise<void> {
  const entities = await withEntities(db, sightings);
  await db.entities.bulkPut(
    entities.map(([entity, own]) => ({ ...entity, totals: add(entity.totals, own) })),
  );
}

function subtract(
  totals: EntityTotals,
  own: readonly Sighting[],
  rest: readonly Sighting[] | null,
): EntityTotals {
  const { articles, mentions } = sum(own);
  return {
    articles: totals.articles - articles,
    mentions: totals.mentions - mentions,
    firstSeenAt:
      rest === null
        ? totals.firstSeenAt
        : Math.min(...rest.map(({ firstSeenAt }) => firstSeenAt)),
  };
}

function add(totals: EntityTotals, own: readonly Sighting[]): EntityTotals {
  const { articles, mentions } = sum(own);
  return {
    articles: totals.articles + articles,
    mentions: totals.mentions + mentions,
    firstSeenAt: Math.min(
      totals.firstSeenAt,
      ...own.map(({ firstSeenAt }) => firstSeenAt),
    ),
  };
}

function sum(own: readonly Sighting[]) {
  return {
    articles: own.filter(({ count }) => count > 0).length,
    mentions: own.reduce((all, { count }) => all + count, 0),
  };
}

async function withEntities(
  db: HawashiDatabase,
  sightings: readonly Sighting[],
): Promise<[KnownEntity, Sighting[]][]> {
  const byEntity = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const own = byEntity.get(sighting.entityId);
    if (own === undefined) byEntity.set(sighting.entityId, [sighting]);
    else own.push(sighting);
  }
  const entities = await db.entities.bulkGet([...byEntity.keys()]);
  return entities.flatMap((entity) =>
    entity === undefined ? [] : [[entity, byEntity.get(entity.id) ?? []]],
  );
}

function sightingsOf(db: HawashiDatabase, entityId: string): Promise<Sighting[]> {
  return db.sightings
    .where('[entityId+articleId]')
    .between([entityId, Dexie.minKey], [entityId, Dexie.maxKey])
    .toArray();
}
