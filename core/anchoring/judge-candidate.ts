/** From what speaks for a place to what is said of it. */
import type { AnchorStatus } from '../model/selector';
import type { Candidate } from './candidate';
import type { Query } from './query';

type Verdict = Exclude<AnchorStatus, 'orphan'> | 'rejected';

export function judgeCandidate(candidate: Candidate, query: Query): Verdict {
  return candidate.isExact ? judgeExact(candidate, query) : judgeEdited(candidate, query);
}

interface Context {
  /** Units of context the selector has. */
  length: number;
  /** Share of it that stands, 0–1. */
  share: number;
  /** The larger share of the two sides. */
  bestSide: number;
}

function contextOf(candidate: Candidate, query: Query): Context {
  const before = query.quoteFrom;
  const after = query.pattern.length - query.quoteTo;
  const length = before + after;
  return {
    length,
    share: length === 0 ? 0 : (candidate.before + candidate.after) / length,
    bestSide: Math.max(
      before < 8 ? 0 : candidate.before / before,
      after < 8 ? 0 : candidate.after / after,
    ),
  };
}

function judgeExact(candidate: Candidate, query: Query): Verdict {
  const length = candidate.quote;
  const context = contextOf(candidate, query);
  if (context.length < 4) return length >= 6 ? 'probable' : 'rejected';
  if (context.share >= 0.6 || context.bestSide >= 0.9) return 'anchored';
  if (length >= 48 && context.share >= 0.25) return 'anchored';
  const needed = length < 12 ? 0.42 : length < 40 ? 0.3 : length < 64 ? 0.15 : 0;
  return context.share >= needed ? 'probable' : 'rejected';
}

function judgeEdited(candidate: Candidate, query: Query): Verdict {
  const length = query.quoteTo - query.quoteFrom;
  const context = contextOf(candidate, query);
  const share = candidate.quote / length;
  const total =
    (candidate.quote + candidate.before + candidate.after) / query.pattern.length;
  const growth = (candidate.to - candidate.from) / length;
  if (growth < 0.4 || growth > 3) return 'rejected';
  if (share >= 0.9 && context.share >= 0.6) return 'anchored';
  if (share >= 0.5 && total >= 0.4) return 'probable';
  const before = query.quoteFrom === 0 ? 1 : candidate.before / query.quoteFrom;
  const afterLength = query.pattern.length - query.quoteTo;
  const after = afterLength === 0 ? 1 : candidate.after / afterLength;
  if (before >= 0.3 && after >= 0.3 && total >= 0.35) return 'changed';
  return 'rejected';
}
