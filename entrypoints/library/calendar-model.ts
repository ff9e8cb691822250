/** The calendar of reading: counts of the month shown, and what was read and noted on a day. */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
} from '@preact/signals';
import { addMonths, daysOf, monthOf } from '@/components/library-page/arrange-calendar';
import type {
  CalendarActions,
  CalendarDay,
  CalendarPart,
} from '@/components/library-page/calendar-view';
import { calendarAddress } from '@/components/library-page/calendar-view';
import { ROWS_AT_ONCE } from '@/components/library-page/History';
import type { Route } from '@/components/library-page/library-view';
import { localDay, startOfDay } from '@/components/library-page/local-day';
import { EVERYTHING } from '@/components/library-page/note-address';
import { weekStartOf } from '@/components/library-page/week-start';
import type { HawashiDatabase } from '@/storage/database';
import { countRead, readBetween, readReach } from '@/storage/history';
import { findNotes } from '@/storage/search/find-notes';
import type { Language } from '../popup/language';
import type { Watch } from './create-watch';

interface Ports {
  db: HawashiDatabase;
  route: Signal<Route>;
  language: Pick<Language, 'translator'>;
  watch: Watch;
}

export interface CalendarModel {
  part: ReadonlySignal<CalendarPart | null>;
  actions: CalendarActions;
  /** Reads what the route says until `ending`. */
  follow(ending: AbortSignal): void;
}

/** Notes of a day that are shown in full; the list of notes has them all. */
const NOTES_SHOWN = 20;

type Counts = Pick<CalendarPart, 'month' | 'days' | 'months' | 'reach'>;
type Noted = Pick<CalendarPart, 'noted' | 'unsearched'>;

export function createCalendarModel({
  db,
  route,
  language,
  watch,
}: Ports): CalendarModel {
  const counts = signal<Counts | null>(null);
  const noted = signal<Noted>({ noted: null, unsearched: 0 });
  const day = signal<CalendarDay | null>(null);
  const more = signal({ day: '', limit: ROWS_AT_ONCE });
  const at = computed(() => (route.value.type === 'calendar' ? route.value : null));
  const month = computed(() => at.value && (at.value.month ?? thisMonth()));
  const chosen = computed(() => at.value?.day ?? null);
  const limit = computed(() =>
    more.value.day === chosen.value ? more.value.limit : ROWS_AT_ONCE,
  );
  const weekStart = computed(() =>
    weekStartOf(language.translator.value.lang, navigator.languages),
  );
  const part = computed<CalendarPart | null>(
    () =>
      counts.value && {
        ...counts.value,
        ...noted.value,
        ...{ weekStart: weekStart.value, day: day.value },
      },
  );

  /** Follows a query until `ending`; another one as soon as what it is made of changes. */
  function followLatest<T>(
    query: () => (() => Promise<T>) | null,
    show: (value: T) => void,
    ending: AbortSignal,
  ): void {
    let current = new AbortController();
    const stop = effect(() => {
      const read = query();
      current.abort();
      current = new AbortController();
      if (read !== null) watch(read, show, current.signal);
    });
    ending.addEventListener('abort', () => {
      stop();
      current.abort();
    });
  }

  return {
    part,
    follow(ending) {
      followLatest(
        () => {
          const { value: shown } = month;
          return shown === null ? null : () => readCounts(db, shown);
        },
        (value) => (counts.value = value),
        ending,
      );
      followLatest(
        () => {
          const [wanted, most] = [chosen.value, limit.value];
          return wanted === null ? null : () => readDay(db, wanted, most);
        },
        (value) => (day.value = value),
        ending,
      );
      watch(
        () => readNoted(db),
        (value) => (noted.value = value),
        ending,
      );
    },
    actions: {
      showMonth(wanted) {
        history.replaceState(null, '', calendarAddress(wanted));
        route.value = { type: 'calendar', month: wanted, day: null };
      },
      showMoreOfDay() {
        more.value = { day: chosen.value ?? '', limit: limit.value + ROWS_AT_ONCE };
      },
    },
  };
}

const thisMonth = () => monthOf(localDay(Date.now()));

/** By ranges of the index: a day is what the clock where the reader is makes of it, 23 hours or 25. */
async function readCounts(db: HawashiDatabase, month: string): Promise<Counts> {
  const days = [...daysOf(month), addMonths(`${month}-01`, 1)];
  const months = Array.from({ length: 13 }, (_, index) =>
    addMonths(`${month.slice(0, 4)}-01-01`, index),
  );
  const startsOf = (all: readonly string[]) => all.map((one) => startOfDay(one, 0));
  const [ofDays, ofMonths, reach] = await Promise.all([
    countRead(db, startsOf(days)),
    countRead(db, startsOf(months)),
    readReach(db),
  ]);
  return {
    ...{ month, days: ofDays, months: ofMonths },
    reach: reach && { first: localDay(reach.first), last: localDay(reach.last) },
  };
}

/** From the index of notes: none of them is read. */
async function readNoted(db: HawashiDatabase): Promise<Noted> {
  const { facets, unsearched } = await findNotes(db, EVERYTHING, { offset: 0, limit: 0 });
  const noted = new Map(facets.days.map(({ value, count }) => [value, count]));
  return { noted, unsearched };
}

async function readDay(
  db: HawashiDatabase,
  day: string,
  limit: number,
): Promise<CalendarDay> {
  const filters = { from: startOfDay(day, 0), to: startOfDay(day, 1) };
  const page = { offset: 0, limit: NOTES_SHOWN };
  const [read, found] = await Promise.all([
    readBetween(db, { ...filters, limit }),
    findNotes(db, { ...EVERYTHING, filters }, page),
  ]);
  return { day, ...read, notes: found.rows };
}
