/** Where the words of a query stand in a text, for the eye. */
import type { TextSpan } from '../model/selector';
import { foldSpelling } from '../text/spelling';
import { type WrittenWord, wordsOf } from './word-forms';

/** What every word of the query is found by, in this search. */
export interface SoughtForms {
  prefixes: readonly string[];
  /** Found anywhere in a word, when nothing begins with it. */
  inside: string | null;
}

/** UTF-16 offsets of `text`, raw, in order and disjoint. */
export function findHits(text: string, sought: readonly SoughtForms[]): TextSpan[] {
  if (sought.length === 0) return [];
  const spans: TextSpan[] = [];
  for (const word of wordsOf(text)) {
    const hits = sought.flatMap((one) => hitIn(word, text, one) ?? []);
    if (hits.length === 0) continue;
    spans.push({
      start: Math.min(...hits.map(({ start }) => start)),
      end: Math.max(...hits.map(({ end }) => end)),
    });
  }
  return spans;
}

function hitIn(
  { token, forms }: WrittenWord,
  text: string,
  { prefixes, inside }: SoughtForms,
): TextSpan | null {
  const surface = text.slice(token.start, token.end);
  let best: TextSpan | null = null;
  for (const { skip, term } of forms) {
    for (const prefix of prefixes) {
      if (!term.startsWith(prefix)) continue;
      const span = spanOf(surface, skip, prefix);
      if (best === null || span.end - span.start > best.end - best.start) best = span;
    }
    const at = inside === null ? -1 : term.indexOf(inside);
    if (inside !== null && at >= 0) best ??= spanOf(surface, skip + at, inside);
  }
  return best && { start: token.start + best.start, end: token.start + best.end };
}

/** From folded unit `skip` on; to the end of the word where it is written in another way than looked for. */
function spanOf(surface: string, skip: number, sought: string): TextSpan {
  const { text, starts } = foldSpelling(surface);
  const isSame = text.startsWith(sought, skip);
  // The marks on the last letter are part of it: up to where the next begins.
  const end = isSame ? starts[skip + sought.length] : undefined;
  const start = skip === 0 ? 0 : (starts[skip] ?? 0);
  return { start, end: Math.max(end ?? surface.length, start) };
}
