/** How the notes are kept, for the popup. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PopupActions, PopupState } from '@/components/popup/popup-view';
import { backupNameOf, openBackup } from '@/storage/backup-database';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import type { KeepingReport } from '@/storage/keeping-report';
import { readBrowserKeeping } from '@/storage/keeping-status';
import { backupWrittenAt } from '@/storage/write-backup';
import {
  broughtBackActions,
  countBroughtBack,
  followKeepingReport,
} from './brought-back';
import type { Language } from './language';
import type { Speaker } from './speaker';

interface Ports {
  db: HawashiDatabase;
  speaker: Speaker;
  language: Language;
  closing: AbortSignal;
}

interface KeepingDesk {
  view: ReadonlySignal<Pick<PopupState, 'keeping' | 'unreadable' | 'broughtBack'>>;
  actions: Pick<PopupActions, 'acceptBroughtBack' | 'undoBroughtBack'>;
  start: () => void;
}

/** Counting 100,000 notes would keep those of the article waiting, in ms. */
const AFTER_THE_REST = 300;

export function createKeepingDesk({
  db,
  speaker,
  language,
  closing,
}: Ports): KeepingDesk {
  const keeping = signal<PopupState['keeping']>(null);
  const unreadable = signal<string | null>(null);
  const report = signal<KeepingReport | null>(null);

  async function look(): Promise<void> {
    const read = await attempt(db, () => db.notes.count());
    // Asked again as long as the popup is open: what blocks it may go.
    if (!read.ok) {
      unreadable.value = read.error.code;
      if (read.error.code === 'storage-blocked' && !closing.aborted) void look();
      return;
    }
    unreadable.value = null;
    const { bytes } = await readBrowserKeeping();
    const backup = await openBackup(backupNameOf(db.name));
    const writtenAt = await backupWrittenAt(backup).catch(() => null);
    backup.close();
    keeping.value = { notes: read.value, bytes, writtenAt };
  }

  return {
    view: computed(() => ({
      keeping: keeping.value,
      unreadable: unreadable.value,
      broughtBack: countBroughtBack(report.value),
    })),
    actions: {
      ...broughtBackActions({ report, speaker, language }),
    },
    start() {
      followKeepingReport(report, closing);
      const timer = setTimeout(() => void look().catch(() => {}), AFTER_THE_REST);
      closing.addEventListener('abort', () => clearTimeout(timer));
    },
  };
}
