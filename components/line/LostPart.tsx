import { quoteOf } from '@/core/model/note';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, Offer } from './line-view';

interface Props {
  offers: readonly Offer[];
  onReview: LineActions['openReview'];
}

/** Notes of the page that have no place in its text, each with its reason; nothing when all have one. */
export function LostPart({ offers, onReview }: Props) {
  const { t } = useMarginWords();
  const lost = offers.filter(isLost);
  if (lost.length === 0) return null;
  return (
    <details class="hw-lost">
      <summary>{t('line.lost', { count: lost.length })}</summary>
      <ul>
        {lost.map(({ note, anchor }) => (
          <li key={note.id}>
            <button type="button" class="hw-lost-note" onClick={() => onReview(note.id)}>
              <span class="hw-lost-quote" dir="auto">
                {quoteOf(note)}
              </span>
              <span class="hw-soft">
                {t(`lost.${(anchor.status === 'orphan' && anchor.reason) || 'deleted'}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function isLost({ from, anchor }: Offer): boolean {
  return from === null && anchor.status === 'orphan';
}
