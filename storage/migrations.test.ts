import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/test/open-test-database';
import { type DatabaseV1, SCHEMA_VERSION, STORES_V1 } from './schema';

const SAMPLES = join(import.meta.dirname, '../test/fixtures/database');

/** A database of version 1 with the records of its frozen sample, as that version wrote it. */
async function restoreV1(name: string): Promise<DatabaseV1> {
  const sample = JSON.parse(readFileSync(join(SAMPLES, 'v1.json'), 'utf8')) as DatabaseV1;
  const old = new Dexie(name);
  old.version(1).stores(STORES_V1);
  for (const [table, rows] of Object.entries(sample)) {
    await old.table(table).bulkAdd(rows);
  }
  old.close();
  return sample;
}

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
    expect(db.tables.map(({ name }) => name).sort()).toEqual(Object.keys(sample).sort());
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

it('there is a frozen sample of every version', () => {
  for (let version = 1; version <= SCHEMA_VERSION; version++) {
    expect(() => readFileSync(join(SAMPLES, `v${version}.json`))).not.toThrow();
  }
});
