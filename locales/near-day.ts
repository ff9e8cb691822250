/** A day as one would say it today: "yesterday", "Tuesday", "4 April", "4 April 2019". */
import { dateFormat, relativeFormat } from './date-format';

export interface NearDay {
  words: string;
  /** What kind of words they are: a sentence needs another preposition for each. */
  form: 'relative' | 'weekday' | 'date';
}

const DAY_MS = 86_400_000;
/** A weekday's name says which of them is meant as long as it is not a week ago. */
const WEEKDAYS = 6;

/**
 * `when` in milliseconds since the epoch or ISO 8601; `now` in milliseconds.
 * Null when `when` is no date.
 */
export function nearDay(
  when: number | string,
  now: number,
  locale: string,
): NearDay | null {
  const date = localDay(when);
  if (date === null) return null;
  const today = new Date(now);
  const days = numberOf(today) - numberOf(date);
  if (days === 0 || days === 1) {
    return { words: relativeFormat(locale).format(-days, 'day'), form: 'relative' };
  }
  if (days > 1 && days <= WEEKDAYS) {
    return {
      words: dateFormat(locale, { weekday: 'long' }).format(date),
      form: 'weekday',
    };
  }
  const isThisYear = date.getFullYear() === today.getFullYear();
  return {
    words: dateFormat(locale, {
      day: 'numeric',
      month: 'long',
      ...(isThisYear ? {} : { year: 'numeric' }),
    }).format(date),
    form: 'date',
  };
}

/** A bare date is a calendar day, not an instant: west of Greenwich it must not become the day before. */
function localDay(when: number | string): Date | null {
  const bare = typeof when === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(when);
  const date = bare
    ? new Date(Number(bare[1]), Number(bare[2]) - 1, Number(bare[3]))
    : new Date(when);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The calendar day where the reader is, in days since 1970-01-01; null when it is no date. */
export function calendarDay(when: number | string): number | null {
  const date = localDay(when);
  return date === null ? null : numberOf(date);
}

/** By the calendar, at whatever hour the clocks were changed. */
function numberOf(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}
