/** How peers find a quote again, on the text alone; their own code needs a DOM. */
import type { PassageSelector, TextSpan } from '@/core/model/selector';
import { approximateSearch } from './approximate-search';
import { bitapMatch } from './bitap-match';

type Peer = (text: string, selector: PassageSelector) => TextSpan | null;

/** Weights of Hypothesis' `match-quote.ts` (BSD-2-Clause). */
const QUOTE = 50;
const SIDE = 20;
const POSITION = 2;
const MOST_ERRORS = 256;

/** Hypothesis: the position if the quote stands there, else the best of `matchQuote`. */
export const hypothesis: Peer = (text, selector) => {
  const { exact, start, end } = selector;
  if (exact !== '' && text.slice(start, end) === exact) return { start, end };
  return matchQuote(text, selector);
};

/** The same by a score of at least 0.75: not what it ships, but its better trade. */
export const hypothesisStrict: Peer = (text, selector) => {
  const { exact, start, end } = selector;
  if (exact !== '' && text.slice(start, end) === exact) return { start, end };
  const match = matchQuote(text, selector);
  return match !== null && match.score >= 0.75 ? match : null;
};

function matchQuote(
  text: string,
  { exact, prefix, suffix, start: hint }: PassageSelector,
): (TextSpan & { score: number }) | null {
  if (exact === '') return null;
  const matches = search(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  let best: (TextSpan & { score: number }) | null = null;
  for (const { start, end, errors } of matches) {
    const before = text.slice(Math.max(0, start - prefix.length), start);
    const after = text.slice(end, end + suffix.length);
    const raw =
      QUOTE * (1 - errors / exact.length) +
      SIDE * (prefix === '' ? 1 : likeness(before, prefix)) +
      SIDE * (suffix === '' ? 1 : likeness(after, suffix)) +
      POSITION * (1 - Math.abs(start - hint) / text.length);
    const score = raw / (QUOTE + 2 * SIDE + POSITION);
    if (best === null || score > best.score) best = { start, end, score };
  }
  return best;
}

function likeness(text: string, wanted: string): number {
  if (text === '') return 0;
  const errors = search(text, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return 1 - errors / wanted.length;
}

function search(text: string, wanted: string, maxErrors: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    exact.push({ start: at, end: at + wanted.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approximateSearch(text, wanted, maxErrors);
}

/** dom-anchor-text-quote (MIT): slices of 32 by diff-match-patch, its context of 32 first. */
export const textQuote: Peer = (text, { exact, prefix, suffix, start: hint }) => {
  const [first, ...slices] = exact.match(/[\s\S]{1,32}/g) ?? [];
  if (first === undefined) return null;
  const wide = text.length * 2;
  let near = hint;
  const before = bitapMatch(text, prefix.slice(-32), near, wide);
  if (before >= 0) near = before + Math.min(32, prefix.length);
  else {
    const after = bitapMatch(text, suffix.slice(0, 32), near + exact.length, wide);
    if (after >= 0) near = after - exact.length;
  }
  let start = bitapMatch(text, first, near, wide);
  if (start < 0) return null;
  let end = start + first.length;
  near = end;
  for (const slice of slices) {
    const at = bitapMatch(text, slice, near, 64);
    if (at < 0) return null;
    near = at + slice.length;
    start = Math.min(start, at);
    end = Math.max(end, near);
  }
  return { start, end };
};
