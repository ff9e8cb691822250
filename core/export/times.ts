/** Times as files say them. All are taken in milliseconds since the epoch. */

/** The last moment of the year 9999: later ones have years of more than four digits. */
const LATEST = 253_402_300_799_999;
/** A quarter of an hour, in ms: in every zone days begin at the end of one. */
const QUARTER = 900_000;

/** ISO 8601 in UTC, `2020-01-03T10:00:00.000Z`; what is out of the common era becomes its edge. */
export function isoTime(time: number): string {
  return new Date(within(time)).toISOString();
}

const formatters = new Map<string, (time: number) => string>();

/**
 * A day as `2020-01-03`: sorts, and reads the same in both directions. `timeZone` is an IANA name.
 * One for each zone: the platform takes longer to make its own than to write a short file.
 */
export function dayFormatter(timeZone = 'UTC'): (time: number) => string {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, string>();
  return (time) => {
    const quarter = Math.floor(within(time) / QUARTER);
    let day = known.get(quarter);
    if (day === undefined) {
      const parts = new Map(
        format.formatToParts(quarter * QUARTER).map(({ type, value }) => [type, value]),
      );
      day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
      known.set(quarter, day);
    }
    return day;
  };
}

/** Year, month and day of a date as an article says it, as many as it says; none when it says it in other words. */
export function dateParts(published: string | undefined): number[] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])/u.exec(published ?? '');
  if (match === null) return [];
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 0));
  if (!year) return [];
  if (!month || month > 12) return [year];
  return !day || day > 31 ? [year, month] : [year, month, day];
}

function within(time: number): number {
  return Number.isFinite(time) ? Math.min(Math.max(Math.trunc(time), 0), LATEST) : 0;
}
