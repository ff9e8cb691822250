import { useReviewWords } from '../translation/translation-context';
import type { StoryView } from './popup-view';

/** Notes of a copy wait to be taken over; says nothing when there are none. */
export function CarriedLine({
  story,
  onReview,
}: {
  story: StoryView | null;
  onReview: () => void;
}) {
  const { t } = useReviewWords();
  const count = story?.encounter?.carried.length ?? 0;
  if (count === 0) return null;
  return (
    <p class="hw-banner hw-carried">
      <span>{t('popup.carried', { count })}</span>
      <button type="button" class="hw-link" onClick={onReview}>
        {t('popup.review')}
      </button>
    </p>
  );
}
