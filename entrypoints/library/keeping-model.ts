/** How the notes are kept, as signals. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { KeepingPart, KeepingWork } from '@/components/library-page/keeping-view';
import { type BackupDatabase, backupNameOf, openBackup } from '@/storage/backup-database';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import type { KeepingReport } from '@/storage/keeping-report';
import {
  type BrowserKeeping,
  type KeepingStatus,
  readBrowserKeeping,
  readKeepingStatus,
} from '@/storage/keeping-status';
import { createLastBrought, type LastBrought } from '@/storage/undo-bringing-back';
import { loadOnce } from '../background/load-once';
import { followKeepingReport } from '../popup/brought-back';

/** While it is looked at, in ms: several databases and the disk are asked, of which not all tell of changes. */
const LOOK_EVERY = 2_000;

interface KeepingModel {
  part: ReadonlySignal<KeepingPart | null>;
  report: Signal<KeepingReport | null>;
  work: Signal<KeepingWork | null>;
  openBackup: () => Promise<BackupDatabase>;
  refresh: () => Promise<void>;
  /** Keeps it as it is until `ending`. */
  follow: (ending: AbortSignal) => void;
  start: (closing: AbortSignal) => void;
}

export function createKeepingModel({
  db,
  onFailure,
}: {
  db: HawashiDatabase;
  /** By a code of the protocol. */
  onFailure: (code: string) => void;
}): KeepingModel {
  const status = signal<(KeepingStatus & BrowserKeeping) | null>(null);
  const report = signal<KeepingReport | null>(null);
  const work = signal<KeepingWork | null>(null);
  const lastBrought = signal<LastBrought | null>(null);
  const readLastBrought = createLastBrought(db);
  const backup = loadOnce(() => openBackup(backupNameOf(db.name)));

  async function refresh(): Promise<void> {
    const read = await attempt(db, async () => readKeepingStatus(db, await backup()));
    if (read.ok) status.value = { ...read.value, ...(await readBrowserKeeping()) };
    else return onFailure(read.error.code);
    // While it is being added to, or undone, it is another one with each piece.
    if (isChanging(work.value)) return;
    lastBrought.value = await readLastBrought(await backup(), Date.now());
  }

  const part = computed<KeepingPart | null>(() => {
    if (status.value === null || report.value === null) return null;
    const { trouble, file } = report.value;
    const { value } = lastBrought;
    return { ...status.value, trouble, file, work: work.value, lastBrought: value };
  });

  return {
    part,
    report,
    work,
    openBackup: backup,
    refresh,
    follow(ending) {
      void refresh();
      const timer = setInterval(() => void refresh(), LOOK_EVERY);
      ending.addEventListener('abort', () => clearInterval(timer));
    },
    start(closing) {
      followKeepingReport(report, closing);
    },
  };
}

function isChanging(work: KeepingWork | null): boolean {
  return work?.type === 'bringing' || work?.type === 'undoing';
}
