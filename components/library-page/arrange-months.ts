/** How many of a thing there were in each span of time, for a row of bars. */

export interface Span {
  /** Months of the reader's time zone, as `YYYY-MM`, both included. */
  from: string;
  to: string;
  count: number;
}

/** Bars at most: so many have room in a narrow window. */
const MOST = 24;

/** Spans of one length without gaps, from the first moment (ms since the epoch) to the last. */
export function arrangeMonths(moments: readonly number[]): Span[] {
  if (moments.length === 0) return [];
  const months = moments.map(monthOf);
  // Not by spread: there may be a hundred thousand.
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b));
  const length = Math.ceil((last - first + 1) / MOST);
  const counts = new Array<number>(Math.ceil((last - first + 1) / length)).fill(0);
  for (const month of months) {
    const at = Math.floor((month - first) / length);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((count, index) => {
    const from = first + index * length;
    return { from: nameOf(from), to: nameOf(Math.min(last, from + length - 1)), count };
  });
}

/** Counted from the year 0. */
function monthOf(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 12 + date.getMonth();
}

function nameOf(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
