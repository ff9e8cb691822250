import type { Note } from '../model/note';

/**
 * For sorting: notes on the article as a whole, then those on its passages as they stand, then
 * those whose place is not known because they came in a file; of one place the earliest first.
 */
export function inTextOrder(a: Note, b: Note): number {
  return startOf(a) - startOf(b) || a.createdAt - b.createdAt;
}

function startOf({ target }: Note): number {
  if (target.type !== 'passage') return -1;
  const { start } = target.selector;
  return start < 0 ? Number.MAX_SAFE_INTEGER : start;
}
