import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import type { ExportFormat, ExportScope, PopupActions } from './popup-view';

interface Props {
  /** The scopes that have something to export. */
  scopes: ExportScope[];
  busy: boolean;
  onExport: PopupActions['exportNotes'];
}

const FORMATS: ExportFormat[] = ['json', 'markdown'];

/** The foot of the popup: a button that opens what can be taken away. */
export function ExportPanel({ scopes, busy, onExport }: Props) {
  const { t } = useReviewWords();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to the buttons inside.
    <footer
      class="hw-popup-foot"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
      }}
    >
      {open && (
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
      )}
      <div class="hw-popup-foot-row">
        <span class="hw-soft">{t('popup.footer')}</span>
        <span class="hw-spring" />
        <button
          type="button"
          class="hw-button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon node={Download} />
          {t('export.button')}
        </button>
      </div>
    </footer>
  );
}
