import { nameDay } from '@/locales/calendar-names';
import { useReviewWords } from '../translation/translation-context';
import { shadeOf } from './arrange-calendar';
import { calendarAddress } from './calendar-view';
import { tallyWords } from './tally-words';

interface Props {
  day: string;
  articles: number;
  notes: number;
  isChosen: boolean;
  isToday: boolean;
  /** Tab leads to it. */
  isStop: boolean;
  /** Before all that is known, or after it. */
  isOutside: boolean;
  onFocus: (day: string) => void;
}

/** A day of the month: a link to what was read and noted on it. */
export function CalendarCell({ day, articles, notes, ...props }: Props) {
  const words = useReviewWords();
  const { t, lang } = words;
  const number = String(Number(day.slice(8)));
  if (props.isOutside) {
    return (
      <td>
        <span class="hw-day hw-day-outside">{number}</span>
      </td>
    );
  }
  const what = tallyWords(words, articles, notes);
  const name = t('timeline.column', { days: nameDay(lang, day), articles: what });
  return (
    <td aria-selected={props.isChosen}>
      <a
        class={`hw-day hw-shade-${shadeOf(articles)}`}
        href={calendarAddress(day)}
        data-day={day}
        tabIndex={props.isStop ? 0 : -1}
        aria-label={name}
        aria-current={props.isToday ? 'date' : undefined}
        title={name}
        onFocus={() => props.onFocus(day)}
      >
        <span class="hw-day-number">{number}</span>
        {articles > 0 && (
          <span class="hw-day-words">{t('stories.articles', { count: articles })}</span>
        )}
        {notes > 0 && (
          <span class="hw-day-noted">
            <span class="hw-calendar-dot" />
            <span class="hw-day-words">{t('tally.notes', { count: notes })}</span>
          </span>
        )}
      </a>
    </td>
  );
}
