import type { Result } from '@/core/model/result';
import type { BackgroundMessageName } from '@/messaging/protocol';
import type { BackgroundHandlers } from '@/messaging/serve';
import type { Turns } from '@/messaging/take-turns';
import type { BackupKeeper } from '@/storage/backup-keeper';
import { bringBack } from '@/storage/bring-back';
import type { HawashiDatabase } from '@/storage/database';
import { attempt, type StorageFailure } from '@/storage/failure';
import { restoreBackup } from '@/storage/restore-backup';
import { undoBringingBack } from '@/storage/undo-bringing-back';

export interface KeepingPorts {
  db: HawashiDatabase;
  keeper: Pick<BackupKeeper, 'backUpNow' | 'backup'>;
  /** Tells all tabs that notes, whichever, may have changed. */
  announceAllNotes: () => void;
  /** The backup file in the downloads, when it is wanted and due. */
  writeWeeklyFile: () => Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

export const KEEPING_MESSAGES = [
  'back-up-now',
  'restore-backup',
  'bring-back',
  'undo-bringing-back',
] as const satisfies readonly BackgroundMessageName[];

/** The messages about backups: of our own pages only (`messaging/serve.ts`). */
export function answerKeeping(
  { db, keeper, announceAllNotes, writeWeeklyFile, now }: KeepingPorts,
  turns: Turns,
): Pick<BackgroundHandlers, (typeof KEEPING_MESSAGES)[number]> {
  const changing = async <T>(
    operation: () => PromiseLike<T>,
  ): Promise<Result<T, StorageFailure>> => {
    const changed = await turns.first(() => attempt(db, operation));
    if (changed.ok) announceAllNotes();
    return changed;
  };
  return {
    'back-up-now': () =>
      attempt(db, async () => {
        await keeper.backUpNow();
        void writeWeeklyFile();
        return {};
      }),

    'restore-backup': ({ token, generation }) =>
      changing(async () =>
        restoreBackup(db, await keeper.backup(), {
          token,
          number: generation,
          now,
          asked: true,
        }),
      ),

    'bring-back': ({ token, ofFile, ...records }) =>
      changing(async () => {
        const own = new Set(ofFile);
        const piece = { ...records, isOurs: (id: string) => own.has(id) };
        const wish = { piece, token, now: now(), asked: true } as const;
        return bringBack(db, await keeper.backup(), wish);
      }),

    'undo-bringing-back': ({ token }) =>
      changing(async () => ({
        notes: await undoBringingBack(db, await keeper.backup(), { token, now: now() }),
      })),
  };
}
