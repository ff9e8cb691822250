import { describe, expect, it } from 'vitest';
import { makeFacts, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { Entity } from '../core/model/entity';
import { openReading } from './open-reading';
import { entityHistory, recordSightings } from './sightings';

const BAGHDAD: Entity = {
  id: 'loc/baghdad',
  kind: 'place',
  names: { ar: 'بغداد', en: 'Baghdad' },
  source: 'lexicon',
};
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

  it('does not take one entity for another whose id begins alike', async () => {
    const db = openTestDatabase();
    await recordSightings(db, 'one', [{ entity: BAGHDADI, count: 3 }], THEN);
    expect(await entityHistory(db, BAGHDAD.id)).toEqual({
      articles: 0,
      mentions: 0,
      firstSeenAt: null,
    });
  });

  it('keeps what a half-loaded page does not mention again', async () => {
    const db = openTestDatabase();
    await recordSightings(db, 'one', [{ entity: BAGHDAD, count: 3 }], THEN);
    await recordSightings(db, 'one', [], THEN + 1);
    expect((await entityHistory(db, BAGHDAD.id)).articles).toBe(1);
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
  const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: THEN };

  it('remembers article and entities, and says when it was first opened', async () => {
    const db = openTestDatabase();
    const first = await openReading(db, keyed, [{ entity: BAGHDAD, count: 2 }]);
    const again = await openReading(db, { ...keyed, now: THEN + 9 }, []);
    expect(again).toEqual({ ...first, firstOpenedAt: THEN, notes: [] });
    expect((await entityHistory(db, BAGHDAD.id)).mentions).toBe(2);
  });

  it('writes all or nothing', async () => {
    const db = openTestDatabase();
    const broken = { ...BAGHDAD, id: Symbol('no key') as unknown as string };
    const reading = openReading(db, keyed, [{ entity: broken, count: 1 }]);
    await expect(reading).rejects.toThrow();
    expect(await db.articles.count()).toBe(0);
  });
});
