/** What the buttons of "Keeping" do. */
import type { Signal } from '@preact/signals';
import type { KeepingWork } from '@/components/library-page/keeping-view';
import type { LibraryActions } from '@/components/library-page/library-view';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import { sendToBackground } from '@/messaging/client';
import type { BackupDatabase } from '@/storage/backup-database';
import { type Comparison, compareNotes } from '@/storage/compare-notes';
import type { HawashiDatabase } from '@/storage/database';
import { type KeepingReport, writeKeepingReport } from '@/storage/keeping-report';
import { readDamaged } from '@/storage/keeping-status';
import { requestPersistence } from '@/storage/request-persistence';
import { downloadText, exportNotes } from '../popup/export-notes';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';
import { askForDownloads } from './ask-for-downloads';
import { type BackupFile, readBackupFile } from './read-backup-file';

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
  | 'bringFileBack'
  | 'cancelWork'
  | 'saveFile'
  | 'saveDamaged'
  | 'setWeeklyFile'
  | 'acceptBroughtBack'
  | 'undoBroughtBack'
>;

/** Notes in one message. */
const PIECE = 100;

export function keepingActions(ports: Ports): KeepingActions {
  const { db, openBackup, work, report, refresh, speaker, language } = ports;
  const t = () => language.translator.value.t;
  let file: { read: BackupFile; compared: Comparison } | null = null;

  const offerUndo = (token: string, count: number): void => {
    if (count === 0) {
      speaker.say(t()('keeping.nothingBrought'));
      return;
    }
    speaker.say(t()('keeping.brought', { count }), () => {
      speaker.silence();
      void undo(token);
    });
  };

  async function undo(token: string): Promise<void> {
    const reply = await sendToBackground('undo-bringing-back', { token });
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    speaker.say(t()('keeping.undone', { count: reply.value.notes }));
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

  async function look(chosen: File): Promise<void> {
    const read = readBackupFile(await chosen.text());
    if (read === null) return speaker.complain(t()('keeping.notOurs'));
    const compared = await compareNotes(db, await openBackup(), read.notes);
    file = { read, compared };
    const { added, changed, same, gone } = compared;
    work.value = {
      type: 'preview',
      preview: {
        name: chosen.name,
        added: added.length,
        changed: changed.length,
        same,
        gone: gone.length,
        unsound: read.unsound,
      },
    };
  }

  async function bring(
    { read, compared }: NonNullable<typeof file>,
    withGone: boolean,
  ): Promise<void> {
    const gone = new Set(withGone ? [] : compared.gone.map(({ id }) => id));
    // Those that are the same, too: the file may have versions of them that are not here.
    const notes = read.notes.filter(({ id }) => !gone.has(id));
    const token = crypto.randomUUID();
    const progress: KeepingWork = { type: 'bringing', done: 0, all: notes.length };
    work.value = progress;
    let count = 0;
    for (const piece of piecesOf(read, notes)) {
      const reply = await sendToBackground('bring-back', { token, ...piece });
      if (!reply.ok) {
        work.value = null;
        return speaker.complainOf(reply.error.code);
      }
      count += reply.value.added + reply.value.changed;
      // What was done stays, and can be undone.
      if (work.value?.type !== 'bringing') break;
      work.value = { ...progress, done: Math.min(work.value.done + PIECE, notes.length) };
    }
    work.value = null;
    offerUndo(token, count);
    await refresh();
  }

  const orComplain = (done: Promise<void>): void => {
    done.catch(() => {
      work.value = null;
      speaker.complainOf('storage-unavailable');
    });
  };

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
    chooseFile: (chosen) => orComplain(look(chosen)),
    bringFileBack(withGone) {
      if (file !== null) orComplain(bring(file, withGone));
      file = null;
    },
    cancelWork() {
      work.value = null;
      file = null;
    },
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
    acceptBroughtBack() {
      void writeKeepingReport({ broughtBack: null });
    },
    undoBroughtBack() {
      const token = report.value?.broughtBack?.token;
      void writeKeepingReport({ broughtBack: null });
      if (token !== undefined) void undo(token);
    },
  };
}

/** Each with the articles and versions of its notes. */
function* piecesOf(read: BackupFile, notes: readonly Note[]) {
  const articles = new Map(read.articles.map((article) => [article.id, article]));
  const versions = new Map<string, NoteVersion[]>();
  for (const version of read.versions) {
    const { noteId } = version;
    versions.set(noteId, [...(versions.get(noteId) ?? []), version]);
  }
  const sameAddress = new Map<string | undefined, string[]>();
  for (const { id, urlKey } of read.articles) {
    sameAddress.set(urlKey, [...(sameAddress.get(urlKey) ?? []), id]);
  }
  for (let from = 0; from < notes.length; from += PIECE) {
    const piece = notes.slice(from, from + PIECE);
    const ids = new Set(piece.map(({ articleId }) => articleId));
    yield {
      notes: piece,
      articles: [...ids].flatMap((id) => articles.get(id) ?? []),
      versions: piece.flatMap(({ id }) => versions.get(id) ?? []),
      // Those of the file at whose addresses another of the file may be found.
      ofFile: [...ids].flatMap((id) => sameAddress.get(articles.get(id)?.urlKey) ?? []),
    };
  }
}
