import { nameMonth, nameMonthShort } from '@/locales/calendar-names';
import { useReviewWords } from '../translation/translation-context';
import { addMonths, type Bounds, clampDay, isWithin, monthOf } from './arrange-calendar';
import { CalendarStep } from './CalendarStep';
import {
  type CalendarActions,
  type CalendarPart,
  calendarAddress,
} from './calendar-view';
import { tallyWords } from './tally-words';

interface Props {
  part: CalendarPart;
  /** That is shown. */
  month: string;
  bounds: Bounds;
  actions: CalendarActions;
}

/** The year of the month that is shown: its months with what was read, and the way to other years. */
export function CalendarYear({ part, month, bounds, actions }: Props) {
  const words = useReviewWords();
  const { t } = words;
  const year = month.slice(0, 4);
  const counts = part.month.slice(0, 4) === year ? part.months : [];
  const most = Math.max(1, ...counts);
  const noted = notesByMonth(part.noted);
  const ends = { first: monthOf(bounds.first), last: monthOf(bounds.last) };
  const ofYear = Array.from({ length: 12 }, (_, later) =>
    monthOf(addMonths(`${year}-01-01`, later)),
  );
  return (
    <nav class="hw-calendar-year" aria-label={t('calendar.months', { year })}>
      <div class="hw-calendar-head">
        <h2>{year}</h2>
        <CalendarStep
          to={leadsTo(month, -12, bounds)}
          label={t('calendar.previousYear')}
        />
        <CalendarStep
          to={leadsTo(month, 12, bounds)}
          label={t('calendar.nextYear')}
          forward
        />
        <YearChoice month={month} bounds={bounds} onChoose={actions.showMonth} />
      </div>
      <ol class="hw-calendar-months">
        {ofYear.map((one, at) => {
          const articles = counts[at] ?? 0;
          const notes = noted.get(one) ?? 0;
          return (
            <li key={at}>
              <Month
                month={one}
                what={tallyWords(words, articles, notes)}
                share={articles / most}
                hasNotes={notes > 0}
                isShown={one === month}
                isOutside={!isWithin(one, ends)}
              />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Month(props: {
  month: string;
  /** What was read and noted in it. */
  what: string;
  /** Of the most that was read in a month, 0–1. */
  share: number;
  hasNotes: boolean;
  isShown: boolean;
  isOutside: boolean;
}) {
  const { t, lang } = useReviewWords();
  const { month, what, share } = props;
  const name = nameMonthShort(lang, month);
  if (props.isOutside) return <span class="hw-calendar-outside">{name}</span>;
  return (
    <a
      href={calendarAddress(month)}
      aria-current={props.isShown ? 'true' : undefined}
      title={t('timeline.column', { days: nameMonth(lang, month), articles: what })}
    >
      <span class="hw-calendar-name">
        {name}
        {props.hasNotes && <span class="hw-calendar-dot" />}
        <span class="hw-unseen">: {what}</span>
      </span>
      <span
        class="hw-calendar-bar"
        style={{ inlineSize: `${Math.ceil(share * 100)}%` }}
      />
    </a>
  );
}

/** Only where there are others than the next and the one before. */
function YearChoice({
  month,
  bounds,
  onChoose,
}: {
  month: string;
  bounds: Bounds;
  onChoose: (month: string) => void;
}) {
  const { t } = useReviewWords();
  const [first, last] = [bounds.first, bounds.last].map((day) => Number(day.slice(0, 4)));
  if (first === undefined || last === undefined || first === last) return null;
  const years = Array.from({ length: last - first + 1 }, (_, later) => last - later);
  const shown = Number(month.slice(0, 4));
  return (
    <label class="hw-calendar-choice">
      <span class="hw-soft">{t('calendar.year')}</span>
      <select
        class="hw-select"
        value={shown}
        onChange={(event) => {
          const same = `${event.currentTarget.value}-${month.slice(5)}-01`;
          onChoose(monthOf(clampDay(same, bounds)));
        }}
      >
        {(years.includes(shown) ? years : [shown, ...years]).map((year) => (
          <option key={year} value={year}>
            {String(year)}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * So many months on, as far as there is something; null where that is nearer not at all. From
 * outside it leads back in.
 */
export function leadsTo(month: string, months: number, bounds: Bounds): string | null {
  const to = monthOf(clampDay(addMonths(`${month}-01`, months), bounds));
  const isFurther = months < 0 ? to < month : to > month;
  return isFurther ? to : null;
}

function notesByMonth(noted: CalendarPart['noted']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [day, count] of noted ?? []) {
    const month = monthOf(day);
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return counts;
}
