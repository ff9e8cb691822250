/** What can go wrong with the database, as values. The codes are those of the protocol. */
import Dexie from 'dexie';
import { fail, ok, type Result } from '../core/model/result';
import type { HawashiDatabase } from './database';

export interface StorageFailure {
  code:
    | 'storage-full'
    | 'storage-unavailable'
    | 'storage-newer'
    | 'storage-blocked'
    | 'storage-migration'
    | 'not-found'
    | 'unexpected';
  /** For a developer's eyes. */
  message: string;
}

/**
 * Thrown inside a transaction so that it aborts, and becomes `not-found` outside.
 * Not called NotFoundError: Dexie takes an error of that name for the browser's
 * and throws one of its own instead.
 */
export class NoSuchRecordError extends Error {
  override name = 'NoSuchRecordError';
}

/** The database on the disk was written by a newer version of the extension. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/** An older version of the extension keeps the database open, which must become a newer one. */
export class UpgradeBlockedError extends Error {
  override name = 'UpgradeBlockedError';
}

/** What an older version wrote could not be brought into today's form, and was left as it is. */
export class MigrationFailedError extends Error {
  override name = 'MigrationFailedError';
}

const CODES: Record<string, StorageFailure['code']> = {
  QuotaExceededError: 'storage-full',
  NoSuchRecordError: 'not-found',
  NewerDatabaseError: 'storage-newer',
  VersionError: 'storage-newer',
  UpgradeBlockedError: 'storage-blocked',
  MigrationFailedError: 'storage-migration',
  DatabaseClosedError: 'storage-unavailable',
  InvalidStateError: 'storage-unavailable',
  MissingAPIError: 'storage-unavailable',
  MissingApiError: 'storage-unavailable',
  OpenFailedError: 'storage-unavailable',
  OpenTimeoutError: 'storage-unavailable',
  NoSuchDatabaseError: 'storage-unavailable',
  TransactionInactiveError: 'storage-unavailable',
  TimeoutError: 'storage-unavailable',
  UnknownError: 'storage-unavailable',
  SecurityError: 'storage-unavailable',
};

/**
 * The causes of an error, outermost first: Dexie wraps the browser's error in
 * `inner`, and the errors of a bulk write in `failures`.
 */
function* causesOf(error: unknown): Generator<{ name: string; message: string }> {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  while (queue.length > 0) {
    const cause = queue.shift();
    if (typeof cause !== 'object' || cause === null || seen.has(cause)) continue;
    seen.add(cause);
    const { name, message, inner, failures } = cause as Record<string, unknown>;
    yield { name: String(name ?? ''), message: String(message ?? '') };
    queue.push(inner);
    if (Array.isArray(failures)) queue.push(...failures.slice(0, 8));
  }
}

/** The failure that an error thrown by Dexie or IndexedDB stands for. */
export function failureOf(error: unknown): StorageFailure {
  const causes = [...causesOf(error)];
  const message =
    causes.map(({ name, message }) => `${name}: ${message}`).join(' ← ') || String(error);
  // The innermost name that we know is the reason; what wraps it is the consequence.
  // But a full disk is the reason wherever it stands.
  if (causes.some(({ name }) => name === 'QuotaExceededError')) {
    return { code: 'storage-full', message };
  }
  for (const { name } of causes.reverse()) {
    const code = CODES[name];
    if (code !== undefined) return { code, message };
  }
  return { code: 'unexpected', message };
}

/** How often an operation is tried when the connection is lost under it. */
const TRIES = 3;

/**
 * Runs an operation on the database and gives its failure as a value. When the
 * connection was closed, went bad, or the database was deleted under it, opens
 * it again and repeats the operation, which therefore must be one that may be
 * repeated.
 */
export async function attempt<T>(
  db: HawashiDatabase,
  operation: () => PromiseLike<T>,
): Promise<Result<T, StorageFailure>> {
  for (let attempted = 1; ; attempted++) {
    let connection: IDBDatabase | null = null;
    try {
      await db.ensureOpen();
      connection = db.backendDB();
      return ok(await operation());
    } catch (error) {
      const failure = failureOf(error);
      // What has waited once for another context has kept the asker waiting long enough.
      const isLate = error instanceof Dexie.TimeoutError;
      if (failure.code !== 'storage-unavailable' || isLate || attempted === TRIES) {
        return fail(failure);
      }
      db.giveUp(connection);
    }
  }
}
