import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { makeDraft, makeFacts, NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from './database';
import { attempt, failureOf, NewerDatabaseError, NoSuchRecordError } from './failure';
import { saveNote, setNoteDeleted } from './notes';
import { SCHEMA_VERSION } from './schema';

const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: THEN };
const save = (db: HawashiDatabase) => attempt(db, () => saveNote(db, makeDraft(), keyed));

/** As the browser throws it. */
const quotaError = () => new DOMException('no room', 'QuotaExceededError');

describe('failureOf', () => {
  it.each([
    [quotaError(), 'storage-full'],
    [new Dexie.AbortError('aborted', quotaError()), 'storage-full'],
    [new Dexie.BulkError('bulk', { 3: quotaError() }), 'storage-full'],
    [new DOMException('', 'InvalidStateError'), 'storage-unavailable'],
    [new Dexie.DatabaseClosedError(), 'storage-unavailable'],
    [new Dexie.MissingAPIError(), 'storage-unavailable'],
    [
      new Dexie.OpenFailedError(new DOMException('', 'UnknownError')),
      'storage-unavailable',
    ],
    [new DOMException('', 'SecurityError'), 'storage-unavailable'],
    [new Dexie.VersionError(), 'storage-newer'],
    [new NewerDatabaseError(), 'storage-newer'],
    [new Dexie.DatabaseClosedError('closed', new NewerDatabaseError()), 'storage-newer'],
    [new NoSuchRecordError(), 'not-found'],
    [new TypeError('a bug'), 'unexpected'],
    ['not even an error', 'unexpected'],
    [null, 'unexpected'],
  ] as [unknown, string][])('%s is %s', (error, code) => {
    expect(failureOf(error).code).toBe(code);
  });

  it('is not led in circles by an error that wraps itself', () => {
    const error = new Dexie.AbortError('x') as unknown as { inner: unknown };
    error.inner = error;
    expect(failureOf(error).code).toBe('unexpected');
  });
});

describe('attempt', () => {
  it('opens a closed database again', async () => {
    const db = openTestDatabase();
    await save(db);
    db.close();
    expect(await save(db)).toMatchObject({ ok: true });
    expect(await db.notes.count()).toBe(1);
  });

  it('goes on when the connection is closed while several write', async () => {
    const db = openTestDatabase();
    await save(db);
    const writes = Array.from({ length: 8 }, (_, i) =>
      attempt(db, () =>
        saveNote(db, makeDraft({ body: `words ${i}`, updatedAt: THEN + i }), keyed),
      ),
    );
    db.close();
    for (const written of await Promise.all(writes)) expect(written.ok).toBe(true);
    expect((await db.notes.get(NOTE_ID))?.body).toBe('words 7');
  });

  it('goes on with a new database when the old one was deleted under it', async () => {
    const db = openTestDatabase();
    await save(db);
    await Dexie.delete(db.name);
    expect(await save(db)).toMatchObject({ ok: true });
    expect(await db.notes.count()).toBe(1);
  });

  it('takes a new connection when the old one has gone bad', async () => {
    const db = openTestDatabase();
    let bad: IDBDatabase | null = null;
    const { transaction } = IDBDatabase.prototype;
    // Before the connection is made: Dexie keeps hold of the method from then on.
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    spy.mockImplementation(function (this: IDBDatabase, ...args) {
      if (this === bad) throw new DOMException('Internal error', 'UnknownError');
      return transaction.apply(this, args);
    });
    await save(db);
    bad = db.backendDB();
    const writes = await Promise.all([save(db), save(db), save(db)]);
    for (const written of writes) expect(written).toMatchObject({ ok: true });
    expect(db.backendDB()).not.toBe(bad);
    spy.mockRestore();
  });

  it('says that the disk is full, and leaves what was kept as it was', async () => {
    const db = openTestDatabase();
    const before = await save(db);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw quotaError();
    });
    const more = makeDraft({ body: 'كلمات كثيرة', updatedAt: THEN + 1 });
    const result = await attempt(db, () => saveNote(db, more, keyed));
    put.mockRestore();
    expect(result).toMatchObject({ ok: false, error: { code: 'storage-full' } });
    expect(before).toEqual({ ok: true, value: await db.notes.get(NOTE_ID) });
  });

  it('refuses a database of a newer version, and leaves it as it is', async () => {
    const newer = new Dexie('newer');
    newer.version(SCHEMA_VERSION + 1).stores({ notes: 'id', inventedLater: 'id' });
    await newer.table('inventedLater').add({ id: 'x' });
    newer.close();
    const db = openTestDatabase('newer');
    for (const _ of [1, 2]) {
      expect(await save(db)).toMatchObject({
        ok: false,
        error: { code: 'storage-newer' },
      });
    }
    await newer.open();
    expect(newer.backendDB().version).toBe((SCHEMA_VERSION + 1) * 10);
    expect(await newer.table('inventedLater').count()).toBe(1);
    newer.close();
  });

  it('says that there is no such note', async () => {
    const db = openTestDatabase();
    const wish = { noteId: NOTE_ID, deleted: true, at: THEN };
    expect(await attempt(db, () => setNoteDeleted(db, wish))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('gives up when the browser has no database at all', async () => {
    const db = openTestDatabase();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    expect(await save(db)).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable' },
    });
    open.mockRestore();
    expect(await save(db)).toMatchObject({ ok: true });
  });

  it('tells in time that another context keeps the database from opening', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const db = openTestDatabase();
    const open = vi
      .spyOn(db, 'open')
      .mockReturnValue(new Dexie.Promise(() => {}) as never);
    const saving = save(db);
    // A client waits ten seconds.
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await saving).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable' },
    });
    open.mockRestore();
    vi.useRealTimers();
    expect(await save(db)).toMatchObject({ ok: true });
  });
});
