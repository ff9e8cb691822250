/**
 * What tells copies of a passage apart when their contexts are one: the block in
 * which each stands and the blocks around it, as hashes of their folded text.
 */
import { foldQuote } from './fold-quote';

const BREAK = '\n\n';
/** UTF-16 units of a block that are read at each of its ends: a page may be one block. */
const READ = 2_000;

/** `before.own.after`; a block that is not there has no letters. Offsets are UTF-16. */
export function blockKey(text: string, start: number, end: number): string {
  const before = start === 0 ? -1 : text.lastIndexOf(BREAK, start - 1);
  const from = before < 0 ? 0 : Math.min(start, before + BREAK.length);
  const after = text.indexOf(BREAK, end);
  const to = after < 0 ? text.length : after;
  const beforeFrom = before <= 0 ? 0 : text.lastIndexOf(BREAK, before - 1);
  const afterTo = after < 0 ? -1 : text.indexOf(BREAK, after + BREAK.length);
  return [
    text.slice(Math.max(0, beforeFrom, before - READ), Math.max(0, before)),
    clip(text.slice(from, to)),
    text.slice(to, Math.min(afterTo < 0 ? text.length : afterTo, to + READ)),
  ]
    .map(hashOf)
    .join('.');
}

/** How many of the three blocks two keys have in common. */
export function sharedBlocks(one: string, other: string): number {
  const others = other.split('.');
  return one.split('.').filter((hash, index) => hash === others[index]).length;
}

function clip(block: string): string {
  return block.length <= 2 * READ ? block : block.slice(0, READ) + block.slice(-READ);
}

/** FNV-1a over the folded units, in base 36. */
function hashOf(block: string): string {
  let hash = 0x811c9dc5;
  for (const code of foldQuote(block).codes) {
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
