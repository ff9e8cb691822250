/** How the notes are kept, for the popup. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PopupActions, PopupState } from '@/components/popup/popup-view';
import { sendToBackground } from '@/messaging/client';
import { backupNameOf, openBackup } from '@/storage/backup-database';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import {
  type KeepingReport,
  readKeepingReport,
  watchKeepingReport,
  writeKeepingReport,
} from '@/storage/keeping-report';
import { readBrowserKeeping } from '@/storage/keeping-status';
import { backupWrittenAt } from '@/storage/write-backup';
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

  async function undo(token: string): Promise<void> {
    const reply = await sendToBackground('undo-bringing-back', { token });
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    const { notes: count } = reply.value;
    speaker.say(language.translator.value.t('keeping.undone', { count }));
  }

  return {
    view: computed(() => {
      const counts = report.value?.broughtBack?.counts;
      return {
        keeping: keeping.value,
        unreadable: unreadable.value,
        broughtBack: counts ? counts.added + counts.changed : null,
      };
    }),
    actions: {
      acceptBroughtBack() {
        void writeKeepingReport({ broughtBack: null });
      },
      undoBroughtBack() {
        const token = report.value?.broughtBack?.token;
        void writeKeepingReport({ broughtBack: null });
        if (token !== undefined) void undo(token);
      },
    },
    start() {
      const show = (read: KeepingReport) => {
        report.value = read;
      };
      readKeepingReport().then(show, () => {});
      watchKeepingReport(show, closing);
      const timer = setTimeout(() => void look().catch(() => {}), AFTER_THE_REST);
      closing.addEventListener('abort', () => clearTimeout(timer));
    },
  };
}
