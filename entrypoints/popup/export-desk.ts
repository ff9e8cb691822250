/** What the popup's export does: previews, files, copies, and the way to stop. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  ExportScope,
  ExportView,
  PopupActions,
} from '@/components/popup/popup-view';
import type { ExportData } from '@/core/export/export-data';
import type { FormatId } from '@/core/export/format-ids';
import type { Result } from '@/core/model/result';
import type { HawashiDatabase } from '@/storage/database';
import type { StorageFailure } from '@/storage/failure';
import type { PageFollower } from './follow-page';
import type { Language } from './language';
import type { Speaker } from './speaker';

interface Ports {
  isPrivate: boolean;
  db: HawashiDatabase;
  page: PageFollower;
  speaker: Speaker;
  language: Language;
  whileBusy: (work: () => Promise<void>) => Promise<void>;
}

type ExportActions = Pick<
  PopupActions,
  'exportNotes' | 'previewExport' | 'cancelExport' | 'copyNote'
>;

/** Formats and all: not before they are wanted, for the popup must open at once. */
const loadTools = () => import('./export-notes');
type ExportTools = Awaited<ReturnType<typeof loadTools>>;

export interface ExportDesk {
  view: ReadonlySignal<ExportView>;
  actions: ExportActions;
}

export function createExportDesk(ports: Ports): ExportDesk {
  const { speaker, language, whileBusy } = ports;
  const view = signal<ExportView>({ preview: null, share: null });
  const t = () => language.translator.value;
  let stopping = new AbortController();
  /** The preview that was asked for last. */
  let asked = 0;

  async function withData(
    scope: ExportScope,
    use: (data: ExportData, tools: ExportTools) => void | Promise<void>,
  ): Promise<void> {
    const tools = await loadTools();
    const reading = dataFor(ports, scope, tools);
    if (reading === null) return speaker.complain(t().t('export.nothing'));
    const read = await reading;
    if (!read.ok) return speaker.complainOf(read.error.code);
    await use(read.value, tools);
  }

  async function write(scope: ExportScope, format: FormatId): Promise<void> {
    stopping = new AbortController();
    const { signal } = stopping;
    const onProgress = (share: number) => {
      view.value = { ...view.value, share };
    };
    try {
      await withData(scope, async (data, tools) => {
        await tools.writeFile(data, { format, lang: t().lang }, { signal, onProgress });
        speaker.say(t().t('export.done'));
      });
    } catch (error) {
      if (!signal.aborted) throw error;
      speaker.say(t().t('export.cancelled'));
    } finally {
      view.value = { ...view.value, share: null };
    }
  }

  return {
    view,
    actions: {
      exportNotes(scope, format) {
        void whileBusy(() => write(scope, format));
      },
      previewExport(scope, format) {
        const nth = ++asked;
        void withData(scope, async (data, tools) => {
          const preview = await tools.previewOf(data, { format, lang: t().lang });
          if (nth === asked) view.value = { ...view.value, preview };
        });
      },
      cancelExport: () => stopping.abort(),
      copyNote(noteId, as) {
        void withData(`note:${noteId}`, async (data, tools) => {
          const text = tools.copyOf(data, as);
          if (text === null) return speaker.complain(t().t('export.nothing'));
          try {
            await navigator.clipboard.writeText(text);
            speaker.say(t().t('export.copied'));
          } catch {
            speaker.complain(t().t('export.notCopied'));
          }
        });
      },
    },
  };
}

/** Null when there is nothing of the kind. */
function dataFor(
  { isPrivate, page, db }: Ports,
  scope: ExportScope,
  { dataOfPage, onlyNote, readWanted }: ExportTools,
): Promise<Result<ExportData, StorageFailure>> | null {
  const noteId = scope.startsWith('note:') ? scope.slice('note:'.length) : undefined;
  const now = Date.now();
  if (isPrivate) {
    const data = dataOfPage(page.look.value.report, now);
    if (data === null) return null;
    const value = noteId === undefined ? data : onlyNote(data, noteId);
    return Promise.resolve({ ok: true, value });
  }
  const articleId = scope === 'everything' ? null : (page.article.value?.id ?? null);
  if (scope !== 'everything' && articleId === null) return null;
  return readWanted(db, { articleId, now, ...(noteId !== undefined && { noteId }) });
}
