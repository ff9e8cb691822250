/** Where each short sequence of units (k-gram) of a pattern stands in it. */

export interface GramIndex {
  pattern: Uint16Array;
  /** Units a gram. */
  size: number;
  /** 32 − bits of the table: a hash is shifted by it to find its slot. */
  shift: number;
  /** One more than the first row of a slot; 0 for none. */
  heads: Int32Array;
  /** One more than the next row with the same slot; 0 for none. */
  next: Int32Array;
  hashes: Int32Array;
}

/** Rows looked at for one gram of the text: a pattern of one letter repeated must not cost its square. */
export const ROWS_PER_GRAM = 12;

const BASE = 0x01000193;
const SPREAD = 0x9e3779b1 | 0;

export function indexGrams(pattern: Uint16Array, size: number): GramIndex {
  const count = Math.max(0, pattern.length - size + 1);
  const bits = Math.max(10, 32 - Math.clz32(count) + 1);
  const heads = new Int32Array(1 << bits);
  const next = new Int32Array(count);
  const hashes = new Int32Array(count);
  const index = { pattern, size, shift: 32 - bits, heads, next, hashes };
  eachGram(pattern, 0, pattern.length, index, (row, hash) => {
    const slot = slotOf(index, hash);
    hashes[row] = hash;
    next[row] = heads[slot] as number;
    heads[slot] = row + 1;
  });
  return index;
}

function slotOf(index: GramIndex, hash: number): number {
  return Math.imul(hash, SPREAD) >>> index.shift;
}

/** Every gram of `codes` that lies in [from, to), with a hash that rolls. */
function eachGram(
  codes: Uint16Array,
  from: number,
  to: number,
  index: Pick<GramIndex, 'size'>,
  visit: (at: number, hash: number) => void,
): void {
  const { size } = index;
  if (to - from < size) return;
  let top = 1;
  for (let unit = 1; unit < size; unit++) top = Math.imul(top, BASE);
  let hash = 0;
  for (let at = from; at < from + size; at++) {
    hash = (Math.imul(hash, BASE) + (codes[at] as number)) | 0;
  }
  visit(from, hash);
  for (let at = from + size; at < to; at++) {
    const left = Math.imul(codes[at - size] as number, top);
    hash = (Math.imul(hash - left, BASE) + (codes[at] as number)) | 0;
    visit(at - size + 1, hash);
  }
}

/**
 * Calls `visit` for each gram of `codes` in [from, to) that stands in the
 * pattern too, by hash: two grams of one hash may differ.
 */
export function eachSharedGram(
  index: GramIndex,
  codes: Uint16Array,
  from: number,
  to: number,
  visit: (row: number, column: number) => void,
): void {
  const { heads, next, hashes } = index;
  eachGram(codes, from, to, index, (column, hash) => {
    let entry = heads[slotOf(index, hash)] as number;
    for (let tries = 0; entry !== 0 && tries < ROWS_PER_GRAM; tries++) {
      const row = entry - 1;
      if (hashes[row] === hash) visit(row, column);
      entry = next[row] as number;
    }
  });
}
