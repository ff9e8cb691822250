import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { exportJson } from '@/core/export/json';
import { restoreSample } from '@/test/frozen-samples';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { backupNameOf } from './backup-database';
import type { HawashiDatabase } from './database';
import { attempt } from './failure';
import { rowsAt } from './generations';
import { readRawExportData, versionOnDisk } from './read-raw';
import { SCHEMA_VERSION } from './schema';

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
const NOW = 1_700_000_000_000;

/** As the next version would be, with an upgrade that does not work. */
function withUpgrade(db: HawashiDatabase, upgrade: () => void | Promise<void>) {
  db.version(SCHEMA_VERSION + 1).upgrade(upgrade);
}

const readAll = (db: HawashiDatabase) => attempt(db, () => db.notes.toArray());
const failed = { ok: false, error: { code: 'storage-migration' } };

describe.each(VERSIONS)('a database of version %i whose upgrade fails', (version) => {
  it('stays as it was, to the last byte, and can be exported', async () => {
    const db = openTestDatabase(`failing-${version}`);
    const sample = await restoreSample(db.name, version);
    withUpgrade(db, async () => {
      await db.notes.clear();
      throw new TypeError('a bug in the upgrade');
    });
    expect(await readAll(db)).toMatchObject(failed);
    expect(await versionOnDisk(db.name)).toBe(version);
    const raw = await readRawExportData(db.name, NOW);
    expect(raw?.unreadable).toBe(0);
    for (const table of ['articles', 'notes', 'versions', 'entities'] as const) {
      expect(raw?.data[table]).toEqual(sample[table]);
    }
    const file = JSON.parse(raw === null ? '' : exportJson(raw.data));
    expect(file.notes).toEqual(sample.notes);
    expect(file.versions).toEqual(sample.versions);
  });

  it('stops: the upgrade is not begun a second time', async () => {
    const db = openTestDatabase(`stopping-${version}`);
    await restoreSample(db.name, version);
    const upgrade = vi.fn(() => {
      throw new TypeError('a bug in the upgrade');
    });
    withUpgrade(db, upgrade);
    for (let times = 0; times < 3; times++) {
      expect(await readAll(db)).toMatchObject(failed);
    }
    expect(upgrade).toHaveBeenCalledOnce();
  });

  it('for a damaged row gives that row, too', async () => {
    const db = openTestDatabase(`damaged-${version}`);
    const damaged = { id: 'damaged', url: 7, body: null, tags: { 0: 'no list' } };
    const sample = await restoreSample(db.name, version, { articles: [damaged] });
    withUpgrade(db, async () => {
      for (const { url } of await db.articles.toArray()) new URL(url);
    });
    expect(await readAll(db)).toMatchObject(failed);
    const raw = await readRawExportData(db.name, NOW);
    expect(raw?.data.articles).toContainEqual(damaged);
    expect(raw?.data.notes).toEqual(sample.notes);
  });

  it('has its notes in the backup, as the older version wrote them', async () => {
    const db = openTestDatabase(`backed-${version}`);
    const sample = await restoreSample(db.name, version);
    withUpgrade(db, async () => {
      await db.notes.clear();
    });
    await readAll(db);
    const backup = await openTestBackup(backupNameOf(db.name));
    const { rows } = await rowsAt(backup, 'notes', { number: 1, after: '' });
    expect(rows).toEqual(sample.notes);
    expect(await backup.generations.toArray()).toMatchObject([
      { kind: 'migration', notes: sample.notes.length },
    ]);
  });

  it('is opened by the next version that can', async () => {
    const db = openTestDatabase(`mended-${version}`);
    const sample = await restoreSample(db.name, version);
    withUpgrade(db, () => {
      throw new TypeError('a bug in the upgrade');
    });
    await readAll(db);
    db.close();
    expect(await readAll(openTestDatabase(db.name))).toMatchObject({
      ok: true,
      value: sample.notes,
    });
  });
});

it('a full disk in an upgrade is no failed migration: it is tried again', async () => {
  const db = openTestDatabase('full');
  await restoreSample(db.name, 1);
  const upgrade = vi.fn(async () => {
    if (upgrade.mock.calls.length === 1) throw new Dexie.QuotaExceededError('full');
  });
  withUpgrade(db, upgrade);
  expect(await readAll(db)).toMatchObject({ error: { code: 'storage-full' } });
  expect(await readAll(db)).toMatchObject({ ok: true });
});

it('an upgrade waits for a context that has an older version open, says so, and goes on', async () => {
  const name = 'blocked';
  const sample = await restoreSample(name, 1);
  const other = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const db = openTestDatabase(name);
  expect(await readAll(db)).toMatchObject({ error: { code: 'storage-blocked' } });
  expect(await versionOnDisk(name)).toBe(1);
  other.close();
  expect(await readAll(db)).toMatchObject({ ok: true, value: sample.notes });
});

it('what is not there does not come into being by being looked for', async () => {
  expect(await readRawExportData('nothing', NOW)).toBeNull();
  expect(await versionOnDisk('nothing')).toBeNull();
});
