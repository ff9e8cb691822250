import { useId } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';
import type { KeepingActions, LastBrought } from './keeping-view';

interface Props {
  last: LastBrought;
  /** Milliseconds since the epoch. */
  now: number;
  disabled: boolean;
  onUndo: KeepingActions['undoLastBrought'];
}

/** What came in last, and the way back while there is one. */
export function LastBroughtLine({ last, now, disabled, onUndo }: Props) {
  const { t, moment } = useReviewWords();
  const hint = useId();
  const { added, changed, days } = last;
  const what = [
    ...(added > 0 ? [t('keeping.cameNew', { count: added })] : []),
    ...(changed > 0 ? [t('keeping.cameChanged', { count: changed })] : []),
  ];
  return (
    <div class="hw-setting hw-last-brought">
      <div class="hw-keeping-progress">
        <span>
          {[t('keeping.cameLast', { when: moment(last.at, now) }), ...what].join(' · ')}
        </span>
        <button
          type="button"
          class="hw-button hw-button-small"
          disabled={disabled}
          aria-describedby={hint}
          onClick={() => onUndo(last.token)}
        >
          {t('keeping.undoLast')}
        </button>
      </div>
      <p id={hint} class="hw-soft">
        {t('keeping.undoLastHint')} {t('keeping.undoLastDays', { count: days })}
      </p>
    </div>
  );
}
