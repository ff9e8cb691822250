/**
 * Keeps the backup in step with the main database, and the main database alive
 * by the backup. Nobody waits for it: whatever goes wrong here keeps no note from
 * being saved.
 */
import Dexie from 'dexie';
import { type BackupDatabase, readFact } from './backup-database';
import type { BroughtCounts } from './bring-back';
import { checkDatabase, looksSound } from './check-database';
import type { HawashiDatabase } from './database';
import { failureOf } from './failure';
import { closeGeneration, isDailyDue, thinGenerations } from './generations';
import { readRawTables } from './read-raw';
import { restoreBackup } from './restore-backup';
import { SCHEMA_VERSION } from './schema';
import { trackChanges } from './track-changes';
import { dropOldUndo } from './undo-bringing-back';
import { writeAll, writeDue } from './write-backup';

/** Tells the main database and its backup that they belong together; under it in both. */
const IDENTITY = 'database-id';
/** After a change, in ms: a reader who writes on changes the same row again. */
const PAUSE = 400;
/** Runs that fail one after the other until the next change. */
const TRIES = 5;
/** Runs that fail, in half a minute, until a database that cannot be opened in any way is given up. */
const GIVE_UP_AFTER = 4;
/** Between two comparisons of everything, in ms. */
const COMPARE_EVERY = 7 * 86_400_000;

export interface BackupPorts {
  db: HawashiDatabase;
  /** The same at each call; one that did not open is tried again. */
  openBackup: () => Promise<BackupDatabase>;
  now: () => number;
  /** Notes were brought back since the main database was lost. */
  onBroughtBack: (token: string, counts: BroughtCounts) => void;
  /** Why the backup cannot be written, by a code of `StorageFailure`; null once it can. */
  onTrouble: (code: string | null) => void;
}

export interface BackupKeeper {
  stop(): void;
  /** Brings both databases into step now. Concurrent calls share one run. */
  settle(): Promise<void>;
  /** Also makes a generation of what is there. */
  backUpNow(): Promise<void>;
  backup: () => Promise<BackupDatabase>;
}

/** Call before the database is opened. */
export function createBackupKeeper(ports: BackupPorts): BackupKeeper {
  const { db, openBackup: backup, now, onTrouble } = ports;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something changed since the run began. */
  let isAsked = false;
  let isStopped = false;
  /** Runs that failed one after the other. */
  let failures = 0;

  function schedule(): void {
    if (isStopped) return;
    isAsked = true;
    clearTimeout(timer);
    timer = setTimeout(() => void settle(), PAUSE);
  }

  async function settle(): Promise<void> {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  }

  async function run(): Promise<void> {
    try {
      do {
        isAsked = false;
        const opened = await backup();
        await db.ensureOpen();
        await bringIntoStep(opened, ports);
      } while (isAsked);
      failures = 0;
      onTrouble(null);
    } catch (error) {
      if (isStopped) return;
      // A connection that was lost is there again at the next try.
      if (++failures > 1) onTrouble(failureOf(error).code);
      if (failures >= GIVE_UP_AFTER)
        await backup().then(
          (opened) => clearRuin(db, opened),
          () => {},
        );
      if (failures < TRIES)
        timer = setTimeout(() => void settle(), PAUSE * 4 ** failures);
    }
  }

  trackChanges(db, schedule);
  // Again with each opening: it may be another database than it was.
  db.on('ready', () => void setTimeout(schedule, 0), true);
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
    settle,
    backup,
    async backUpNow() {
      await settle();
      const notes = await db.notes.count();
      await closeGeneration(await backup(), { at: now(), kind: 'asked', notes });
    },
  };
}

async function bringIntoStep(
  backup: BackupDatabase,
  { db, now, onBroughtBack }: BackupPorts,
): Promise<void> {
  const own = (await db.meta.get(IDENTITY))?.value;
  const known = await readFact(backup, IDENTITY);
  if (typeof own !== 'string' || own !== known) {
    // Another database than the one that was backed up: lost, deleted, or new.
    if (typeof known === 'string') {
      const token = crypto.randomUUID();
      const counts = await restoreBackup(db, backup, { token, now });
      if (counts.added + counts.changed > 0) onBroughtBack(token, counts);
    }
    await writeAll(db, backup, now);
    const id = typeof known === 'string' ? known : crypto.randomUUID();
    await backup.facts.put({ key: IDENTITY, value: id });
    await backup.facts.put({ key: 'compared', value: comparedNow(now()) });
    await db.meta.put({ key: IDENTITY, value: id });
  }
  await writeDue(db, backup, now);
  await compareNowAndThen(db, backup, now);
  if (await isDailyDue(backup, now())) {
    const notes = await db.notes.count();
    if (await closeGeneration(backup, { at: now(), kind: 'daily', notes })) {
      await thinGenerations(backup);
    }
    await dropOldUndo(backup, now());
  }
}

/**
 * Removes a main database of which the browser cannot give anything, at any
 * version, though it can give its backup: what is made of that is all there is.
 */
async function clearRuin(db: HawashiDatabase, backup: BackupDatabase): Promise<void> {
  if ((await backup.states.limit(1).count()) === 0) return;
  const isReadable = await readRawTables(db.name, ['notes']).then(
    () => true,
    (error: unknown) => failureOf(error).code !== 'storage-unavailable',
  );
  if (!isReadable) await Dexie.delete(db.name);
}

interface Compared {
  at: number;
  version: number;
}

const comparedNow = (at: number): Compared => ({ at, version: SCHEMA_VERSION });

/** What may have been missed or is damaged: after an upgrade, which changes rows, once a week, and when the latest notes do not look sound. */
async function compareNowAndThen(
  db: HawashiDatabase,
  backup: BackupDatabase,
  now: () => number,
): Promise<void> {
  const last = (await readFact(backup, 'compared')) as Compared | undefined;
  const isFresh = last !== undefined && Math.abs(now() - last.at) < COMPARE_EVERY;
  const isSound = await looksSound(db);
  if (isFresh && isSound && last.version === SCHEMA_VERSION) return;
  await checkDatabase(db, backup, now());
  await writeAll(db, backup, now);
  await backup.facts.put({ key: 'compared', value: comparedNow(now()) });
}
