/** What readings of articles found, from a file, and out again. */
import type { ExportedSighting } from '../core/export/export-data';
import type { Entity } from '../core/model/entity';
import type { HawashiDatabase } from './database';
import { addToTotals, NO_TOTALS, takeFromTotals } from './entity-totals';
import type { Sighting } from './schema';

/** An article to which a file's sightings came. */
export interface SeenArticle {
  articleId: string;
  /** Of its sightings the last, in ms since the epoch: a later one is of a reading since. */
  lastSeenAt: number;
}

interface Seen {
  entities: readonly Entity[];
  sightings: readonly ExportedSighting[];
}

/**
 * Adds sightings to articles that have none: what a reading here has found stands, and so
 * does what is known of an entity. Gives the articles. Joins the caller's transaction.
 */
export async function bringSightings(
  db: HawashiDatabase,
  { entities, sightings }: Seen,
): Promise<SeenArticle[]> {
  const articleIds = [...new Set(sightings.map(({ articleId }) => articleId))];
  const read = new Set(await db.sightings.where('articleId').anyOf(articleIds).keys());
  const theirs = new Map(entities.map((entity) => [entity.id, entity]));
  const came = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const { articleId, entityId } = sighting;
    const key = JSON.stringify([articleId, entityId]);
    // Two articles of the file may be one here.
    if (!read.has(articleId) && theirs.has(entityId) && !came.has(key)) {
      came.set(key, sighting);
    }
  }
  const added = [...came.values()];
  const ids = [...new Set(added.map(({ entityId }) => entityId))];
  const known = await db.entities.bulkGet(ids);
  const updatedAt = Math.max(0, ...added.map(({ lastSeenAt }) => lastSeenAt));
  await db.entities.bulkAdd(
    ids.flatMap((id, at) => {
      const entity = known[at] === undefined ? theirs.get(id) : undefined;
      return entity === undefined ? [] : [{ ...entity, updatedAt, totals: NO_TOTALS }];
    }),
  );
  await db.sightings.bulkAdd(added);
  await addToTotals(db, added);
  return seenArticles(added);
}

/**
 * Takes them away from articles that were not read since, and with the last of its sightings
 * an entity. Joins the caller's transaction.
 */
export async function takeSightings(
  db: HawashiDatabase,
  came: readonly SeenArticle[],
): Promise<void> {
  const ids = came.map(({ articleId }) => articleId);
  const present = await db.sightings.where('articleId').anyOf(ids).toArray();
  const now = new Map(
    seenArticles(present).map((one) => [one.articleId, one.lastSeenAt]),
  );
  const untouched = new Set(
    came
      .filter(({ articleId, lastSeenAt }) => now.get(articleId) === lastSeenAt)
      .map(({ articleId }) => articleId),
  );
  const gone = present.filter(({ articleId }) => untouched.has(articleId));
  await db.sightings.bulkDelete(
    gone.map(({ entityId, articleId }) => [entityId, articleId]),
  );
  await takeFromTotals(db, gone);
}

function seenArticles(sightings: readonly Sighting[]): SeenArticle[] {
  const last = new Map<string, number>();
  for (const { articleId, lastSeenAt } of sightings) {
    last.set(articleId, Math.max(last.get(articleId) ?? 0, lastSeenAt));
  }
  return [...last].map(([articleId, lastSeenAt]) => ({ articleId, lastSeenAt }));
}
