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
