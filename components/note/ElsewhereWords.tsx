import { join } from '@/core/notes/earlier-words';
import { useMarginWords } from '../translation/translation-context';

interface Props {
  /** What was written into the same note elsewhere. */
  theirs: string;
  /** What stands here. */
  mine: string;
  /** These words shall stand. */
  onChoose: (words: string) => void;
}

/** The note was changed in another tab while it is open here: both words are shown, and the reader chooses. */
export function ElsewhereWords({ theirs, mine, onChoose }: Props) {
  const { t } = useMarginWords();
  return (
    <div class="hw-elsewhere" role="status">
      <p>
        <strong>{t('elsewhere.heading')}</strong>
      </p>
      <p class="hw-earlier-words" dir="auto">
        {theirs === '' ? t('elsewhere.nothing') : theirs}
      </p>
      <div class="hw-elsewhere-foot">
        <button type="button" class="hw-link" onClick={() => onChoose(theirs)}>
          {t('elsewhere.take')}
        </button>
        {theirs !== '' && mine.trim() !== '' && (
          <button
            type="button"
            class="hw-link"
            onClick={() => onChoose(join(mine, theirs))}
          >
            {t('elsewhere.both')}
          </button>
        )}
        <button type="button" class="hw-link" onClick={() => onChoose(mine)}>
          {t('elsewhere.keep')}
        </button>
      </div>
      <p class="hw-soft">{t('elsewhere.safe')}</p>
    </div>
  );
}
