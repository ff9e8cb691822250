/**
 * From what speaks for a place to what is said of it. The thresholds come from
 * pages changed by design (docs/anchoring.md): each is the least at which places
 * of passages that are gone stay under one in a hundred.
 */
import type { AnchorStatus } from '../model/selector';
import type { Candidate } from './candidate';
import type { Query } from './query';

export type Verdict = Exclude<AnchorStatus, 'orphan'> | 'rejected';

/**
 * The share of the whole pattern (quote and context) that must stand, by the
 * folded length of the quote: a name stands in many places and lives by its
 * context, a long passage speaks for itself.
 */
const NEEDED: readonly (readonly [length: number, share: number])[] = [
  [8, 0.56],
  [14, 0.53],
  [30, 0.49],
  [60, 0.45],
  [160, 0.37],
];
/** More is asked of a short quote that does not stand word for word. */
const MORE_IF_EDITED = 0.04;
const SHORT = 24;
/** Less is asked where the passage stood: what only looks like it stands anywhere. */
const LESS_IF_NEAR = 0.16;

/** Shares of the pattern from which a place is beyond doubt. */
const SURE_EXACT = 0.75;
const SURE_EDITED = 0.75;
/** Share of the quote's own letters that makes it the passage; below, its words were changed. */
const SAME_WORDS = 0.5;
const NEARLY_ALL = 0.9;
/** One side's context standing whole, if it is as long as this, is enough for an exact quote. */
const WHOLE_SIDE = 24;
/** With fewer units of context than this a selector has none to speak of. */
const NO_CONTEXT = 8;
/** Units between changed words and the nearest context that stands. */
const NEAR = 12;
/** Length of the place found, in lengths of the quote. */
const LEAST_GROWTH = 0.4;
const MOST_GROWTH = 3;

/** `nearness`: from 0 to 1, how well the place agrees with where the passage stood. */
export function judgeCandidate(
  candidate: Candidate,
  query: Query,
  nearness: number,
): Verdict {
  const context = query.pattern.length - (query.quoteTo - query.quoteFrom);
  if (context < NO_CONTEXT) return judgeWithoutContext(candidate, query, context);
  const less = LESS_IF_NEAR * nearness;
  return candidate.isExact
    ? judgeExact(candidate, query, less)
    : judgeEdited(candidate, query, less);
}

/** A selector from elsewhere, or of a page with little more than the passage. */
function judgeWithoutContext(
  candidate: Candidate,
  query: Query,
  context: number,
): Verdict {
  const length = query.quoteTo - query.quoteFrom;
  const standing = candidate.before + candidate.after;
  if (candidate.isExact) {
    const isEnough = length >= 6 || (context >= 4 && standing >= 0.9 * context);
    return isEnough ? 'probable' : 'rejected';
  }
  return length >= 12 &&
    candidate.score >= 0.7 * length &&
    hasPlausibleLength(candidate, length)
    ? 'probable'
    : 'rejected';
}

function judgeExact(candidate: Candidate, query: Query, less: number): Verdict {
  const share = candidate.score / query.pattern.length;
  if (share >= SURE_EXACT) return 'anchored';
  const isBesideWhole =
    isWhole(candidate.before, query.quoteFrom) ||
    isWhole(candidate.after, query.pattern.length - query.quoteTo);
  return isBesideWhole || share >= neededShare(candidate.quote) - less
    ? 'probable'
    : 'rejected';
}

function isWhole(standing: number, length: number): boolean {
  return length >= WHOLE_SIDE && standing >= NEARLY_ALL * length;
}

function judgeEdited(candidate: Candidate, query: Query, less: number): Verdict {
  const length = query.quoteTo - query.quoteFrom;
  const share = candidate.score / query.pattern.length;
  const needed = neededShare(length) + (length < SHORT ? MORE_IF_EDITED : 0) - less;
  if (share < needed || !hasPlausibleLength(candidate, length)) return 'rejected';
  const words = candidate.quote / length;
  if (words >= NEARLY_ALL && share >= SURE_EDITED) return 'anchored';
  if (words >= SAME_WORDS) return 'probable';
  return standsAround(candidate, query) ? 'changed' : 'rejected';
}

/** The context stands on both sides, up to the words that were changed. */
function standsAround(candidate: Candidate, query: Query): boolean {
  const before = query.quoteFrom;
  const after = query.pattern.length - query.quoteTo;
  return (
    candidate.before >= before / 2 &&
    candidate.after >= after / 2 &&
    candidate.gapBefore <= NEAR &&
    candidate.gapAfter <= NEAR
  );
}

function hasPlausibleLength(candidate: Candidate, length: number): boolean {
  const growth = (candidate.to - candidate.from) / length;
  return growth >= LEAST_GROWTH && growth <= MOST_GROWTH;
}

/** Between two lengths of the table the share falls evenly. */
function neededShare(length: number): number {
  let [lowLength, lowShare] = NEEDED[0] ?? [0, 1];
  for (const [highLength, highShare] of NEEDED) {
    if (length < highLength) {
      const part = (length - lowLength) / (highLength - lowLength || 1);
      return lowShare + Math.max(0, part) * (highShare - lowShare);
    }
    [lowLength, lowShare] = [highLength, highShare];
  }
  return lowShare;
}
