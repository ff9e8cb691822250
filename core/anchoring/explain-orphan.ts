/** Why a passage has no place, as far as the text can tell; and what stands there instead. */
import type { OrphanReason, TextSpan } from '../model/selector';
import type { Aligned } from './align';
import { betweenContext } from './between-context';
import { sourceEnd } from './fold-quote';
import type { PassageText } from './passage-text';
import { isWordUnit, type Query } from './query';

export function explainOrphan(
  stretches: readonly Aligned[],
  text: PassageText,
  query: Query,
): { reason: OrphanReason; now?: TextSpan } {
  for (const { runs } of stretches) {
    const between = betweenContext(runs, query);
    const now = between === null ? null : wordsOf(between, text);
    if (now !== null) return { reason: 'reworded', now };
  }
  return { reason: 'deleted' };
}

/** The whole words of the source in these columns; null when there are none. */
function wordsOf([from, to]: [number, number], text: PassageText): TextSpan | null {
  const folded = text.folded();
  const { source } = text;
  let start = folded.starts[from] ?? source.length;
  let end = sourceEnd(folded, to - 1);
  while (start < end && !isWordUnit(source[start])) start++;
  while (end > start && !isWordUnit(source[end - 1])) end--;
  return end > start ? { start, end } : null;
}
