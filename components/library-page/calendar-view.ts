/** What the calendar of reading shows, and what the reader can do there. */
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { HistoryRow } from './library-view';

/** `YYYY-MM` and `YYYY-MM-DD` of the reader's time zone; the month is this one when it is not said. */
export interface CalendarRoute {
  type: 'calendar';
  month: string | null;
  day: string | null;
}

/** What was read and noted on one day. */
export interface CalendarDay {
  day: string;
  /** The last read first; as many as were asked for. */
  articles: readonly HistoryRow[];
  /** Of all articles of the day. */
  total: number;
  /** The first of them, the last made first. */
  notes: readonly {
    note: Note;
    article: Pick<Article, 'id' | 'title' | 'lang'> | null;
  }[];
}

/** Articles stand on the day on which they were last opened. */
export interface CalendarPart {
  /** On which a week begins; 1 is Monday. */
  weekStart: number;
  /** Of which `days`, and of whose year `months`, are counted. */
  month: string;
  /** Articles by day of the month. */
  days: readonly number[];
  /** Articles by month of the year. */
  months: readonly number[];
  /** The days of what was read first and last; null when nothing was. */
  reach: { first: string; last: string } | null;
  /** Notes by the day on which they were made, of all years; null until they are counted. */
  noted: ReadonlyMap<string, number> | null;
  /** Notes that are not counted yet. */
  unsearched: number;
  /** The day that was read last: it may be another than the route's. */
  day: CalendarDay | null;
}

export interface CalendarActions {
  /** Without a step back in the browser, as a key leads on. */
  showMonth(month: string): void;
  showMoreOfDay(): void;
}

/** Of a month or a day. */
export const calendarAddress = (at: string) => `#calendar/${at}`;
