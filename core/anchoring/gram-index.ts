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
const ROWS_PER_GRAM = 12;

const BASE = 0x01000193;
const SPREAD = 0x9e3779b1 | 0;

export function indexGrams(pattern: Uint16Array, size: number): GramIndex {
  const count = Math.max(0, pattern.length - size + 1);
  const shift = 32 - Math.max(10, 34 - Math.clz32(count));
  const heads = new Int32Array(1 << (32 - shift));
  const next = new Int32Array(count);
  const hashes = new Int32Array(count);
  for (let row = count - 1; row >= 0; row--) {
    let hash = 0;
    for (let unit = row; unit < row + size; unit++) {
      hash = (Math.imul(hash, BASE) + (pattern[unit] as number)) | 0;
    }
    const slot = Math.imul(hash, SPREAD) >>> shift;
    hashes[row] = hash;
    next[row] = heads[slot] as number;
    heads[slot] = row + 1;
  }
  return { pattern, size, shift, heads, next, hashes };
}

/**
 * Calls `visit` for each gram of `codes` in [from, to) that stands in the
 * pattern too, by hash: two grams of one hash may differ. The hash rolls, and
 * nothing is called where nothing is shared: a page of 500 kB is read in
 * milliseconds.
 */
export function eachSharedGram(
  index: GramIndex,
  codes: Uint16Array,
  from: number,
  to: number,
  visit: (row: number, column: number) => void,
): void {
  const { size, shift, heads, next, hashes } = index;
  if (to - from < size || hashes.length === 0) return;
  let top = 1;
  for (let unit = 1; unit < size; unit++) top = Math.imul(top, BASE);
  let hash = 0;
  for (let at = from; at < from + size - 1; at++) {
    hash = (Math.imul(hash, BASE) + (codes[at] as number)) | 0;
  }
  for (let at = from + size - 1; at < to; at++) {
    hash = (Math.imul(hash, BASE) + (codes[at] as number)) | 0;
    const column = at - size + 1;
    let entry = heads[Math.imul(hash, SPREAD) >>> shift] as number;
    for (let tries = 0; entry !== 0 && tries < ROWS_PER_GRAM; tries++) {
      if (hashes[entry - 1] === hash) visit(entry - 1, column);
      entry = next[entry - 1] as number;
    }
    hash = (hash - Math.imul(codes[column] as number, top)) | 0;
  }
}
