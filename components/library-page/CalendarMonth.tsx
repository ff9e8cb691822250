import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameMonth, nameWeekday } from '@/locales/calendar-names';
import { useReviewWords } from '../translation/translation-context';
import {
  type Bounds,
  clampDay,
  dayByKey,
  isWithin,
  monthOf,
  SHADES,
  weekdaysFrom,
  weeksOf,
} from './arrange-calendar';
import { CalendarCell } from './CalendarCell';
import { CalendarStep } from './CalendarStep';
import { leadsTo } from './CalendarYear';
import {
  type CalendarActions,
  type CalendarPart,
  calendarAddress,
} from './calendar-view';
import { tallyWords } from './tally-words';

interface Props {
  part: CalendarPart;
  month: string;
  /** That was chosen. */
  day: string | null;
  today: string;
  bounds: Bounds;
  actions: CalendarActions;
}

/** A month by weeks. One stop for Tab; the keys lead from day to day. */
export function CalendarMonth(props: Props) {
  const { part, month, day, today, bounds } = props;
  const { t, lang } = useReviewWords();
  const { table, stop, walk, onKeyDown } = useWalk(props);
  const counts = part.month === month ? part.days : [];
  return (
    <section class="hw-calendar-month">
      <div class="hw-calendar-head">
        <h2 id="hw-calendar-month">{nameMonth(lang, month)}</h2>
        <CalendarStep
          to={leadsTo(month, -1, bounds)}
          label={t('calendar.previousMonth')}
        />
        <CalendarStep
          to={leadsTo(month, 1, bounds)}
          label={t('calendar.nextMonth')}
          forward
        />
        {month !== monthOf(today) && (
          <a class="hw-link" href={calendarAddress(today)}>
            {t('calendar.today')}
          </a>
        )}
      </div>
      <Sum part={part} month={month} />
      <table
        ref={table}
        role="grid"
        class="hw-calendar-grid"
        aria-labelledby="hw-calendar-month"
        onKeyDown={onKeyDown}
      >
        <Weekdays weekStart={part.weekStart} />
        <tbody>
          {weeksOf(month, part.weekStart).map((week, row) => (
            <tr key={row}>
              {week.map((one, column) =>
                one === null ? (
                  <td key={column} />
                ) : (
                  <CalendarCell
                    key={one}
                    day={one}
                    articles={counts[Number(one.slice(8)) - 1] ?? 0}
                    notes={part.noted?.get(one) ?? 0}
                    isChosen={one === day}
                    isToday={one === today}
                    isStop={one === stop}
                    isOutside={!isWithin(one, bounds)}
                    onFocus={walk}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </section>
  );
}

/** Where Tab leads to, and where the keys lead on from there. */
function useWalk({ part: { weekStart }, month, day, today, bounds, actions }: Props) {
  const { direction } = useReviewWords();
  const table = useRef<HTMLTableElement>(null);
  const [walked, walk] = useState<string | null>(null);
  /** The day that takes the focus as soon as it is drawn: its month may not be yet. */
  const next = useRef<string | null>(null);
  const isShown = (one: string | null) =>
    one !== null && monthOf(one) === month && isWithin(one, bounds);
  const stop = [walked, day, today].find(isShown) ?? clampDay(`${month}-01`, bounds);

  useLayoutEffect(() => {
    if (next.current === null) return;
    const link = table.current?.querySelector<HTMLElement>(
      `[data-day="${next.current}"]`,
    );
    if (!link) return;
    next.current = null;
    link.focus();
  });

  return {
    ...{ table, stop, walk },
    onKeyDown(event: KeyboardEvent) {
      const { target, ctrlKey, altKey, metaKey } = event;
      if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey) return;
      const from = target.dataset.day;
      if (from === undefined) return;
      if (event.key === ' ') {
        event.preventDefault();
        target.click();
        return;
      }
      const to = dayByKey(event, from, { weekStart, isRtl: direction === 'rtl' });
      if (to === null) return;
      event.preventDefault();
      const reached = clampDay(to, bounds);
      next.current = reached;
      walk(reached);
      if (monthOf(reached) !== month) actions.showMonth(monthOf(reached));
    },
  };
}

/** Of the whole month; said when another is shown. */
function Sum({ part, month }: Pick<Props, 'part' | 'month'>) {
  const words = useReviewWords();
  const isRead = part.month === month && part.noted !== null;
  const articles = part.days.reduce((sum, count) => sum + count, 0);
  let notes = 0;
  for (const [day, count] of part.noted ?? []) if (monthOf(day) === month) notes += count;
  const nothing = words.t('calendar.nothingInMonth');
  return (
    <p class="hw-soft hw-figures" role="status">
      {isRead && tallyWords(words, articles, notes, nothing)}
      {part.unsearched > 0 && (
        <> · {words.t('notes.unsearched', { count: part.unsearched })}</>
      )}
    </p>
  );
}

function Weekdays({ weekStart }: { weekStart: number }) {
  const { lang } = useReviewWords();
  return (
    <thead>
      <tr>
        {weekdaysFrom(weekStart).map((weekday) => (
          <th key={weekday} scope="col">
            <span class="hw-unseen">{nameWeekday(lang, weekday, 'long')}</span>
            <span class="hw-calendar-wide" aria-hidden="true">
              {nameWeekday(lang, weekday, 'short')}
            </span>
            <span class="hw-calendar-narrow" aria-hidden="true">
              {nameWeekday(lang, weekday, 'narrow')}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Legend() {
  const { t } = useReviewWords();
  return (
    <div class="hw-soft hw-calendar-legend">
      <span>{t('calendar.legend')}:</span>
      {SHADES.map((from, at) => {
        const next = SHADES[at + 1];
        return (
          <span key={from}>
            <span class={`hw-calendar-swatch hw-shade-${at + 1}`} />
            <bdi dir="ltr">{next === undefined ? `${from}+` : `${from}–${next - 1}`}</bdi>
          </span>
        );
      })}
      <span>
        <span class="hw-calendar-dot" />
        {t('calendar.withNotes')}
      </span>
      <p>{t('calendar.lastOpened')}</p>
    </div>
  );
}
