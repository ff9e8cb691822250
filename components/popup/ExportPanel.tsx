import { useReviewWords } from '../translation/translation-context';
import type { ExportFormat, ExportScope, PopupActions } from './popup-view';

interface Props {
  /** The scopes that have something to export. */
  scopes: ExportScope[];
  busy: boolean;
  onExport: PopupActions['exportNotes'];
}

const FORMATS: ExportFormat[] = ['json', 'markdown'];

/** What can be taken away, in which form. */
export function ExportPanel({ scopes, busy, onExport }: Props) {
  const { t } = useReviewWords();
  return (
    <section class="hw-export" aria-label={t('export.label')}>
      {scopes.map((scope) => (
        <div key={scope} class="hw-export-row">
          <span>{t(`export.${scope}`)}</span>
          <span class="hw-spring" />
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              class="hw-button"
              disabled={busy}
              title={t(`export.${format}Hint`)}
              aria-label={t('export.as', {
                what: t(`export.${scope}`),
                format: t(`export.${format}`),
              })}
              onClick={() => onExport(scope, format)}
            >
              {t(`export.${format}`)}
            </button>
          ))}
        </div>
      ))}
      <p class="hw-soft">
        {FORMATS.map(
          (format) => `${t(`export.${format}`)}: ${t(`export.${format}Hint`)}`,
        ).join(' · ')}
      </p>
    </section>
  );
}
