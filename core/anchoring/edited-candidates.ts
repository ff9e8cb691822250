/** Places where the passage stands with other words in it, or only what was around it. */
import {
  type Aligned,
  bestChain,
  coveredRows,
  gapAfter,
  gapBefore,
  sharedRuns,
} from './align';
import { betweenContext } from './between-context';
import type { Candidate } from './candidate';
import { candidateWindows } from './candidates';
import { indexGrams } from './gram-index';
import type { PassageText } from './passage-text';
import type { Query } from './query';
import { quoteEnd, quoteStart } from './quote-edges';

/** Units a gram when a whole page is searched: longer is faster, shorter finds more heavily edited text. */
const COARSE_GRAM = 6;
const SHORT_COARSE_GRAM = 4;
const SHORT_PATTERN = 48;

/** Share of the quote below which what stands in its place is other words. */
const OTHER_WORDS = 0.25;

export function alignedStretches(text: PassageText, query: Query): Aligned[] {
  const { codes } = text.folded();
  const size = query.pattern.length < SHORT_PATTERN ? SHORT_COARSE_GRAM : COARSE_GRAM;
  const coarse = indexGrams(query.pattern, size);
  return candidateWindows(coarse, codes)
    .map(({ from, to }) => bestChain(sharedRuns(query.fine, codes, from, to)))
    .filter(({ runs }) => runs.length > 0);
}

/** Where the quote stands in an aligned stretch; null when nothing tells. */
export function placeQuote(
  aligned: Aligned,
  text: PassageText,
  query: Query,
): Candidate | null {
  const { runs, score } = aligned;
  const { quoteFrom, quoteTo, pattern } = query;
  const sides = {
    quote: coveredRows(runs, quoteFrom, quoteTo),
    before: coveredRows(runs, 0, quoteFrom),
    after: coveredRows(runs, quoteTo, pattern.length),
    gapBefore: gapBefore(runs, 0, quoteFrom),
    gapAfter: gapAfter(runs, quoteTo, pattern.length),
  };
  // Other words up to the very edges of the context: it is all of them.
  const isOther =
    sides.quote < OTHER_WORDS * (quoteTo - quoteFrom) &&
    sides.gapBefore + sides.gapAfter === 0;
  const [start, end] = (isOther && betweenContext(runs, query)) || [
    quoteStart(runs, query, text),
    quoteEnd(runs, query, text),
  ];
  if (start === null || end === null || end <= start) return null;
  return { from: start, to: end, ...sides, score, isExact: false };
}
