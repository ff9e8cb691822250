import type { Entity } from '../core/model/entity';
import type { HawashiDatabase } from './database';

export interface CountedEntity {
  entity: Entity;
  count: number;
}

/**
 * Remembers which entities an article mentions, and how often. The counts are
 * those of the latest reading; an entity that is missing from it stays known,
 * since a page that has loaded half, or hides its end, has not unsaid it.
 */
export function recordSightings(
  db: HawashiDatabase,
  articleId: string,
  entities: readonly CountedEntity[],
  now: number,
): Promise<void> {
  return db.transaction('rw', db.entities, db.sightings, async () => {
    const known = await db.sightings.bulkGet(
      entities.map(({ entity }) => [entity.id, articleId] as [string, string]),
    );
    await db.entities.bulkPut(
      entities.map(({ entity }) => ({ ...entity, updatedAt: now })),
    );
    await db.sightings.bulkPut(
      entities.map(({ entity, count }, index) => ({
        entityId: entity.id,
        articleId,
        count,
        firstSeenAt: known[index]?.firstSeenAt ?? now,
        lastSeenAt: now,
      })),
    );
  });
}

export interface EntityHistory {
  /** In how many articles. */
  articles: number;
  /** How often in all of them. */
  mentions: number;
  /** Milliseconds since the epoch; null when never. */
  firstSeenAt: number | null;
}

/** Where the reader has met an entity so far. */
export async function entityHistory(
  db: HawashiDatabase,
  entityId: string,
): Promise<EntityHistory> {
  const sightings = await db.sightings
    .where('[entityId+articleId]')
    .between([entityId, ''], [entityId, '\uffff'], true, true)
    .toArray();
  const firsts = sightings.map((sighting) => sighting.firstSeenAt);
  return {
    articles: sightings.length,
    mentions: sightings.reduce((sum, { count }) => sum + count, 0),
    firstSeenAt: firsts.length === 0 ? null : firsts.reduce((a, b) => Math.min(a, b)),
  };
}
