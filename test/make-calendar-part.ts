/** What the calendar of reading shows, for tests: May 2020, of which the sixth is today. */
import type { CalendarDay, CalendarPart } from '@/components/library-page/calendar-view';
import { makeFoundNote } from './make-notes-part';
import { makeStoryArticle } from './make-story-article';

const DAYS = [3, 0, 1, 14, 6, 2, ...new Array<number>(25).fill(0)];
const MONTHS = [0, 4, 12, 30, 26, ...new Array<number>(7).fill(0)];

export function makeCalendarPart(change: Partial<CalendarPart> = {}): CalendarPart {
  return {
    ...{ weekStart: 1, month: '2020-05', days: DAYS, months: MONTHS },
    reach: { first: '2019-12-30', last: '2020-05-06' },
    noted: new Map([
      ['2018-03-02', 1],
      ['2020-04-30', 7],
      ['2020-05-02', 1],
      ['2020-05-04', 23],
    ]),
    ...{ unsearched: 0, day: null },
    ...change,
  };
}

export function makeCalendarDay(change: Partial<CalendarDay> = {}): CalendarDay {
  const { article } = makeStoryArticle('a', { title: 'تقرير عن السد', lang: 'ar' });
  return {
    day: '2020-05-04',
    articles: Array.from({ length: 3 }, (_, at) => ({
      article: at === 0 ? article : makeStoryArticle(`b${at}`).article,
      ...{ notes: at, readAt: new Date(2020, 4, 4, 18 - at, 12).getTime() },
    })),
    total: 3,
    notes: Array.from({ length: 3 }, (_, at) => makeFoundNote(at)),
    ...change,
  };
}
