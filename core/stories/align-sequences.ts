/**
 * What two sequences have in common, in order. What stands once in each is
 * lined up first (Bram Cohen's patience diff), which is also what keeps long
 * sequences cheap; between these lines the shortest edit is looked for (Myers:
 * An O(ND) difference algorithm and its variations, 1986), some edits at a time.
 */

import { countWork, type Steps } from '../text/steps';

/** Edits looked ahead; a stretch with more is taken piece by piece. */
const MOST_EDITS = 200;
/** Lines within lines within lines: text comes to two or three. */
const DEEPEST = 24;

interface Stretch {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
  depth: number;
}

/**
 * For each element of `a` the index of its like in `b`, rising; -1 where it has
 * none. Time is bounded by the lengths times a constant; pauses for long ones.
 */
export function* alignSequences(
  a: readonly number[],
  b: readonly number[],
): Steps<Int32Array> {
  // What the other lacks altogether only stands in the way.
  const keptOfA = yield* placesWithin(a, yield* elementsOf(b));
  const keptOfB = yield* placesWithin(b, yield* elementsOf(a));
  const partners = yield* alignShared(
    keptOfA.map((at) => a[at] as number),
    keptOfB.map((at) => b[at] as number),
  );
  const all = new Int32Array(a.length).fill(-1);
  for (const [at, partner] of partners.entries()) {
    if (partner >= 0) all[keptOfA[at] as number] = keptOfB[partner] as number;
  }
  return all;
}

function* elementsOf(sequence: readonly number[]): Steps<Set<number>> {
  const isDue = countWork();
  const elements = new Set<number>();
  for (const element of sequence) {
    if (isDue()) yield;
    elements.add(element);
  }
  return elements;
}

function* placesWithin(
  sequence: readonly number[],
  wanted: ReadonlySet<number>,
): Steps<number[]> {
  const isDue = countWork();
  const places: number[] = [];
  for (const [at, element] of sequence.entries()) {
    if (isDue()) yield;
    if (wanted.has(element)) places.push(at);
  }
  return places;
}

function* alignShared(a: readonly number[], b: readonly number[]): Steps<Int32Array> {
  const partners = new Int32Array(a.length).fill(-1);
  const open: Stretch[] = [
    { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length, depth: 0 },
  ];
  const isDue = countWork();
  for (let whole = open.pop(); whole !== undefined; whole = open.pop()) {
    if (isDue(1 + whole.aTo - whole.aFrom + whole.bTo - whole.bFrom)) yield;
    const stretch = takeEnds(a, b, whole, partners);
    if (stretch.aFrom === stretch.aTo || stretch.bFrom === stretch.bTo) continue;
    const lines =
      stretch.depth < DEEPEST ? yield* risingRun(yield* onceInBoth(a, b, stretch)) : [];
    if (lines.length === 0) {
      const left = alignShortest(a, b, stretch, partners);
      if (left !== null) open.push(left);
      continue;
    }
    let { aFrom, bFrom } = stretch;
    const depth = stretch.depth + 1;
    for (const [inA, inB] of lines) {
      partners[inA] = inB;
      open.push({ aFrom, aTo: inA, bFrom, bTo: inB, depth });
      aFrom = inA + 1;
      bFrom = inB + 1;
    }
    open.push({ ...stretch, aFrom, bFrom, depth });
  }
  return partners;
}

/** Pairs off what a stretch begins and ends with in both; what is between is left. */
function takeEnds(
  a: readonly number[],
  b: readonly number[],
  stretch: Stretch,
  partners: Int32Array,
): Stretch {
  let { aFrom, aTo, bFrom, bTo } = stretch;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) partners[aFrom++] = bFrom++;
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) partners[--aTo] = --bTo;
  return { aFrom, aTo, bFrom, bTo, depth: stretch.depth };
}

type Pair = readonly [inA: number, inB: number];

