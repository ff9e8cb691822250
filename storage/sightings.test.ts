import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFacts, NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { Entity } from '../core/model/entity';
import { openReading } from './open-reading';
import { type EntityHistory, entityHistory, recordSightings } from './sightings';

const BAGHDAD: Entity = {
  id: 'loc/baghdad',
  kind: 'place',
  names: { ar: 'بغداد', en: 'Baghdad' },
  source: 'lexicon',
};
interface Reading {
  articleId: string;
  now: number;
  counts: [entityId: string, count: number][];
}

/** The history by the readings themselves, each time from the beginning. */
function recount(readings: readonly Reading[], id: string): EntityHistory {
  const latest = new Map<string, number>();
  const first = new Map<string, number>();
  for (const { articleId, now, counts } of readings) {
    const count = counts.findLast(([entityId]) => entityId === id)?.[1] ?? 0;
    latest.set(articleId, count);
    if (count > 0 && !first.has(articleId)) first.set(articleId, now);
  }
  const counted = [...latest.values()].filter((count) => count > 0);
  return {
    articles: counted.length,
    mentions: counted.reduce((sum, count) => sum + count, 0),
    firstSeenAt: counted.length === 0 ? null : Math.min(...first.values()),
  };
}

const BAGHDADI: Entity = { ...BAGHDAD, id: 'loc/baghdad-2', names: { ar: 'البغدادي' } };

describe('recordSightings', () => {
  it('counts an article once however often it is opened', async () => {
    const db = openTestDatabase();
    for (const now of [THEN, THEN + 5]) {
      await recordSightings(db, 'one', [{ entity: BAGHDAD, count: 3 }], now);
    }
    await recordSightings(db, 'two', [{ entity: BAGHDAD, count: 1 }], THEN + 9);
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 2,
      mentions: 4,
      firstSeenAt: THEN,
    });
  });

  it('tells of a place that it acts as the last reading found it', async () => {
    const db = openTestDatabase();
    const read = async (acts?: true) => {
      const counted = { entity: BAGHDAD, count: 2, ...(acts && { acts }) };
      await recordSightings(db, 'one', [counted], THEN);
      return (await db.sightings.toArray()).map((sighting) => sighting.acts);
    };
    expect(await read(true)).toEqual([true]);
    expect(await read()).toEqual([undefined]);
    await read(true);
    await recordSightings(db, 'one', [], THEN);
    const [missed] = await db.sightings.toArray();
    expect(missed).toEqual(expect.objectContaining({ count: 0 }));
    expect(missed).not.toHaveProperty('acts');
  });

  it('does not take one entity for another whose id begins alike', async () => {
    const db = openTestDatabase();
    await recordSightings(db, 'one', [{ entity: BAGHDADI, count: 3 }], THEN);
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 0,
      mentions: 0,
      firstSeenAt: null,
    });
  });

  it('takes out of the totals what a later reading no longer finds', async () => {
    const db = openTestDatabase();
    await recordSightings(db, 'one', [{ entity: BAGHDAD, count: 3 }], THEN);
    await recordSightings(db, 'two', [{ entity: BAGHDAD, count: 2 }], THEN + 1);
    await recordSightings(db, 'one', [], THEN + 2);
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 1,
      mentions: 2,
      firstSeenAt: THEN,
    });
    await recordSightings(db, 'two', [], THEN + 3);
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 0,
      mentions: 0,
      firstSeenAt: null,
    });
  });

  it('remembers since when, though a half-loaded page missed it for a while', async () => {
    const db = openTestDatabase();
    for (const [count, now] of [
      [3, THEN],
      [null, THEN + 1],
      [4, THEN + 2],
    ] as const) {
      const entities = count === null ? [] : [{ entity: BAGHDAD, count }];
      await recordSightings(db, 'one', entities, now);
    }
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 1,
      mentions: 4,
      firstSeenAt: THEN,
    });
  });

  it('keeps totals that a recount of all sightings agrees with', async () => {
    const ids = ['loc/a', 'loc/b', 'text/person/ج'];
    const reading = fc.record({
      articleId: fc.constantFrom('one', 'two', 'three'),
      // The clock may have been set back between two readings.
      now: fc.integer({ min: 1, max: 9 }),
      counts: fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(3)), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { maxLength: 8 }), async (readings) => {
        const db = openTestDatabase();
        for (const { articleId, now, counts } of readings) {
          const entities = counts.map(([id, count]) => ({
            entity: { ...BAGHDAD, id },
            count,
          }));
          await recordSightings(db, articleId, entities, now);
          // Repeated, as a client does that had no answer.
          await recordSightings(db, articleId, entities, now);
        }
        for (const id of ids) {
          expect(await entityHistory(db, id)).toEqual(recount(readings, id));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes thousands of entities, and one listed twice', async () => {
    const db = openTestDatabase();
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      entity: { ...BAGHDAD, id: `loc/${i % 4_999}` },
      count: 1,
    }));
    await recordSightings(db, 'one', many, THEN);
    expect(await db.sightings.count()).toBe(4_999);
  });
});

describe('openReading', () => {
  const VISIT = NOTE_ID;
  const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: THEN };

  it('remembers article and entities, and says when it was first opened', async () => {
    const db = openTestDatabase();
    const first = await openReading(db, keyed, VISIT, [{ entity: BAGHDAD, count: 2 }]);
    const again = await openReading(db, { ...keyed, now: THEN + 9 }, VISIT, [
      { entity: BAGHDAD, count: 2 },
    ]);
    expect(again).toEqual({ ...first, firstOpenedAt: THEN, notes: [] });
    expect((await entityHistory(db, BAGHDAD.id)).mentions).toBe(2);
  });

  it('writes all or nothing', async () => {
    const db = openTestDatabase();
    const broken = { ...BAGHDAD, id: Symbol('no key') as unknown as string };
    const reading = openReading(db, keyed, VISIT, [{ entity: broken, count: 1 }]);
    await expect(reading).rejects.toThrow();
    expect(await db.articles.count()).toBe(0);
  });
});
