import { useReviewWords } from '../translation/translation-context';
import { ExportChoice } from './ExportChoice';
import type {
  ExportFormat,
  ExportScope,
  ExportView,
  NoteRow,
  PopupActions,
} from './popup-view';

interface Props {
  /** The scopes that have something to export. */
  scopes: ExportScope[];
  /** Each of which may go out alone. */
  notes: readonly NoteRow[];
  view: ExportView;
  busy: boolean;
  actions: PopupActions;
}

/** At hand; all others are among the choices below. */
const FORMATS: ExportFormat[] = ['json', 'markdown'];

/** What can be taken away, in which form. */
export function ExportPanel({ scopes, notes, view, busy, actions }: Props) {
  const { t } = useReviewWords();
  return (
    <section class="hw-export" aria-label={t('export.label')}>
      {scopes.map((scope) => (
        <div key={scope} class="hw-export-row">
          <span>{t(scope === 'page' ? 'export.page' : 'export.everything')}</span>
          <span class="hw-spring" />
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="hw-button"
              aria-disabled={busy}
              title={t(`export.hints.${format}`)}
              aria-label={t('export.as', {
                what: t(scope === 'page' ? 'export.page' : 'export.everything'),
                format: t(`export.formats.${format}`),
              })}
              onClick={() => actions.exportNotes(scope, format)}
            >
              {t(`export.formats.${format}`)}
            </button>
          ))}
        </div>
      ))}
      {view.share !== null && (
        <div class="hw-export-row">
          <progress
            class="hw-spring"
            value={view.share}
            aria-label={t('export.progress')}
          />
          <button type="button" class="hw-button" onClick={actions.cancelExport}>
            {t('export.cancel')}
          </button>
        </div>
      )}
      {scopes.length > 0 && (
        <ExportChoice
          scopes={scopes}
          notes={notes}
          preview={view.preview}
          busy={busy}
          actions={actions}
        />
      )}
    </section>
  );
}
