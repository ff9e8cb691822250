/** A selector made ready for the search. */
import type { PassageSelector } from '../model/selector';
import { type FoldedQuote, foldQuote } from './fold-quote';
import { type GramIndex, indexGrams } from './gram-index';

/**
 * The pattern is the folded prefix, quote and suffix in one; rows count its
 * units. The quote's rows are [quoteFrom, quoteTo).
 */
export interface Query {
  selector: PassageSelector;
  quote: FoldedQuote;
  pattern: Uint16Array;
  /** Prefix, quote and suffix as they were, and the offset in them of each row. */
  raw: string;
  starts: Uint32Array;
  quoteFrom: number;
  quoteTo: number;
  /** Short grams, for aligning with a stretch of text. */
  fine: GramIndex;
  /** Did the passage begin, and end, at the edge of a word? */
  startsWord: boolean;
  endsWord: boolean;
}

/** Units a gram when aligning: two or three letters are shared by chance. */
const FINE_GRAM = 4;
const FINE_GRAM_LONG = 6;
const LONG_PATTERN = 600;

/** Null when nothing of the quote can be looked for: it is empty, or white space and marks alone. */
export function prepareQuery(selector: PassageSelector): Query | null {
  const quote = foldQuote(selector.exact);
  if (quote.codes.length === 0) return null;
  const parts = [foldQuote(selector.prefix), quote, foldQuote(selector.suffix)];
  const rows = parts.reduce((sum, { codes }) => sum + codes.length, 0);
  const pattern = new Uint16Array(rows);
  const starts = new Uint32Array(rows);
  let row = 0;
  let offset = 0;
  for (const part of parts) {
    pattern.set(part.codes, row);
    for (const start of part.starts) starts[row++] = offset + start;
    offset += part.source.length;
  }
  const quoteFrom = parts[0]?.codes.length ?? 0;
  const quoteTo = quoteFrom + quote.codes.length;
  const gram = pattern.length < LONG_PATTERN ? FINE_GRAM : FINE_GRAM_LONG;
  return {
    selector,
    quote,
    pattern,
    raw: selector.prefix + selector.exact + selector.suffix,
    starts,
    quoteFrom,
    quoteTo,
    fine: indexGrams(pattern, gram),
    startsWord: isWordEdge(selector.prefix.at(-1), selector.exact.at(0)),
    endsWord: isWordEdge(selector.exact.at(-1), selector.suffix.at(0)),
  };
}

const WORD_UNIT = /[\p{L}\p{N}\p{M}\u0640\u200c\u200d]/u;

export function isWordUnit(unit: string | undefined): boolean {
  return unit !== undefined && WORD_UNIT.test(unit);
}

/** Does a word begin or end between these two units of a text? */
export function isWordEdge(
  before: string | undefined,
  after: string | undefined,
): boolean {
  return !(isWordUnit(before) && isWordUnit(after));
}
