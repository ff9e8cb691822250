/** What days and months of a calendar are called: `YYYY-MM-DD` and `YYYY-MM`, of no time zone. */
import { dateFormat } from './date-format';
import { FORMAT_LOCALE, type UiLanguage } from './translate';

type Parts = Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>;

/** "Monday, 23 November 2026" */
export function nameDay(lang: UiLanguage, day: string): string {
  const parts: Parts = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  };
  return format(lang, Date.parse(day), parts);
}

/** "November 2026" */
export function nameMonth(lang: UiLanguage, month: string): string {
  return format(lang, Date.parse(`${month}-01`), { month: 'long', year: 'numeric' });
}

/** "Nov"; Arabic has no shorter ones. */
export function nameMonthShort(lang: UiLanguage, month: string): string {
  return format(lang, Date.parse(`${month}-01`), { month: 'short' });
}

/** Of 1, Monday, to 7. */
export function nameWeekday(
  lang: UiLanguage,
  weekday: number,
  length: 'long' | 'short' | 'narrow',
): string {
  // The fifth of January 1970 was a Monday.
  return format(lang, Date.UTC(1970, 0, 4 + weekday), { weekday: length });
}

function format(lang: UiLanguage, time: number, parts: Parts): string {
  return dateFormat(FORMAT_LOCALE[lang], { ...parts, timeZone: 'UTC' }).format(time);
}
