/** In how many other articles the names of one were met. */
import type { HawashiDatabase } from './database';
import type { StorageFailure } from './failure';
import { watchQuery } from './watch-query';

/** Of whom, and in which article they stand now; null when that is not kept. */
interface Sought {
  entityIds: readonly string[];
  articleId: string | null;
}

/**
 * By entity: the articles that mention it, this one left out. It makes no
 * difference whether this one has been recorded by now.
 */
export function seenBefore(
  db: HawashiDatabase,
  { entityIds, articleId }: Sought,
): PromiseLike<Map<string, number>> {
  // One moment for both: else an article recorded in between would count as another.
  return db.transaction('r', db.entities, db.sightings, async () => {
    const known = await db.entities.bulkGet([...entityIds]);
    const here = new Set<string>();
    if (articleId !== null) {
      for (const { entityId, count } of await db.sightings.where({ articleId }).toArray())
        if (count > 0) here.add(entityId);
    }
    return new Map(
      entityIds.map((id, at) => {
        const articles = known[at]?.totals.articles ?? 0;
        return [id, Math.max(0, articles - Number(here.has(id)))];
      }),
    );
  });
}

/** Calls `listener` with {@link seenBefore}, now and after each change. */
export function watchSeenBefore(
  db: HawashiDatabase,
  sought: Sought,
  listener: (seen: ReadonlyMap<string, number>) => void,
  onFailure: (failure: StorageFailure) => void,
  signal: AbortSignal,
): void {
  watchQuery(db, () => seenBefore(db, sought), { listener, onFailure, signal });
}
