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
  const prefix = foldQuote(selector.prefix).codes;
  const suffix = foldQuote(selector.suffix).codes;
  const quoteFrom = prefix.length;
  const quoteTo = quoteFrom + quote.codes.length;
  const pattern = new Uint16Array(quoteTo + suffix.length);
  pattern.set(prefix, 0);
  pattern.set(quote.codes, quoteFrom);
  pattern.set(suffix, quoteTo);
  const gram = pattern.length < LONG_PATTERN ? FINE_GRAM : FINE_GRAM_LONG;
  return {
    selector,
    quote,
    pattern,
    quoteFrom,
    quoteTo,
    fine: indexGrams(pattern, gram),
    startsWord: isWordEdge(selector.prefix.at(-1), selector.exact.at(0)),
    endsWord: isWordEdge(selector.exact.at(-1), selector.suffix.at(0)),
  };
}

const WORD_UNIT = /[\p{L}\p{N}\p{M}\u0640\u200c\u200d]/u;

/** Does a word begin or end between these two units of a text? */
export function isWordEdge(
  before: string | undefined,
  after: string | undefined,
): boolean {
  if (before === undefined || after === undefined) return true;
  return !(WORD_UNIT.test(before) && WORD_UNIT.test(after));
}
