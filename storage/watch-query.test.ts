import { describe, expect, it, vi } from 'vitest';
import { makeFacts } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { ensureArticle } from './articles';
import type { HawashiDatabase } from './database';
import { watchQuery } from './watch-query';

function watched(db: HawashiDatabase) {
  const stop = new AbortController();
  const listener = vi.fn();
  const onFailure = vi.fn();
  const read = () => db.articles.count();
  watchQuery(db, read, { listener, onFailure, signal: stop.signal });
  return { stop, listener, onFailure };
}

const add = (db: HawashiDatabase, urlKey: string) =>
  ensureArticle(db, { facts: makeFacts(), urlKey, now: 1 });

describe('watchQuery', () => {
  it('follows what other contexts write, from a database that was not open yet', async () => {
    const writer = openTestDatabase('watched');
    await writer.ensureOpen();
    const { listener, stop } = watched(openTestDatabase('watched'));
    await vi.waitFor(() => expect(listener).toHaveBeenLastCalledWith(0));
    await add(writer, 'a');
    await vi.waitFor(() => expect(listener).toHaveBeenLastCalledWith(1));
    stop.abort();
    await add(writer, 'b');
    expect(listener).toHaveBeenLastCalledWith(1);
  });

  it('says nothing once it was ended, even before it began', async () => {
    const db = openTestDatabase();
    const { listener, stop } = watched(db);
    stop.abort();
    await db.ensureOpen();
    await add(db, 'a');
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells why nothing can be read', async () => {
    const db = openTestDatabase();
    vi.spyOn(db, 'ensureOpen').mockRejectedValue(
      Object.assign(new Error(), { name: 'NewerDatabaseError' }),
    );
    const { onFailure, listener } = watched(db);
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalled());
    expect(onFailure.mock.lastCall?.[0]).toMatchObject({ code: 'storage-newer' });
    expect(listener).not.toHaveBeenCalled();
  });
});
