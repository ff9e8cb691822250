import { CalendarDays } from 'lucide';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { boundsOf, monthOf } from './arrange-calendar';
import { CalendarDayPart } from './CalendarDayPart';
import { CalendarMonth } from './CalendarMonth';
import { CalendarYear } from './CalendarYear';
import type { CalendarActions, CalendarPart, CalendarRoute } from './calendar-view';
import type { LibraryActions, LibraryState } from './library-view';
import { localDay } from './local-day';
import { PausedBanner } from './PausedBanner';

interface Props {
  route: CalendarRoute;
  state: Pick<LibraryState, 'calendar' | 'settings' | 'now'>;
  actions: CalendarActions & Pick<LibraryActions, 'changeSettings'>;
}

/** What was read and noted on which day. */
export function Calendar({ route, state: { calendar, settings, now }, actions }: Props) {
  const { t } = useReviewWords();
  if (calendar === null) return <div aria-busy="true" />;
  const today = localDay(now);
  const month = route.month ?? monthOf(today);
  const bounds = boundsOf(daysKnown(calendar), today);
  return (
    <>
      <h1>{t('calendar.title')}</h1>
      <PausedBanner settings={settings} onResume={actions.changeSettings} />
      {isEmpty(calendar) ? (
        <NothingYet />
      ) : (
        <div class="hw-calendar">
          <CalendarYear part={calendar} month={month} bounds={bounds} actions={actions} />
          <CalendarMonth
            part={calendar}
            month={month}
            day={route.day}
            today={today}
            bounds={bounds}
            actions={actions}
          />
          <CalendarDayPart part={calendar} day={route.day} actions={actions} />
        </div>
      )}
    </>
  );
}

/** Days before and after which there is nothing. */
function daysKnown({ reach, noted }: CalendarPart): string[] {
  const days = [...(noted?.keys() ?? [])];
  return reach === null ? days : [...days, reach.first, reach.last];
}

function isEmpty({ reach, noted, unsearched }: CalendarPart): boolean {
  return reach === null && noted?.size === 0 && unsearched === 0;
}

function NothingYet() {
  const { t } = useReviewWords();
  return (
    <div class="hw-empty">
      <Icon node={CalendarDays} size={28} />
      <p>{t('calendar.none')}</p>
      <p class="hw-soft">{t('calendar.noneHint')}</p>
    </div>
  );
}
