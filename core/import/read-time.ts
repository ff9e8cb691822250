import { parseDate } from '../article/parse-date';

/** A number smaller than this counts seconds: in ms it would be a day of 1973. */
const SECONDS_BELOW = 100_000_000_000;
/** The last moment that a `Date` can hold, in ms. */
const LAST = 8_640_000_000_000_000;

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A time as files write it, in ms since the epoch: ISO 8601, a count of seconds or
 * milliseconds, or a date in words. One without a zone is UTC, so that a file
 * says the same on every machine.
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value === 'number') return fromCount(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{9,16}(?:\.\d+)?$/.test(text)) return fromCount(Number(text));
  return fromIso(text) ?? fromIso(parseDate(text) ?? '');
}

function fromIso(text: string): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  if (day === undefined) return undefined;
  const offset = zone.toUpperCase() === 'UTC' ? 'Z' : zone.toUpperCase();
  return inRange(
    Date.parse(`${day}T${time}${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`),
  );
}

function fromCount(count: number): number | undefined {
  return inRange(Math.trunc(count < SECONDS_BELOW ? count * 1000 : count));
}

function inRange(time: number): number | undefined {
  return time >= 0 && time <= LAST ? time : undefined;
}
