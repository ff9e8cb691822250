/** One visit to an article, and the text that stood there. */
export interface KeptVisit {
  /** UUID, of a page's load or in-page navigation. */
  visitId: string;
  text: string;
  /** When it was last read in that visit, in ms since the epoch. */
  readAt: number;
}

/**
 * Two tabs may show one article at once, and each may say again what it shows:
 * a visit that is not the latest must still find the one before its own.
 */
const MOST_VISITS = 3;

/**
 * The visits with this one among them, latest first, and the one before it. A
 * visit that is known is brought up to date and stays where it is.
 */
export function keepVisit(
  visits: readonly KeptVisit[],
  visit: KeptVisit,
): { visits: KeptVisit[]; before: KeptVisit | null } {
  const at = visits.findIndex(({ visitId }) => visitId === visit.visitId);
  if (at === -1) {
    return {
      visits: [visit, ...visits].slice(0, MOST_VISITS),
      before: visits[0] ?? null,
    };
  }
  return { visits: visits.with(at, visit), before: visits[at + 1] ?? null };
}

/**
 * How many visits went before one of them, or before a new one. `count` is of
 * all that there were, of which `visits` are the latest.
 */
export function countBefore(
  visits: readonly KeptVisit[],
  count: number,
  visitId: string,
): number {
  const at = visits.findIndex((visit) => visit.visitId === visitId);
  return at === -1 ? count : Math.max(0, count - at - 1);
}
