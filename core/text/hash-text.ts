/**
 * 32-bit hashes of text, unsigned, the same on every machine, in training and in
 * reading: FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that
 * the smallest hashes of a text are a fair sample of it.
 */
export function hashText(text: string, seed = 0): number {
  return hashUnits(text, 0, text.length, seed);
}

/** The hash of `text.slice(from, to)`. */
export function hashUnits(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return finishHash(hash);
}

/** MurmurHash3's finaliser: every bit of `hash` bears on every bit of the result. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
