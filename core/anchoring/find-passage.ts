import type { Anchor, PassageSelector } from '../model/selector';
import type { Candidate } from './candidate';
import { afterCodePoint, beforeCodePoint } from './code-points';
import { editedCandidates } from './edited-candidates';
import { exactCandidates } from './exact-candidates';
import { sourceEnd } from './fold-quote';
import { judgeCandidate } from './judge-candidate';
import { type PassageText, readPassageText } from './passage-text';
import { prepareQuery, type Query } from './query';

/** Finds passages in one text; made once for all the passages of a page. */
export interface PassageFinder {
  /** Never throws, whatever the selector says; offsets are UTF-16 and split no code point. */
  find(selector: PassageSelector): Anchor;
}

const ORPHAN: Anchor = { status: 'orphan', start: null, end: null };

/** The text is folded once, and only when a passage does not stand where it stood. */
export function createPassageFinder(text: string): PassageFinder {
  const passageText = readPassageText(text);
  return { find: (selector) => findPassage(passageText, selector) };
}

function findPassage(text: PassageText, selector: PassageSelector): Anchor {
  if (standsAsBefore(text.source, selector)) {
    return anchorAt(text, 'anchored', selector.start, selector.end);
  }
  const query = prepareQuery(selector);
  if (query === null) return ORPHAN;
  const candidates = exactCandidates(text, query);
  const best = choose(candidates, text, query);
  if (best?.verdict === 'anchored') return result(best, text, query);
  candidates.push(...editedCandidates(text, query));
  const found = choose(candidates, text, query);
  return found === null ? ORPHAN : result(found, text, query);
}

/** Quote and context stand unit for unit where they stood. */
function standsAsBefore(source: string, selector: PassageSelector): boolean {
  const { exact, prefix, suffix, start, end } = selector;
  return (
    exact.trim() !== '' &&
    end - start === exact.length &&
    start >= prefix.length &&
    source.startsWith(prefix, start - prefix.length) &&
    source.startsWith(exact, start) &&
    source.startsWith(suffix, end)
  );
}

interface Choice {
  candidate: Candidate;
  verdict: 'anchored' | 'probable' | 'changed';
}

/** Strengths this close, in folded units, are one: the nearer to the old place wins. */
const TIE = 3;

function choose(candidates: Candidate[], text: PassageText, query: Query): Choice | null {
  let best: (Choice & { strength: number; distance: number }) | null = null;
  let rivals = 0;
  for (const candidate of candidates) {
    const verdict = judgeCandidate(candidate, query);
    if (verdict === 'rejected') continue;
    const strength = candidate.score;
    const distance = Math.abs(sourceStart(candidate, text) - query.selector.start);
    const lead = best === null ? Number.POSITIVE_INFINITY : strength - best.strength;
    if (
      best !== null &&
      Math.abs(lead) <= TIE &&
      isElsewhere(candidate, best.candidate)
    ) {
      rivals++;
    } else if (lead > TIE) rivals = 0;
    if (lead > TIE || (lead >= -TIE && best !== null && distance < best.distance)) {
      best = { candidate, verdict, strength, distance };
    }
  }
  if (best === null) return null;
  const { candidate, verdict } = best;
  const isSure = rivals === 0 || best.distance === 0;
  return { candidate, verdict: verdict === 'anchored' && !isSure ? 'probable' : verdict };
}

function isElsewhere(one: Candidate, other: Candidate): boolean {
  return one.to <= other.from || other.to <= one.from;
}

function sourceStart(candidate: Candidate, text: PassageText): number {
  return text.folded().starts[candidate.from] ?? text.source.length;
}

function result(choice: Choice, text: PassageText, query: Query): Anchor {
  const folded = text.folded();
  const { from, to } = choice.candidate;
  const { exact, suffix } = query.selector;
  const start = folded.starts[from] ?? 0;
  // As it was marked, to the unit, where it stands so: white space and marks at its edges with it.
  const raw = start - (query.quote.starts[0] ?? 0);
  const isRaw = raw >= 0 && text.source.startsWith(exact, raw);
  const end = isRaw ? raw + exact.length : sourceEnd(folded, to - 1);
  const endsInWord = suffix !== '' && isMark(suffix.charAt(0));
  return anchorAt(
    text,
    choice.verdict,
    isRaw ? raw : start,
    endsInWord ? end : afterMarks(text.source, end),
  );
}

/** Marks and tatweel that the fold dropped belong to the letter before them. */
function afterMarks(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && isMark(source.charAt(end))) end++;
  return end;
}

function isMark(unit: string): boolean {
  return /[\p{M}\u0640]/u.test(unit);
}

function anchorAt(
  text: PassageText,
  status: Choice['verdict'],
  start: number,
  end: number,
): Anchor {
  return {
    status,
    start: beforeCodePoint(text.source, start),
    end: afterCodePoint(text.source, end),
  };
}
