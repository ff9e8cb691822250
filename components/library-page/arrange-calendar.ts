/**
 * A calendar's days as `YYYY-MM-DD` and its months as `YYYY-MM`. Reckoned in UTC, where every day
 * has its midnight and 24 hours: what moments a day has where the reader is, `local-day.ts` says.
 */

const DAY_MS = 86_400_000;

/** Days between which there is something to see, both included. */
export interface Bounds {
  first: string;
  last: string;
}

export function isMonth(text: string): boolean {
  return /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/.test(text);
}

export function isDay(text: string): boolean {
  return /^.{7}-\d\d$/.test(text) && daysOf(text.slice(0, 7)).includes(text);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function addDays(day: string, days: number): string {
  return nameOf(Date.parse(day) + days * DAY_MS);
}

/** The same day of another month, or its last when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const last = Date.UTC(year, month + months, 0);
  return nameOf(Math.min(Date.UTC(year, month - 1 + months, date), last));
}

/** All days of a month; none when it is no month. */
export function daysOf(month: string): string[] {
  if (!isMonth(month)) return [];
  const first = `${month}-01`;
  const count = (Date.parse(addMonths(first, 1)) - Date.parse(first)) / DAY_MS;
  return Array.from({ length: count }, (_, later) => addDays(first, later));
}

/** A month's weeks, of seven days each; null are those of other months. Weekdays: 1 is Monday. */
export function weeksOf(month: string, weekStart: number): (string | null)[][] {
  const days: (string | null)[] = daysOf(month);
  const before = daysIntoWeek(`${month}-01`, weekStart);
  const cells = [...new Array<null>(before).fill(null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null),
  );
}

/** The weekdays in the order of a week. */
export function weekdaysFrom(weekStart: number): number[] {
  return Array.from({ length: 7 }, (_, later) => ((weekStart - 1 + later) % 7) + 1);
}

/** Where a key leads from a day; null when it leads nowhere. */
export function dayByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  day: string,
  { weekStart, isRtl }: { weekStart: number; isRtl: boolean },
): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, isRtl ? 1 : -1);
    case 'ArrowRight':
      return addDays(day, isRtl ? -1 : 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -daysIntoWeek(day, weekStart));
    case 'End':
      return addDays(day, 6 - daysIntoWeek(day, weekStart));
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

export function clampDay(day: string, { first, last }: Bounds): string {
  return day < first ? first : day > last ? last : day;
}

/** From the first of these days to the last, today among them. */
export function boundsOf(days: readonly string[], today: string): Bounds {
  const all = [...days, today].sort();
  return { first: all[0] ?? today, last: all.at(-1) ?? today };
}

export function isWithin(day: string, { first, last }: Bounds): boolean {
  return day >= first && day <= last;
}

/** Articles from which on a day is shaded darker. */
export const SHADES = [1, 3, 6, 12] as const;

/** 0 is none, then one for each of `SHADES`. */
export function shadeOf(articles: number): number {
  return SHADES.filter((from) => articles >= from).length;
}

function daysIntoWeek(day: string, weekStart: number): number {
  // That of JavaScript's 0 is Sunday, the 7 of a week's.
  return (new Date(day).getUTCDay() - weekStart + 7) % 7;
}

function nameOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
