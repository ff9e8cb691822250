/** How the notes are kept, for the reader's eyes. */
import type { BackupDatabase, Generation } from './backup-database';
import { type CheckReport, lastCheck } from './check-database';
import type { HawashiDatabase } from './database';
import { readDamagedDrafts } from './draft-journal';
import { requestPersistence } from './request-persistence';
import { countDue } from './track-changes';
import { backupWrittenAt } from './write-backup';

export interface KeepingStatus {
  /** The trash left out. */
  notes: number;
  trash: number;
  /** Changes that the backup has not heard of yet. */
  due: number;
  /** When the backup inside the browser was last written, in ms; null for never. */
  writtenAt: number | null;
  /** The latest first. */
  generations: Generation[];
  /** Rows and drafts that were set aside as they were found. */
  damaged: number;
  check: CheckReport | null;
}

export async function readKeepingStatus(
  db: HawashiDatabase,
  backup: BackupDatabase,
): Promise<KeepingStatus> {
  const all = await db.notes.count();
  // Null is no key: the index of the deleted holds the trash only.
  const trash = await db.notes.where('deletedAt').above(0).count();
  const generations = await backup.generations.reverse().toArray();
  return {
    notes: all - trash,
    trash,
    due: await countDue(db),
    writtenAt: await backupWrittenAt(backup),
    generations,
    damaged: (await readDamaged(backup)).length,
    check: await lastCheck(backup),
  };
}

/** What was set aside, to be exported. */
export async function readDamaged(backup: BackupDatabase): Promise<unknown[]> {
  return [...(await backup.damaged.toArray()), ...(await readDamagedDrafts())];
}

export interface BrowserKeeping {
  /** The browser will not throw it away for want of space; null when it does not say. */
  persisted: boolean | null;
  /** On the disk, of all that the extension keeps; null when the browser does not say. */
  bytes: number | null;
}

/** In a page of ours, which may ask for it, asks the browser to keep it. */
export async function readBrowserKeeping(): Promise<BrowserKeeping> {
  try {
    const { usage } = await navigator.storage.estimate();
    return { persisted: await requestPersistence(), bytes: usage ?? null };
  } catch {
    return { persisted: null, bytes: null };
  }
}