/** Elements that the stretch has once in `a` and once in `b`, in the order of `a`. */
function* onceInBoth(
  a: readonly number[],
  b: readonly number[],
  { aFrom, aTo, bFrom, bTo }: Stretch,
): Steps<Pair[]> {
  const placesInB = yield* placesOf(b, bFrom, bTo);
  const isDue = countWork();
  const pairs: Pair[] = [];
  // What stands once comes first at its one place: so these are in order.
  for (const [element, inA] of yield* placesOf(a, aFrom, aTo)) {
    if (isDue()) yield;
    const inB = placesInB.get(element) ?? -1;
    if (inA >= 0 && inB >= 0) pairs.push([inA, inB]);
  }
  return pairs;
}

/** Where each element stands; -1 for one that stands several times. */
function* placesOf(
  sequence: readonly number[],
  from: number,
  to: number,
): Steps<Map<number, number>> {
  const isDue = countWork();
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    if (isDue()) yield;
    const element = sequence[at] as number;
    places.set(element, places.has(element) ? -1 : at);
  }
  return places;
}

/** The longest run of pairs that rises in both. */
function* risingRun(pairs: readonly Pair[]): Steps<Pair[]> {
  /** Of each length, the run that ends lowest: the index of its last pair. */
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const isDue = countWork();
  for (const [at, [, inB]] of pairs.entries()) {
    if (isDue()) yield;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] as number] as Pair)[1] < inB) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = at;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) {
    run.push(pairs[at] as Pair);
  }
  return run.reverse();
}

/** Pairs along the shortest edit as far as it was looked for; returns what lies beyond. */
function alignShortest(
  a: readonly number[],
  b: readonly number[],
  stretch: Stretch,
  partners: Int32Array,
): Stretch | null {
  const { aFrom, aTo, bFrom, bTo } = stretch;
  const [width, height] = [aTo - aFrom, bTo - bFrom];
  const middle = MOST_EDITS + 1;
  /** The furthest column on each diagonal, after each number of edits. */
  const reached = new Int32Array(2 * MOST_EDITS + 3);
  const trace: Int32Array[] = [];
  let [best, bestSum] = [0, -1];
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    trace.push(reached.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let column = stepColumn(reached, middle, diagonal, edits);
      let row = column - diagonal;
      while (column < width && row < height && a[aFrom + column] === b[bFrom + row]) {
        column++;
        row++;
      }
      reached[middle + diagonal] = column;
      const isWithin = column <= width && row <= height;
      if (edits === MOST_EDITS && isWithin && column + row > bestSum) {
        best = diagonal;
        bestSum = column + row;
      }
      if (column >= width && row >= height) {
        walkBack(trace, edits, diagonal, column, stretch, partners);
        return null;
      }
    }
  }
  if (bestSum < 0) return null;
  const column = reached[middle + best] as number;
  walkBack(trace, MOST_EDITS, best, column, stretch, partners);
  return { ...stretch, aFrom: aFrom + column, bFrom: bFrom + column - best };
}

function stepColumn(
  reached: Int32Array,
  middle: number,
  diagonal: number,
  edits: number,
): number {
  if (edits === 0) return 0;
  return goesDown(reached, middle, diagonal, edits)
    ? (reached[middle + diagonal + 1] as number)
    : (reached[middle + diagonal - 1] as number) + 1;
}

function goesDown(
  reached: Int32Array,
  middle: number,
  diagonal: number,
  edits: number,
): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (
    (reached[middle + diagonal - 1] as number) <
    (reached[middle + diagonal + 1] as number)
  );
}

function walkBack(
  trace: readonly Int32Array[],
  edits: number,
  diagonal: number,
  column: number,
  { aFrom, bFrom }: Stretch,
  partners: Int32Array,
): void {
  const middle = MOST_EDITS + 1;
  let [at, on] = [column, diagonal];
  for (let left = edits; left >= 0; left--) {
    const reached = trace[left] as Int32Array;
    const from = stepColumn(reached, middle, on, left);
    while (at > from) {
      at--;
      partners[aFrom + at] = bFrom + at - on;
    }
    if (left === 0) return;
    if (goesDown(reached, middle, on, left)) on++;
    else {
      on--;
      at--;
    }
  }
}
