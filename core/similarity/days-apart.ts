/** How far apart in time two articles are. */
import type { DaySpan, Fingerprint } from './fingerprint';

export interface Apart {
  days: number;
  /** Days of publication are known; what a text speaks of says less. */
  sure: boolean;
}

/**
 * Null when nothing tells. Where a day of publication is missing, an article
 * that names a later time than the other's was written later, or speaks of
 * plans; times that both name tell nothing.
 */
export function daysApart(a: Fingerprint, b: Fingerprint): Apart | null {
  if (a.published !== null && b.published !== null) {
    return { days: Math.abs(a.published - b.published), sure: true };
  }
  const [left, right] = [latestOwn(a, b), latestOwn(b, a)];
  const days = a.published ?? b.published;
  if (days !== null) {
    const span = a.published === null ? left : right;
    return span === null || span.from <= days
      ? null
      : { days: span.from - days, sure: false };
  }
  if (left === null || right === null) return null;
  return {
    days: Math.max(0, left.from - right.to, right.from - left.to),
    sure: false,
  };
}

/** The latest time that an article names and the other does not. */
function latestOwn({ dates }: Fingerprint, other: Fingerprint): DaySpan | null {
  const own = dates.filter(
    ({ from, to }) => !other.dates.some((one) => one.from === from && one.to === to),
  );
  return own.reduce<DaySpan | null>(
    (latest, span) => (latest === null || span.from > latest.from ? span : latest),
    null,
  );
}
