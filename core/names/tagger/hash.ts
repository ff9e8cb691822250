/** FNV-1a over UTF-16 units with Murmur's finaliser: unsigned 32 bits, the same in training and reading. */
export function hashText(text: string, seed = 0): number {
  return hashUnits(text, 0, text.length, seed);
}

/** The hash of `text.slice(from, to)`. */
export function hashUnits(text: string, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}

/** Where `wanted` stands in an ascending array of hashes, or -1. */
export function findHash(sorted: Uint32Array, wanted: number): number {
  // Hashes lie evenly: it is near where it would stand if they did so exactly.
  const guess = Math.floor((wanted / 2 ** 32) * sorted.length);
  let low = guess;
  let high = guess;
  for (let step = 32; low > 0 && (sorted[low] as number) > wanted; step *= 2) {
    low = Math.max(0, low - step);
  }
  for (
    let step = 32;
    high < sorted.length && (sorted[high] as number) < wanted;
    step *= 2
  ) {
    high = Math.min(sorted.length, high + step);
  }
  // It stands at `low` or after it, and not after `high`.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : -1;
}
