import { EyeOff, SkipForward, Undo2 } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isHighlight } from '@/core/model/note';
import { GRADES } from '@/core/review/review-state';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { ReviewCard } from './ReviewCard';
import { useReviewKeys } from './review-keys';
import type { Card, ReviewActions, Sitting } from './review-view';
import { waitWords } from './wait-words';

interface Props {
  sitting: Sitting;
  now: number;
  actions: ReviewActions;
}

/** One note at a time: what was marked, then what the reader wrote, then how well they knew it. */
export function ReviewSitting({ sitting, now, actions }: Props) {
  const { t } = useReviewWords();
  const { all, done, said, card } = sitting;
  const cardRef = useRef<HTMLElement>(null);
  const noteId = card?.note.id ?? null;
  const [shownId, setShownId] = useState<string | null>(null);
  const isShown = card !== null && (isHighlight(card.note) || shownId === noteId);
  const canUndo = said.length > 0;
  const show = () => {
    setShownId(noteId);
    cardRef.current?.focus();
  };

  // Each note is a new page, and keys work from its beginning.
  useLayoutEffect(() => {
    setShownId(null);
    if (noteId !== null) cardRef.current?.focus();
  }, [noteId, done]);

  const onShow = card !== null && !isShown ? show : null;
  useReviewKeys({ canAnswer: isShown, canSkip: card !== null, canUndo, onShow, actions });
  return (
    <>
      <h1 class="hw-unseen">{t('daily.title')}</h1>
      <Progress all={all} done={done} onStop={actions.endSitting} />
      {card === null ? (
        <div aria-busy="true" class="hw-review-card" />
      ) : (
        <ReviewCard cardRef={cardRef} card={card} isShown={isShown} now={now} />
      )}
      {card !== null &&
        (isShown ? (
          <Answers card={card} actions={actions} />
        ) : (
          <div class="hw-review-show">
            <button
              type="button"
              class="hw-button hw-button-main"
              aria-keyshortcuts="Space"
              onClick={show}
            >
              {t('daily.show')}
              <span class="hw-key" aria-hidden="true">
                {t('daily.space')}
              </span>
            </button>
          </div>
        ))}
      <Acts canSkip={card !== null} canUndo={canUndo} actions={actions} />
    </>
  );
}

function Progress({
  all,
  done,
  onStop,
}: {
  all: number;
  done: number;
  onStop: () => void;
}) {
  const { t } = useReviewWords();
  const words = t('daily.progress', { at: Math.min(all, done + 1), all });
  return (
    <div class="hw-review-progress">
      <div class="hw-review-at">
        <p class="hw-figures" role="status">
          {words}
        </p>
        <button type="button" class="hw-link" onClick={onStop}>
          {t('daily.stop')}
        </button>
      </div>
      <div class="hw-review-bar" aria-hidden="true">
        <div style={{ inlineSize: `${(100 * done) / all}%` }} />
      </div>
    </div>
  );
}

function Answers({ card, actions }: { card: Card; actions: ReviewActions }) {
  const words = useReviewWords();
  const { t, number } = words;
  return (
    <fieldset class="hw-review-answers">
      <legend>{t('daily.ask')}</legend>
      {GRADES.map((grade, index) => (
        <button
          key={grade}
          type="button"
          class="hw-button"
          aria-keyshortcuts={String(index + 1)}
          onClick={() => actions.answerCard(grade)}
        >
          <span class="hw-review-grade">
            {t(`daily.said.${grade}`)}
            <span class="hw-key" aria-hidden="true">
              {number(index + 1)}
            </span>
          </span>
          <span class="hw-review-wait">{waitWords(words, card.waits[grade])}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What can be done instead of answering. */
function Acts({
  canSkip,
  canUndo,
  actions,
}: {
  canSkip: boolean;
  canUndo: boolean;
  actions: ReviewActions;
}) {
  const { t } = useReviewWords();
  return (
    <div class="hw-review-acts">
      <button
        type="button"
        class="hw-button hw-button-small"
        disabled={!canSkip}
        aria-keyshortcuts="S"
        onClick={actions.skipCard}
      >
        <Icon node={SkipForward} size={14} />
        {t('daily.skip')}
        <span class="hw-key" aria-hidden="true">
          S
        </span>
      </button>
      <button
        type="button"
        class="hw-button hw-button-small"
        disabled={!canSkip}
        onClick={actions.leaveCard}
      >
        <Icon node={EyeOff} size={14} />
        {t('daily.leave')}
      </button>
      <button
        type="button"
        class="hw-button hw-button-small"
        disabled={!canUndo}
        aria-keyshortcuts="Z Control+Z"
        onClick={actions.undoAnswer}
      >
        <Icon node={Undo2} size={14} />
        {t('daily.undo')}
        <span class="hw-key" aria-hidden="true">
          Z
        </span>
      </button>
    </div>
  );
}
