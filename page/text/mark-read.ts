import type { Span, TextModel } from './text-model';

/** Spans of the body of an article. */
export interface ReadAndFresh {
  read: Span[];
  fresh: Span[];
}

/** Parts the body, without the headline, into what was read (`spans`, sorted) and what is new. */
export function markRead(
  { text, blocks }: Pick<TextModel, 'text' | 'blocks'>,
  spans: readonly Span[],
): ReadAndFresh {
  const marks: ReadAndFresh = { read: [], fresh: [] };
  let first = 0;
  for (const { block, start, end } of blocks) {
    while ((spans[first]?.end ?? Infinity) <= start) first++;
    if (block.role !== 'body') continue;
    let from = start;
    for (let at = first; from < end; at++) {
      const span = spans[at] ?? { start: end, end };
      const to = Math.min(end, span.start);
      if (from < to) marks.fresh.push(...withWords(text, from, to));
      from = Math.min(end, Math.max(from, span.end));
      if (to < from) marks.read.push({ start: Math.max(start, span.start), end: from });
    }
  }
  return marks;
}

/** What stands between two sentences is nothing new. */
const BETWEEN = /[\s،,؛;:—–|•·-]/;

function withWords(text: string, from: number, to: number): Span[] {
  if (!/[\p{L}\p{N}]/u.test(text.slice(from, to))) return [];
  let [start, end] = [from, to];
  while (BETWEEN.test(text.charAt(start))) start++;
  while (BETWEEN.test(text.charAt(end - 1))) end--;
  return [{ start, end }];
}
