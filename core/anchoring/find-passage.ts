import type { Anchor, PassageSelector } from '../model/selector';
import { type Choice, chooseCandidate } from './choose-candidate';
import { afterCodePoint, beforeCodePoint } from './code-points';
import { alignedStretches, placeQuote } from './edited-candidates';
import { exactCandidates } from './exact-candidates';
import { explainOrphan } from './explain-orphan';
import { sourceEnd } from './fold-quote';
import { type PassageText, type PathAt, readPassageText } from './passage-text';
import { prepareQuery, type Query } from './query';

/** Finds passages in one text; made once for all the passages of a page. */
export interface PassageFinder {
  /** Never throws, whatever the selector says; offsets are UTF-16 and split no code point. */
  find(selector: PassageSelector): Anchor;
}

/** Share of the pattern at a place from which no edited one can stand against it. */
const WHOLE = 0.97;

const ORPHAN = { status: 'orphan', start: null, end: null } as const;

/**
 * The text is folded once, and only when a passage does not stand where it stood.
 *
 * @param pathAt the path of the block at an offset, as `describePassage` was given it
 */
export function createPassageFinder(text: string, pathAt?: PathAt): PassageFinder {
  const passageText = readPassageText(text, pathAt);
  return { find: (selector) => findPassage(passageText, selector) };
}

function findPassage(text: PassageText, selector: PassageSelector): Anchor {
  if (standsAsBefore(text.source, selector)) {
    return anchorAt(text, 'anchored', selector.start, selector.end);
  }
  const query = prepareQuery(selector);
  if (query === null) return ORPHAN;
  const candidates = exactCandidates(text, query);
  const best = chooseCandidate(candidates, text, query);
  if (
    best?.verdict === 'anchored' &&
    best.candidate.score >= WHOLE * query.pattern.length
  ) {
    return result(best, text, query);
  }
  const stretches = alignedStretches(text, query);
  candidates.push(
    ...stretches.flatMap((aligned) => placeQuote(aligned, text, query) ?? []),
  );
  const found = chooseCandidate(candidates, text, query);
  return found === null
    ? { ...ORPHAN, ...explainOrphan(stretches, text, query) }
    : result(found, text, query);
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

/** Marks, tatweel and the lone hamza that the fold dropped belong to the letter before them. */
function afterMarks(source: string, offset: number): number {
  let end = offset;
  while (end < source.length && isMark(source.charAt(end))) end++;
  return end;
}

function isMark(unit: string): boolean {
  return /[\p{M}\u0640\u0621]/u.test(unit);
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
