/**
 * Which of several places is the passage's: the one where most of the pattern
 * stands, and between those where as much stands, by what else is known of it.
 */
import { blockKey, sharedBlocks } from './block-key';
import type { Candidate } from './candidate';
import { sourceEnd } from './fold-quote';
import { judgeCandidate } from './judge-candidate';
import type { PassageText } from './passage-text';
import type { Query } from './query';

export interface Choice {
  candidate: Candidate;
  verdict: 'anchored' | 'probable' | 'changed';
}

interface Rated extends Choice {
  /** The score, and what place and blocks say, in folded units. */
  strength: number;
  shift: number;
}

/** Scores this close, in folded units, leave it open which place is the passage's. */
const TIE = 3;
/** Within this of the best, blocks and paths are compared; each that agrees is worth so many units. */
const CONTEST = 24;
const BLOCK_WORTH = 6;
/** Units for each doubling of the way from where the passage is awaited, from the grain on. */
const WAY_COST = 1;
const GRAIN = 64;
/** A page grows more often than it shrinks: a way back counts so many times. */
const BACK = 2;

export function chooseCandidate(
  candidates: readonly Candidate[],
  text: PassageText,
  query: Query,
): Choice | null {
  const rated = candidates.flatMap((candidate): Rated[] => {
    const shift = shiftOf(candidate, text, query);
    const verdict = judgeCandidate(candidate, query, nearnessOf(shift, query));
    if (verdict === 'rejected') return [];
    return [{ candidate, verdict, shift, strength: candidate.score - wayCost(shift) }];
  });
  const top = Math.max(...rated.map(({ strength }) => strength));
  const contest = rated.filter(({ strength }) => strength >= top - CONTEST);
  if (contest.length > 1) weighBlocks(contest, text, query);
  contest.sort((a, b) => b.strength - a.strength);
  const best = contest[0];
  if (best === undefined) return null;
  const isOpen =
    best.shift !== 0 &&
    contest.some(
      (other) =>
        other.strength >= best.strength - TIE &&
        isElsewhere(other.candidate, best.candidate),
    );
  const { candidate, verdict } = best;
  return { candidate, verdict: verdict === 'anchored' && isOpen ? 'probable' : verdict };
}

function isElsewhere(one: Candidate, other: Candidate): boolean {
  return one.to <= other.from || other.to <= one.from;
}

function weighBlocks(contest: Rated[], text: PassageText, query: Query): void {
  const { block, path } = query.selector;
  const folded = text.folded();
  for (const each of contest) {
    const start = folded.starts[each.candidate.from] ?? 0;
    const end = sourceEnd(folded, each.candidate.to - 1);
    if (block !== undefined) {
      const key = blockKey(text.source, start, end);
      each.strength += BLOCK_WORTH * sharedBlocks(block, key);
    }
    if (path !== undefined && path === text.pathAt(start)) each.strength += BLOCK_WORTH;
  }
}

/**
 * UTF-16 units of the source between a place and where the passage is awaited. As
 * much more room as its letters take in this text than where it was described,
 * so much farther on it is awaited: marks, soft hyphens and line ends add up.
 */
function shiftOf(candidate: Candidate, text: PassageText, query: Query): number {
  const { prefix, exact, suffix, start } = query.selector;
  const folded = text.folded();
  const at = folded.starts[candidate.from] ?? text.source.length;
  const raw = at - (query.quote.starts[0] ?? 0);
  if (start < 0 || raw === start) return 0;
  const then = (prefix.length + exact.length + suffix.length) / query.pattern.length;
  const now = text.source.length / folded.codes.length;
  const growth = now / then;
  const isOther = growth < 1 - SAME_ROOM || growth > 1 + SAME_ROOM;
  return Math.round(raw - start * (isOther ? growth : 1));
}

const SAME_ROOM = 0.08;

function wayCost(shift: number): number {
  const way = shift < 0 ? -shift * BACK : shift;
  return WAY_COST * Math.log2(1 + way / GRAIN);
}

/** 1 where the passage is awaited, 0 from a few sentences off, more the farther on it stood. */
function nearnessOf(shift: number, { selector }: Query): number {
  if (selector.start < 0) return 0;
  return Math.max(0, 1 - Math.abs(shift) / (150 + 0.06 * selector.start));
}
