import { useReviewWords } from '../translation/translation-context';
import type { HistorySettings, LibraryActions } from './library-view';

interface Props {
  settings: HistorySettings | null;
  onResume: LibraryActions['changeSettings'];
}

/** That what is read now is not remembered, while it is so. */
export function PausedBanner({ settings, onResume }: Props) {
  const { t } = useReviewWords();
  if (settings?.recording !== false) return null;
  return (
    <p class="hw-banner">
      <span>{t('history.paused')}</span>{' '}
      <button type="button" class="hw-link" onClick={() => onResume({ recording: true })}>
        {t('story.resume')}
      </button>
    </p>
  );
}
