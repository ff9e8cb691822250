/**
 * diff-match-patch's `match_main` (Apache-2.0), as dom-anchor-text-quote calls it: the
 * best place near `near` of a pattern of at most 32 units; -1 when there is none.
 */
const THRESHOLD = 0.5;

export function bitapMatch(
  text: string,
  pattern: string,
  near: number,
  distance: number,
): number {
  const loc = Math.max(0, Math.min(near, text.length));
  if (text === pattern) return 0;
  if (text === '') return -1;
  if (text.startsWith(pattern, loc)) return loc;
  const score = (errors: number, at: number) =>
    errors / pattern.length + Math.abs(loc - at) / distance;
  return bitap(text, pattern, loc, score);
}

function bitap(
  text: string,
  pattern: string,
  loc: number,
  score: (errors: number, at: number) => number,
): number {
  const { length } = pattern;
  const masks = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    const unit = pattern.charCodeAt(row);
    masks.set(unit, (masks.get(unit) ?? 0) | (1 << (length - row - 1)));
  }
  let threshold = THRESHOLD;
  for (const at of [
    text.indexOf(pattern, loc),
    text.lastIndexOf(pattern, loc + length),
  ]) {
    if (at >= 0) threshold = Math.min(score(0, at), threshold);
  }
  const whole = 1 << (length - 1);
  let best = -1;
  let reach = length + text.length;
  let last = new Int32Array(0);
  for (let errors = 0; errors < length; errors++) {
    reach = farthest(reach, (way) => score(errors, loc + way) <= threshold);
    let start = Math.max(1, loc - reach + 1);
    const finish = Math.min(loc + reach, text.length) + length;
    const row = new Int32Array(finish + 2);
    row[finish + 1] = (1 << errors) - 1;
    for (let at = finish; at >= start; at--) {
      const mask = masks.get(text.charCodeAt(at - 1)) ?? 0;
      const shifted = ((row[at + 1] ?? 0) << 1) | 1;
      const after = last[at + 1] ?? 0;
      row[at] =
        errors === 0
          ? shifted & mask
          : (shifted & mask) | ((after | (last[at] ?? 0)) << 1) | 1 | after;
      if (((row[at] ?? 0) & whole) === 0) continue;
      const here = score(errors, at - 1);
      if (here > threshold) continue;
      threshold = here;
      best = at - 1;
      if (best <= loc) break;
      start = Math.max(1, 2 * loc - best);
    }
    if (score(errors + 1, loc) > threshold) break;
    last = row;
  }
  return best;
}

/** The largest way, up to `most`, that is good enough. */
function farthest(most: number, isGood: (way: number) => boolean): number {
  let low = 0;
  let high = most;
  let middle = high;
  while (low < middle) {
    if (isGood(middle)) low = middle;
    else high = middle;
    middle = Math.floor((high - low) / 2 + low);
  }
  return middle;
}
