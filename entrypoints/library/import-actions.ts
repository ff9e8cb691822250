/** A file of notes: what is in it, what the reader takes of it, and the way back. */
import type { Signal } from '@preact/signals';
import type {
  FilePreview,
  ImportChoice,
  ImportKind,
  ImportRow,
  KeepingActions,
  KeepingWork,
} from '@/components/library-page/keeping-view';
import type { ExportData } from '@/core/export/export-data';
import type { ColumnRole, Columns } from '@/core/import/csv-columns';
import { sampleRows } from '@/core/import/formats';
import { type Note, quoteOf } from '@/core/model/note';
import { sendToBackground } from '@/messaging/client';
import type { BackupDatabase } from '@/storage/backup-database';
import { type Comparison, compareNotes } from '@/storage/compare-notes';
import type { HawashiDatabase } from '@/storage/database';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';
import { piecesOf } from './import-pieces';
import { type KnownFile, openImport, readInTurns } from './read-import-file';

interface Ports {
  db: HawashiDatabase;
  openBackup: () => Promise<BackupDatabase>;
  work: Signal<KeepingWork | null>;
  refresh: () => Promise<void>;
  speaker: Speaker;
  language: Language;
  /** Says how many notes came, with the way back. */
  offerUndo: (token: string, count: number) => void;
  /** Says so when it does not work. */
  orComplain: (done: Promise<void>) => void;
}

interface Import {
  name: string;
  opened: KnownFile;
  fileTime: number;
  /** Once it was read. */
  read?: { data: ExportData; compared: Comparison };
}

/** Rows of a table beside the choice of its columns. */
const SAMPLE = 3;
/** Units of a note in a list. */
const EXCERPT = 300;

export function importActions(
  ports: Ports,
): Pick<KeepingActions, 'chooseFile' | 'chooseColumns' | 'bringFileBack' | 'cancelWork'> {
  const { db, openBackup, work, refresh, speaker, language } = ports;
  const { offerUndo, orComplain } = ports;
  let file: Import | null = null;

  async function choose(chosen: File): Promise<void> {
    work.value = { type: 'reading', done: 0 };
    const opened = await openImport(chosen);
    if (!opened.ok) {
      work.value = null;
      const { t } = language.translator.value;
      const reason = t(`import.reasons.${opened.error}`);
      return speaker.complain(`${reason} ${t('import.untouched')}`);
    }
    const { name, lastModified } = chosen;
    await look({ name, opened: opened.value, fileTime: lastModified });
  }

  async function look(
    chosen: Import,
    by?: { columns: Columns; chosen: ColumnRole },
  ): Promise<void> {
    const goesOn = (done: number): boolean => {
      if (work.value?.type !== 'reading') return false;
      work.value = { type: 'reading', done };
      return true;
    };
    work.value = { type: 'reading', done: 0 };
    const { opened, fileTime } = chosen;
    const read = await readInTurns(opened, { columns: by?.columns, fileTime }, () =>
      goesOn(0),
    );
    if (read === null) return;
    const { data, report } = read;
    const compared = await compareNotes(db, await openBackup(), data, goesOn);
    if (compared === null || work.value?.type !== 'reading') return;
    const { format } = opened;
    file = { ...chosen, read: { data, compared } };
    const table =
      'text' in opened
        ? {
            headings: opened.headings,
            columns: by?.columns ?? opened.columns,
            sample: sampleRows(opened.text, SAMPLE),
            chosen: by?.chosen ?? null,
          }
        : null;
    const { left, refused } = report;
    const kinds = rowsOf(data, compared);
    work.value = {
      type: 'preview',
      preview: { name: chosen.name, format, kinds, left, refused, table },
    };
  }

  async function bring(
    { read }: Required<Import>,
    { kinds, without }: ImportChoice,
  ): Promise<void> {
    const left = new Set(without);
    const notes = kinds
      .flatMap((kind) => chosenOf(read.compared, kind))
      .filter(({ id }) => !left.has(id));
    const token = crypto.randomUUID();
    const progress: KeepingWork = { type: 'bringing', done: 0, all: notes.length };
    work.value = progress;
    let count = 0;
    for (const piece of piecesOf(read.data, notes)) {
      const reply = await sendToBackground('bring-back', { token, ...piece });
      if (!reply.ok) {
        work.value = null;
        if (count > 0) offerUndo(token, count);
        return speaker.complainOf(reply.error.code);
      }
      count += reply.value.added + reply.value.changed;
      // What was done stays, and can be undone.
      if (work.value?.type !== 'bringing') break;
      work.value = { ...progress, done: work.value.done + piece.notes.length };
    }
    work.value = null;
    offerUndo(token, count);
    await refresh();
  }

  return {
    chooseFile: (chosen) => orComplain(choose(chosen)),
    chooseColumns(columns, chosen) {
      if (file !== null) orComplain(look(file, { columns, chosen }));
    },
    bringFileBack(choice) {
      if (file?.read !== undefined)
        orComplain(bring({ ...file, read: file.read }, choice));
      file = null;
    },
    cancelWork() {
      work.value = null;
      file = null;
    },
  };
}

/** What is sent for a kind. Of a conflict the file's words are to stand, so they are made the later ones. */
function chosenOf(compared: Comparison, kind: ImportKind): Note[] {
  if (kind === 'changed') return compared.changed.map(({ incoming }) => incoming);
  if (kind !== 'conflicting') return compared[kind];
  return compared.conflicting.map(({ here, incoming }) => ({
    ...incoming,
    updatedAt: Math.max(incoming.updatedAt, here.updatedAt + 1),
  }));
}

function rowsOf(data: ExportData, compared: Comparison): FilePreview['kinds'] {
  const titles = new Map(data.articles.map(({ id, title, url }) => [id, title || url]));
  const row = (note: Note, here: Note | null): ImportRow => ({
    id: note.id,
    article: titles.get(note.articleId) ?? '',
    quote: quoteOf(note)?.slice(0, EXCERPT) ?? null,
    body: note.body.slice(0, EXCERPT),
    here: here === null ? null : here.body.slice(0, EXCERPT),
  });
  const { added, changed, conflicting, gone, same } = compared;
  return {
    added: added.map((note) => row(note, null)),
    changed: changed.map(({ incoming, here }) => row(incoming, here)),
    conflicting: conflicting.map(({ incoming, here }) => row(incoming, here)),
    gone: gone.map((note) => row(note, null)),
    same: same.map((note) => row(note, null)),
  };
}
