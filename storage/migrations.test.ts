import { describe, expect, it } from 'vitest';
import { hasSample, readSample, restoreSample } from '@/test/frozen-samples';
import { openTestDatabase } from '@/test/open-test-database';
import { SCHEMA_VERSION, STORES_V1, STORES_V2 } from './schema';
import { findNoteIds } from './search/find-notes';
import { settleIndex } from './search/keep-index';

const restoreV1 = (name: string) => restoreSample(name, 1);
const restoreV2 = (name: string) => restoreSample(name, 2);
const restoreV3 = (name: string) => restoreSample(name, 3);
const ALL = { words: '', filters: {}, sort: 'newest' } as const;

describe('a database of version 1', () => {
  it('is read by the current code, every record as it was', async () => {
    const db = openTestDatabase('frozen-v1');
    const sample = await restoreV1(db.name);
    expect(await db.articles.orderBy('id').toArray()).toEqual(sample.articles);
    expect(await db.notes.orderBy('id').toArray()).toEqual(sample.notes);
    expect(await db.versions.orderBy('id').toArray()).toEqual(sample.versions);
    expect(await db.entities.orderBy('id').toArray()).toEqual(sample.entities);
    expect(await db.sightings.toArray()).toEqual(sample.sightings);
    expect(await db.meta.toArray()).toEqual(sample.meta);
  });

  it('has its articles in the history, and nothing in the tables that came later', async () => {
    const db = openTestDatabase('history-v1');
    const { articles } = await restoreV1(db.name);
    const history = await db.history.toArray();
    expect(history.map(({ articleId }) => articleId)).toEqual(
      articles.map(({ id }) => id).sort(),
    );
    for (const { articleId, site, readAt } of history) {
      const article = articles.find(({ id }) => id === articleId);
      expect(readAt).toBe(article?.lastOpenedAt);
      expect(article?.url).toContain(site);
      expect(site).not.toMatch(/^www\./);
    }
    const filled = [...Object.keys(STORES_V1), 'history'];
    for (const table of db.tables) {
      if (!filled.includes(table.name)) expect(await table.count()).toBe(0);
    }
  });

  it('has a sample with something of every table and every shape of note', async () => {
    const sample = await restoreV1('shapes-v1');
    for (const rows of Object.values(sample)) expect(rows.length).toBeGreaterThan(0);
    const { notes } = sample;
    expect(notes.some(({ target }) => target.type === 'article')).toBe(true);
    expect(notes.some(({ target }) => target.type === 'passage')).toBe(true);
    expect(notes.some(({ deletedAt }) => deletedAt !== null)).toBe(true);
    expect(notes.some(({ body }) => body === '')).toBe(true);
    expect(notes.some(({ body }) => /\p{Surrogate}/u.test(body))).toBe(true);
    expect(sample.versions.some(({ removed }) => removed.length > 0)).toBe(true);
    expect(sample.sightings.some(({ count }) => count === 0)).toBe(true);
  });

  it('has totals of its entities that are the sums of their sightings', async () => {
    const { entities, sightings } = await restoreV1('totals-v1');
    for (const { id, totals } of entities) {
      const own = sightings.filter(({ entityId }) => entityId === id);
      expect(totals).toEqual({
        articles: own.filter(({ count }) => count > 0).length,
        mentions: own.reduce((sum, { count }) => sum + count, 0),
        firstSeenAt: Math.min(...own.map(({ firstSeenAt }) => firstSeenAt)),
      });
    }
  });
});

describe('a database of version 2', () => {
  it('is read by the current code, every record as it was', async () => {
    const db = openTestDatabase('frozen-v2');
    const sample = await restoreV2(db.name);
    for (const [name, rows] of Object.entries(sample)) {
      expect(await db.table(name).toArray()).toEqual(rows);
    }
    expect(Object.keys(sample).sort()).toEqual(Object.keys(STORES_V2).sort());
    for (const table of db.tables) {
      if (!(table.name in STORES_V2)) expect(await table.count()).toBe(0);
    }
  });

  it('has its notes in the index as soon as that is made', async () => {
    const db = openTestDatabase('indexed-v2');
    const { notes } = await restoreV2(db.name);
    expect(await findNoteIds(db, ALL)).toEqual([]);
    await settleIndex(db);
    const kept = notes.filter(({ deletedAt }) => deletedAt === null);
    expect((await findNoteIds(db, ALL)).sort()).toEqual(kept.map(({ id }) => id).sort());
  });

  it('has a sample with something of every table', () => {
    const sample = readSample(2);
    for (const rows of Object.values(sample)) expect(rows.length).toBeGreaterThan(0);
    expect(sample.notes.some(({ carriedFrom }) => carriedFrom !== undefined)).toBe(true);
    expect(sample.readings.some(({ visits }) => visits.length > 1)).toBe(true);
    expect(new Set(sample.memberships.map(({ by }) => by)).size).toBe(3);
    expect(sample.corrections.some(({ says }) => says === null)).toBe(true);
  });
});

describe('a database of version 3', () => {
  it('is read by the current code, every record as it was', async () => {
    const db = openTestDatabase('frozen-v3');
    const sample = await restoreV3(db.name);
    for (const [name, rows] of Object.entries(sample)) {
      expect(await db.table(name).toArray()).toEqual(rows);
    }
    expect(db.tables.map(({ name }) => name).sort()).toEqual(Object.keys(sample).sort());
  });

  it('has a sample with something of every table, and its notes are found in it', async () => {
    const db = openTestDatabase('found-v3');
    const sample = await restoreV3(db.name);
    for (const rows of Object.values(sample)) expect(rows.length).toBeGreaterThan(0);
    const kept = sample.notes.filter(({ deletedAt }) => deletedAt === null);
    const ids = kept.map(({ id }) => id).sort();
    expect((await findNoteIds(db, ALL)).sort()).toEqual(ids);
  });
});

it('there is a frozen sample of every version', () => {
  for (let version = 1; version <= SCHEMA_VERSION; version++) {
    expect(hasSample(version)).toBe(true);
  }
});
