import { Undo2 } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { GRADES } from '@/core/review/review-state';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { useReviewKeys } from './review-keys';
import type { ReviewActions, ReviewPart, Said, Sitting } from './review-view';
import { waitWords } from './wait-words';

const ALL_SAID: readonly Said[] = [...GRADES, 'left', 'skipped'];

interface Props {
  part: ReviewPart;
  sitting: Sitting;
  actions: ReviewActions;
}

/** What was done in a sitting that is over, and what comes next. */
export function ReviewEnd({ part: { due, fresh, next }, sitting, actions }: Props) {
  const words = useReviewWords();
  const { t, number } = words;
  const { said } = sitting;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const canUndo = said.length > 0;
  useReviewKeys({
    ...{ canAnswer: false, canSkip: false, canUndo, actions },
    onShow: null,
  });
  const answered = said.filter((one) => one !== 'skipped').length;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('daily.over')}
      </h1>
      <p>{t('daily.answered', { count: answered })}</p>
      {canUndo && (
        <dl class="hw-review-said">
          {ALL_SAID.map((kind) => {
            const count = said.filter((one) => one === kind).length;
            if (count === 0) return null;
            return (
              <div key={kind}>
                <dt>{t(`daily.said.${kind}`)}</dt>
                <dd>{number(count)}</dd>
              </div>
            );
          })}
        </dl>
      )}
      {next !== null && (
        <p class="hw-soft">
          {t('daily.next', {
            notes: t('tally.notes', { count: next.notes }),
            when: waitWords(words, next.inDays),
          })}
        </p>
      )}
      <div class="hw-review-acts">
        {due + fresh > 0 && (
          <button
            type="button"
            class="hw-button hw-button-main"
            onClick={actions.beginReview}
          >
            {t('daily.more', { count: due + fresh })}
          </button>
        )}
        <button type="button" class="hw-button" onClick={actions.endSitting}>
          {t('daily.finish')}
        </button>
        {canUndo && (
          <button
            type="button"
            class="hw-button"
            aria-keyshortcuts="Z Control+Z"
            onClick={actions.undoAnswer}
          >
            <Icon node={Undo2} size={14} />
            {t('daily.undo')}
            <span class="hw-key" aria-hidden="true">
              Z
            </span>
          </button>
        )}
      </div>
    </>
  );
}
