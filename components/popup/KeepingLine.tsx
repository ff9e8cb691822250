import { useReviewWords } from '../translation/translation-context';
import type { PopupState } from './popup-view';

/** How the notes are kept, in one line that leads to more. */
export function KeepingLine({
  keeping,
  onOpen,
}: {
  keeping: NonNullable<PopupState['keeping']>;
  onOpen: () => void;
}) {
  const { t, moment, size } = useReviewWords();
  const { writtenAt, bytes, notes } = keeping;
  return (
    <button type="button" class="hw-keeping-line" onClick={onOpen}>
      {t('keeping.line', {
        when: writtenAt === null ? t('keeping.never') : moment(writtenAt, Date.now()),
        notes: t('tally.notes', { count: notes }),
      })}
      {bytes !== null && ` · ${size(bytes)}`}
    </button>
  );
}
