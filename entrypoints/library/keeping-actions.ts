/** What the buttons of "Keeping" do. */
import type { Signal } from '@preact/signals';
import type { KeepingWork } from '@/components/library-page/keeping-view';
import type { LibraryActions } from '@/components/library-page/library-view';
import { sendToBackground } from '@/messaging/client';
import type { BackupDatabase } from '@/storage/backup-database';
import type { HawashiDatabase } from '@/storage/database';
import { type KeepingReport, writeKeepingReport } from '@/storage/keeping-report';
import { readDamaged } from '@/storage/keeping-status';
import { requestPersistence } from '@/storage/request-persistence';
import { broughtBackActions, undoBringingBack } from '../popup/brought-back';
import { downloadText, exportNotes } from '../popup/export-notes';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';
import { askForDownloads } from './ask-for-downloads';
import { importActions } from './import-actions';

interface Ports {
  db: HawashiDatabase;
  openBackup: () => Promise<BackupDatabase>;
  work: Signal<KeepingWork | null>;
  report: Signal<KeepingReport | null>;
  refresh: () => Promise<void>;
  speaker: Speaker;
  language: Language;
}

type KeepingActions = Pick<
  LibraryActions,
  | 'askToPersist'
  | 'backUpNow'
  | 'restoreGeneration'
  | 'chooseFile'
  | 'chooseColumns'
  | 'bringFileBack'
  | 'cancelWork'
  | 'undoLastBrought'
  | 'saveFile'
  | 'saveDamaged'
  | 'setWeeklyFile'
  | 'acceptBroughtBack'
  | 'undoBroughtBack'
>;

export function keepingActions(ports: Ports): KeepingActions {
  const { db, openBackup, work, report, refresh, speaker, language } = ports;
  const t = () => language.translator.value.t;
  const coming = { report, speaker, language, onUndone: refresh };

  const orComplain = (done: Promise<void>): void => {
    done.catch(() => {
      work.value = null;
      speaker.complainOf('storage-unavailable');
    });
  };

  const offerUndo = (token: string, count: number): void => {
    if (count === 0) {
      speaker.say(t()('keeping.nothingBrought'));
      return;
    }
    speaker.say(t()('keeping.brought', { count }), () => orComplain(undo(token)));
  };

  async function undo(token: string): Promise<void> {
    work.value = { type: 'undoing' };
    await undoBringingBack({ speaker, language }, token);
    work.value = null;
    await refresh();
  }

  async function restore(generation: number): Promise<void> {
    const token = crypto.randomUUID();
    work.value = { type: 'bringing', done: 0, all: 0 };
    const reply = await sendToBackground('restore-backup', { token, generation });
    work.value = null;
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    offerUndo(token, reply.value.added + reply.value.changed);
    await refresh();
  }

  return {
    askToPersist() {
      void requestPersistence().then((isKept) => {
        const words = isKept ? 'keeping.persisted' : 'keeping.notPersisted';
        speaker.say(t()(words));
        return refresh();
      });
    },
    backUpNow() {
      void sendToBackground('back-up-now', {}).then((reply) => {
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        speaker.say(t()('keeping.backedUp'));
        return refresh();
      });
    },
    restoreGeneration: (number) => orComplain(restore(number)),
    ...importActions({
      ...{ db, openBackup, work, refresh, speaker, language },
      ...{ offerUndo, orComplain },
    }),
    undoLastBrought: (token) => orComplain(undo(token)),
    saveFile() {
      const { lang } = language.translator.value;
      const wish = { articleId: null, format: 'json', lang, now: Date.now() } as const;
      void exportNotes(db, wish).then((done) => {
        if (done.ok) speaker.say(t()('export.done'));
        else speaker.complainOf(done.error.code);
      });
    },
    saveDamaged() {
      orComplain(
        openBackup()
          .then(readDamaged)
          .then((rows) =>
            downloadText(`${JSON.stringify(rows, null, 2)}\n`, 'hawashi-damaged.json'),
          ),
      );
    },
    setWeeklyFile(on) {
      // Asked before anything is awaited: the click must still count.
      const asked = on ? askForDownloads() : Promise.resolve(true);
      void asked.then(async (isGiven) => {
        const before = report.value?.file ?? { writtenAt: null };
        const trouble = isGiven ? null : 'denied';
        const { writtenAt } = before;
        await writeKeepingReport({ file: { wanted: on && isGiven, writtenAt, trouble } });
        if (!isGiven) return speaker.complain(t()('keeping.fileTrouble.denied'));
        // The first file is written at once.
        if (on) await sendToBackground('back-up-now', {});
      });
    },
    ...broughtBackActions(coming),
  };
}
