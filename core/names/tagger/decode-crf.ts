/** Scores of tags → the best row of tags, and how likely each tag is. */
import { TAG_COUNT } from './read-weights';

export interface TagSteps {
  /** From tag, to tag. */
  transitions: Float32Array;
  begins: Float32Array;
}

/** The best path over tokens `from` to `to` (exclusive), into `tags`. */
export function decodeTags(
  scores: Float32Array,
  from: number,
  to: number,
  { transitions, begins }: TagSteps,
  tags: Uint8Array,
): void {
  const length = to - from;
  if (length <= 0) return;
  const back = new Uint8Array(length * TAG_COUNT);
  let best = new Float64Array(TAG_COUNT);
  let next = new Float64Array(TAG_COUNT);
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    best[tag] = (begins[tag] ?? 0) + (scores[from * TAG_COUNT + tag] ?? 0);
  }
  for (let at = 1; at < length; at++) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let most = Number.NEGATIVE_INFINITY;
      let origin = 0;
      for (let before = 0; before < TAG_COUNT; before++) {
        const sum = (best[before] ?? 0) + (transitions[before * TAG_COUNT + tag] ?? 0);
        if (sum > most) {
          most = sum;
          origin = before;
        }
      }
      next[tag] = most + (scores[(from + at) * TAG_COUNT + tag] ?? 0);
      back[at * TAG_COUNT + tag] = origin;
    }
    [best, next] = [next, best];
  }
  let tag = 0;
  for (let one = 1; one < TAG_COUNT; one++) {
    if ((best[one] ?? 0) > (best[tag] ?? 0)) tag = one;
  }
  for (let at = length - 1; at >= 0; at--) {
    tags[from + at] = tag;
    tag = back[at * TAG_COUNT + tag] ?? 0;
  }
}

/** How likely each tag of each token is, all paths weighed: `TAG_COUNT` numbers a token, into `out`. */
export function weighTags(
  scores: Float32Array,
  from: number,
  to: number,
  { transitions, begins }: TagSteps,
  out: Float32Array,
): void {
  const length = to - from;
  if (length <= 0) return;
  // Probabilities, not their logarithms, scaled at each token: many times faster.
  const steps = Float64Array.from(transitions, Math.exp);
  const forward = new Float64Array(length * TAG_COUNT);
  const weight = new Float64Array(length * TAG_COUNT);
  for (let at = 0; at < length; at++) {
    const row = at * TAG_COUNT;
    weighScores(scores, from * TAG_COUNT + row, weight, row);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let sum = at === 0 ? Math.exp(begins[tag] as number) : 0;
      for (let before = 0; at > 0 && before < TAG_COUNT; before++) {
        sum +=
          (forward[row - TAG_COUNT + before] as number) *
          (steps[before * TAG_COUNT + tag] as number);
      }
      forward[row + tag] = sum * (weight[row + tag] as number);
    }
    scale(forward, row);
  }
  const backward = new Float64Array(TAG_COUNT).fill(1);
  const weighed = new Float64Array(TAG_COUNT);
  const likely = new Float64Array(TAG_COUNT);
  for (let at = length - 1; at >= 0; at--) {
    const row = at * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      likely[tag] = (forward[row + tag] as number) * (backward[tag] as number);
      weighed[tag] = (weight[row + tag] as number) * (backward[tag] as number);
    }
    scale(likely, 0);
    out.set(likely, (from + at) * TAG_COUNT);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let sum = 0;
      for (let after = 0; after < TAG_COUNT; after++) {
        sum += (steps[tag * TAG_COUNT + after] as number) * (weighed[after] as number);
      }
      backward[tag] = sum;
    }
    scale(backward, 0);
  }
}

/** How much each tag weighs against the heaviest, which is 1. */
function weighScores(
  scores: Float32Array,
  from: number,
  weight: Float64Array,
  to: number,
): void {
  let most = scores[from] as number;
  for (let tag = 1; tag < TAG_COUNT; tag++)
    most = Math.max(most, scores[from + tag] as number);
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    weight[to + tag] = Math.exp((scores[from + tag] as number) - most);
  }
}

function scale(values: Float64Array, from: number): void {
  let sum = 0;
  for (let at = from; at < from + TAG_COUNT; at++) sum += values[at] as number;
  if (!(sum > 0)) return;
  const unit = 1 / sum;
  for (let at = from; at < from + TAG_COUNT; at++) {
    values[at] = (values[at] as number) * unit;
  }
}
