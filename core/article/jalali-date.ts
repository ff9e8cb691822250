/**
 * The Persian solar calendar, by its 33-year cycle: exact for 1340–1420 SH
 * (1961–2041), the years web pages speak of.
 */

/** Days from 1 Farvardin 1, counted by the 33-year rule, to 1 January 1970. */
const DAYS_BEFORE_1970 = 492_268;
const LEAP_REMAINDERS = new Set([1, 5, 9, 13, 17, 22, 26, 30]);

/** ISO date of a Jalali day, or null when there is no such day. */
export function fromJalali(year: number, month: number, day: number): string | null {
  const longest = month <= 6 ? 31 : month <= 11 ? 30 : isLeap(year) ? 30 : 29;
  if (month < 1 || month > 12 || day < 1 || day > longest) return null;
  let days = 0;
  const cycles = Math.floor((year - 1) / 33);
  days += cycles * 12053;
  for (let at = cycles * 33 + 1; at < year; at++) days += isLeap(at) ? 366 : 365;
  days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  days += day - 1;
  return new Date((days - DAYS_BEFORE_1970) * 86_400_000).toISOString().slice(0, 10);
}

function isLeap(year: number): boolean {
  return LEAP_REMAINDERS.has(year % 33);
}
