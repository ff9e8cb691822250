import { liveQuery } from 'dexie';
import type { HawashiDatabase } from './database';
import { attempt, failureOf, type StorageFailure } from './failure';

export interface QueryWatcher<T> {
  listener: (value: T) => void;
  onFailure: (failure: StorageFailure) => void;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * Calls the listener with what `read` gives, now and after each change of what
 * it read, in whatever context that was made. What goes wrong is a value of the
 * query: Dexie tells a live query nothing of a database that is closed or does
 * not open.
 */
export function watchQuery<T>(
  db: HawashiDatabase,
  read: () => PromiseLike<T>,
  { listener, onFailure, signal }: QueryWatcher<T>,
): void {
  // An async function itself: only through one does Dexie follow what is read.
  const query = async () => await attempt(db, read);
  const follow = () => {
    if (signal.aborted) return;
    const subscription = liveQuery(query).subscribe(
      (result) => (result.ok ? listener(result.value) : onFailure(result.error)),
      (error) => onFailure(failureOf(error)),
    );
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  };
  // Opened before: a query that had to wait for it would not be followed. Why it did not open, the query tells.
  db.ensureOpen().then(follow, follow);
}
