import { useState } from 'preact/hooks';
import { FORMAT_IDS } from '@/core/export/format-ids';
import { quoteOf } from '@/core/model/note';
import { useReviewWords } from '../translation/translation-context';
import type { ExportFormat, ExportScope, NoteRow, PopupActions } from './popup-view';

interface Props {
  scopes: ExportScope[];
  notes: readonly NoteRow[];
  preview: string | null;
  busy: boolean;
  actions: PopupActions;
}

/** Of a note's words in the list, in UTF-16 units. */
const SHOWN = 60;

/** Any format, of one note, the article or everything, and how the file begins. */
export function ExportChoice({ scopes, notes, preview, busy, actions }: Props) {
  const { t } = useReviewWords();
  const [scope, setScope] = useState<ExportScope>(scopes[0] ?? 'everything');
  const [format, setFormat] = useState<ExportFormat>('html');
  const noteId = scope.startsWith('note:') ? scope.slice('note:'.length) : null;
  const choose = (one: ExportScope, as: ExportFormat) => {
    setScope(one);
    setFormat(as);
    actions.previewExport(one, as);
  };
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) actions.previewExport(scope, format);
      }}
    >
      <summary>{t('export.more')}</summary>
      <div class="hw-export-choice">
        <select
          class="hw-select"
          aria-label={t('export.what')}
          value={scope}
          onChange={(event) => choose(event.currentTarget.value as ExportScope, format)}
        >
          {scopes.map((one) => (
            <option key={one} value={one}>
              {t(one === 'page' ? 'export.page' : 'export.everything')}
            </option>
          ))}
          {scopes.includes('page') && notes.length > 0 && (
            <optgroup label={t('export.oneNote')}>
              {notes.map(({ note }) => (
                <option key={note.id} value={`note:${note.id}`}>
                  {shortWords(note)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <select
          class="hw-select"
          aria-label={t('export.format')}
          value={format}
          onChange={(event) => choose(scope, event.currentTarget.value as ExportFormat)}
        >
          {FORMAT_IDS.map((one) => (
            <option key={one} value={one}>
              {t(`export.formats.${one}`)}
            </option>
          ))}
        </select>
        <p class="hw-soft">{t(`export.hints.${format}`)}</p>
        {preview !== null && (
          <section
            class="hw-export-preview"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
            tabIndex={0}
            aria-label={t('export.preview')}
          >
            <pre dir="auto">{preview}</pre>
          </section>
        )}
        <div class="hw-export-row">
          <button
            type="button"
            class="hw-button"
            aria-disabled={busy}
            onClick={() => actions.exportNotes(scope, format)}
          >
            {t('export.save')}
          </button>
          {noteId !== null && (
            <>
              <button
                type="button"
                class="hw-button"
                onClick={() => actions.copyNote(noteId, 'markdown')}
              >
                {t('export.copyMarkdown')}
              </button>
              <button
                type="button"
                class="hw-button"
                onClick={() => actions.copyNote(noteId, 'link')}
              >
                {t('export.copyLink')}
              </button>
            </>
          )}
        </div>
      </div>
    </details>
  );
}

function shortWords(note: NoteRow['note']): string {
  const words = quoteOf(note) ?? note.body;
  return words.replace(/\s+/gu, ' ').slice(0, SHOWN) || '…';
}
