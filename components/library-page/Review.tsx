import { CalendarCheck } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SESSION_SIZES, type SessionSize } from '@/core/review/review-state';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { AskFirst } from './AskFirst';
import { ReviewEnd } from './ReviewEnd';
import { ReviewSitting } from './ReviewSitting';
import type { ReviewActions, ReviewPart } from './review-view';
import { waitWords } from './wait-words';

interface Props {
  part: ReviewPart | null;
  now: number;
  actions: ReviewActions;
}

/** Old notes, brought back a few at a time. */
export function Review({ part, now, actions }: Props) {
  if (part === null) return <div aria-busy="true" />;
  const { sitting } = part;
  if (sitting === null) return <Start part={part} actions={actions} />;
  if (sitting.done < sitting.all) {
    return <ReviewSitting sitting={sitting} now={now} actions={actions} />;
  }
  return <ReviewEnd part={part} sitting={sitting} actions={actions} />;
}

function Start({ part, actions }: Omit<Props, 'now' | 'part'> & { part: ReviewPart }) {
  const { t } = useReviewWords();
  const { on, due, fresh, left } = part;
  const coming = due + fresh;
  const heading = useRef<HTMLHeadingElement>(null);
  // After a sitting, whose button has gone.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('daily.title')}
      </h1>
      <p class="hw-review-about">{t('daily.about')}</p>
      {coming === 0 ? (
        <Nothing part={part} />
      ) : (
        <>
          <p class="hw-review-coming" role="status">
            {t('daily.coming', { count: coming })}
          </p>
          {due > 0 && fresh > 0 && (
            <p class="hw-soft">
              {t('daily.due', { count: due })} · {t('daily.fresh', { count: fresh })}
            </p>
          )}
          <div>
            <button
              type="button"
              class="hw-button hw-button-main hw-review-begin"
              onClick={actions.beginReview}
            >
              {t('daily.begin')}
            </button>
          </div>
        </>
      )}
      <SizeChoice value={part.atOnce} onChoose={actions.setSessionSize} />
      {left > 0 && (
        <p class="hw-soft">
          {t('daily.leftOut', { count: left })}{' '}
          <button type="button" class="hw-link" onClick={actions.bringLeftAgain}>
            {t('daily.bringAgain')}
          </button>
        </p>
      )}
      {on && (
        <AskFirst
          small
          label={t('daily.off')}
          question={t('daily.offAsk')}
          keep={t('daily.stay')}
          yes={t('daily.offForget')}
          other={{
            label: t('daily.offKeep'),
            onChoose: () => actions.turnReviewOff(false),
          }}
          onYes={() => actions.turnReviewOff(true)}
        />
      )}
    </>
  );
}

function Nothing({ part: { next } }: { part: ReviewPart }) {
  const words = useReviewWords();
  const { t } = words;
  return (
    <div class="hw-empty">
      <Icon node={CalendarCheck} size={28} />
      <p>{t('daily.nothing')}</p>
      <p class="hw-soft">
        {next === null
          ? t('daily.nothingHint')
          : t('daily.next', {
              notes: t('tally.notes', { count: next.notes }),
              when: waitWords(words, next.inDays),
            })}
      </p>
      <a class="hw-link" href="#notes">
        {t('daily.allNotes')}
      </a>
    </div>
  );
}

function SizeChoice({
  value,
  onChoose,
}: {
  value: SessionSize;
  onChoose: (size: SessionSize) => void;
}) {
  const { t, number } = useReviewWords();
  return (
    <fieldset class="hw-setting hw-choice-row">
      <legend>{t('daily.size')}</legend>
      <div class="hw-radios">
        {SESSION_SIZES.map((size) => (
          <label key={size} class="hw-radio">
            <input
              type="radio"
              name="review-size"
              checked={size === value}
              onChange={() => onChoose(size)}
            />
            {number(size)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
