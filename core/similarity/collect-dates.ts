/** The days, months and years that a text names. */
import { foldDateText, monthNumber, monthPattern } from '../article/month-names';
import { parseDate } from '../article/parse-date';
import type { DaySpan } from './fingerprint';

const MOST_DATES = 8;
const DAY_MS = 86_400_000;
/** Years looked at; a table of seasons has hundreds. */
const MOST_YEARS = 64;
/** UTF-16 units of a date before its year, and behind it («2020-03-12»). */
const BEFORE = 32;
const BEHIND = 8;

const YEAR = /(?<!\p{Nd})(?:19|20|١٩|٢٠|۱۹|۲۰|۱۳|۱۴)\p{Nd}{2}(?!\p{Nd})/gu;
/** Before a year that stands alone; any other four digits may count something. */
const YEAR_WORD =
  /(?<!\p{L})(?:[وفبل]?(?:ال)?(?:عام|سنه)|in|since|until|en|año|desde|depuis|année|im jahr) ?$/u;

/** Times named with their year, at most eight, days before months before years, late before early. */
export function collectDates(text: string): DaySpan[] {
  const spans = new Map<string, DaySpan>();
  let [looked, done] = [0, 0];
  for (const { index, 0: year } of text.matchAll(YEAR)) {
    const end = index + year.length;
    const before = lastLine(text.slice(Math.max(done, index - BEFORE), index));
    const behind = text.slice(end, end + BEHIND).split('\n', 1)[0] ?? '';
    const span = readDay(before + year + behind) ?? readMonthOrYear(before, year);
    if (span !== null) spans.set(`${span.from} ${span.to}`, span);
    done = end;
    if (++looked >= MOST_YEARS) break;
  }
  return [...spans.values()]
    .sort((a, b) => a.to - a.from - (b.to - b.from) || b.from - a.from)
    .slice(0, MOST_DATES);
}

/** Days since 1970-01-01 of an ISO 8601 date; null when it is none. */
export function dayOf(iso: string): number | null {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS);
}

/** ISO 8601, as exact as the span: a day, a month, or a year. */
export function isoOf({ from, to }: DaySpan): string {
  const iso = new Date(from * DAY_MS).toISOString();
  return iso.slice(0, to === from ? 10 : to - from < 31 ? 7 : 4);
}

function readDay(passage: string): DaySpan | null {
  const date = parseDate(passage);
  const day = date === null ? null : dayOf(date);
  return day === null ? null : { from: day, to: day };
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.search(/[!?؟][^!?؟]*$/)) + 1);
}

let monthBefore: RegExp | null = null;

function readMonthOrYear(before: string, digits: string): DaySpan | null {
  const folded = foldDateText(before);
  const year = Number(foldDateText(digits));
  if (year < 1900) return null;
  monthBefore ??= new RegExp(
    `(?<!\\p{L})(${monthPattern('gregorian')})\\.?(?: ?[/(] ?\\p{L}+(?: \\p{L}+)?\\)?)?[,،]?(?: (?:de|del|من|سنه|عام|من عام))? ?$`,
    'u',
  );
  const month = monthNumber(monthBefore.exec(folded)?.[1] ?? '', 'gregorian');
  if (month > 0) return spanBetween(Date.UTC(year, month - 1), Date.UTC(year, month));
  return YEAR_WORD.test(folded)
    ? spanBetween(Date.UTC(year, 0), Date.UTC(year + 1, 0))
    : null;
}

function spanBetween(start: number, end: number): DaySpan {
  return { from: start / DAY_MS, to: end / DAY_MS - 1 };
}
