/**
 * Dates as newspapers print them, in the languages of `month-names.ts`.
 * A pure function: "three hours ago" needs the time it is read at as an argument.
 */
import { fromJalali } from './jalali-date';
import { type Calendar, foldDateText, monthNumber, monthPattern } from './month-names';

export interface DateReading {
  /** Milliseconds since the epoch: what relative dates are counted from. */
  now?: number;
  /** `3/4/2020` is 4 March; otherwise 3 April. Impossible readings are turned round. */
  monthFirst?: boolean;
}

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[t ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})\d{0,2}z?)?$/;
const YEAR_FIRST = /(?<!\d)(\d{4}) ?[/.年년] ?(\d{1,2}) ?[/.月월] ?(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<!\d)(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/;

// Two names of one month may stand side by side: «شباط/فبراير».
const NAME = '(?<![\\p{L}])(MONTHS)(?![\\p{L}])(?: ?[/(] ?\\p{L}+\\)?)?';
const DAY_MONTH_YEAR =
  '(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?(?: (?:de|of|من))?[ ,\\-/]*NAME[.,،]?(?: (?:de|del|سنه|عام|سال))?[ ,،\\-/]*(\\d{4})(?!\\d)';
const MONTH_DAY_YEAR =
  'NAME\\.? ?(\\d{1,2})(?:st|nd|rd|th)?,? +(?:at |-)? ?(\\d{4})(?!\\d)';
const YEAR_MONTH_DAY = '(?<!\\d)(\\d{4})[.,]? NAME ?(\\d{1,2})(?!\\d)';

interface NamedPatterns {
  dayFirst: RegExp;
  monthFirst: RegExp;
  yearFirst: RegExp;
}

function namedPatterns(calendar: Calendar): NamedPatterns {
  const name = NAME.replace('MONTHS', monthPattern(calendar));
  const build = (shape: string) => new RegExp(shape.replace('NAME', name), 'u');
  return {
    dayFirst: build(DAY_MONTH_YEAR),
    monthFirst: build(MONTH_DAY_YEAR),
    yearFirst: build(YEAR_MONTH_DAY),
  };
}

const patterns = new Map<Calendar, NamedPatterns>();

function patternsFor(calendar: Calendar): NamedPatterns {
  const known = patterns.get(calendar) ?? namedPatterns(calendar);
  patterns.set(calendar, known);
  return known;
}

/** A year or a date in numbers that says of itself that it is Hijri, «12/3/1415 هـ»: the years of other calendars look like it. */
const HIJRI =
  /(?<!\d)(?:\d{1,2} ?[/-] ?\d{1,2} ?[/-] ?)?1[34]\d\d ?(?:[/-] ?\d{1,2} ?[/-] ?\d{1,2} ?)?(?:ه(?![\p{L}.])|هجری(?! شمسی)|a\.?h\b)/gu;

/** Longer texts hold prose; a date line does not. */
const LENGTH_LIMIT = 300;

/**
 * The first date of a text as ISO 8601: `2020-01-03`, or with time when the
 * text gives time and offset. Null when there is none, or only a Hijri one.
 */
export function parseDate(text: string, reading: DateReading = {}): string | null {
  const folded = foldDateText(text.slice(0, LENGTH_LIMIT)).replace(HIJRI, ' ').trim();
  if (folded === '') return null;
  return (
    isoDate(folded) ??
    compactDate(folded) ??
    namedDate(folded) ??
    numberDate(folded, reading.monthFirst ?? false) ??
    (reading.now === undefined ? null : relativeDate(folded, reading.now))
  );
}

function isoDate(text: string): string | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date === null || hour === undefined || zone === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return date;
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`;
}

function compactDate(text: string): string | null {
  const match = COMPACT.exec(text);
  return match === null
    ? null
    : dateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function namedDate(text: string): string | null {
  // A day and a year; first, for the names of months take a moment to gather.
  if (!/(?<!\d)\d{4}(?!\d)/.test(text) || !/(?<!\d)\d{1,2}(?!\d)/.test(text)) return null;
  for (const calendar of ['gregorian', 'jalali'] as const) {
    const { dayFirst, monthFirst, yearFirst } = patternsFor(calendar);
    const number = (name: string | undefined) => monthNumber(name ?? '', calendar);
    const found = [
      read(dayFirst, text, (m) => [Number(m[3]), number(m[2]), Number(m[1])]),
      read(monthFirst, text, (m) => [Number(m[3]), number(m[1]), Number(m[2])]),
      read(yearFirst, text, (m) => [Number(m[1]), number(m[2]), Number(m[3])]),
    ].filter((one) => one !== null);
    found.sort((a, b) => a.at - b.at);
    for (const { year, month, day } of found) {
      const date = dateOf(year, month, day);
      if (date !== null) return date;
    }
  }
  return null;
}

function read(
  pattern: RegExp,
  text: string,
  order: (match: RegExpExecArray) => [number, number, number],
) {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year, month, day] = order(match);
  return { at: match.index, year, month, day };
}

function numberDate(text: string, monthFirst: boolean): string | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const date = dateOf(Number(first[1]), Number(first[2]), Number(first[3]));
    if (date !== null) return date;
  }
  const last = YEAR_LAST.exec(text);
  if (last === null) return null;
  const [a, b] = [Number(last[1]), Number(last[3])];
  const year = Number(last[4]) + ((last[4]?.length ?? 4) === 2 ? 2000 : 0);
  const usual = monthFirst ? dateOf(year, a, b) : dateOf(year, b, a);
  return usual ?? (monthFirst ? dateOf(year, b, a) : dateOf(year, a, b));
}

const UNIT_MS: readonly (readonly [RegExp, number])[] = [
  [/^(?:second|sec|ثانی|ثوان|لحظ)/, 1_000],
  [/^(?:minute|min|دقیق|دقایق|دقائق)/, 60_000],
  [/^(?:hour|hr|ساع)/, 3_600_000],
  [/^(?:day|یوم|ایام|روز)/, 86_400_000],
  [/^(?:week|اسبوع|اسابیع|هفته)/, 604_800_000],
];

const AGO =
  /(?:(?<![\p{L}])(?:قبل|منذ) (?:حوالی |نحو )?(?:(\d{1,3}) )?(\p{L}+)|(?<!\d)(\d{1,3}|an?) (seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?) ago|(?<!\d)(\d{1,3}) (ثانیه|دقیقه|ساعت|روز|هفته) (?:قبل|پیش))/u;

function relativeDate(text: string, now: number): string | null {
  if (/^(?:امس|yesterday|دیروز)(?![\p{L}])/u.test(text)) return dayAt(now - 86_400_000);
  if (/^(?:الیوم|الان|today|just now|امروز)(?![\p{L}])/u.test(text)) return dayAt(now);
  const match = AGO.exec(text);
  if (match === null) return null;
  const unit = match[2] ?? match[4] ?? match[6] ?? '';
  const spoken = match[1] ?? match[3] ?? match[5];
  // The Arabic dual says "two" by its ending: ساعتين، يومين.
  const dual = /(?:تین|مین|عین|تان|مان)$/.test(unit) ? 2 : 1;
  const count = spoken === undefined || /^an?$/.test(spoken) ? dual : Number(spoken);
  const ms = UNIT_MS.find(([name]) => name.test(unit))?.[1];
  return ms === undefined ? null : dayAt(now - count * ms);
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Null for a day that no calendar has, or before newspapers had web pages' dates. */
function dateOf(year: number, month: number, day: number): string | null {
  // Jalali years; a Hijri year (1441) lies beyond them and is no date of ours.
  if (year >= 1340 && year <= 1420) return fromJalali(year, month, day);
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return date.toISOString().slice(0, 10);
}
