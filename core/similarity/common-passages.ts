/** The passages that two texts share, to be shown side by side. */
import { runToEnd } from '../text/steps';
import { type ReadWord, readWords } from './read-words';
import { SHINGLE_WORDS, shinglesOf } from './sketch';

export interface CommonPassage {
  /** UTF-16 offsets into the first text, end exclusive. */
  a: [start: number, end: number];
  /** Into the second. */
  b: [start: number, end: number];
  /** Words in common. */
  words: number;
}

/** Shorter runs are turns of phrase that every report has. */
const FEWEST_WORDS = 8;
/** Of one shingle the places in the second text that are tried; a text that repeats itself has thousands. */
const MOST_PLACES = 8;
/** Words that must agree behind a changed one for the run to go on. */
const WORDS_AGAIN = 3;
/** What a change takes of each text: a word for another, one left out, one put in. */
const CHANGES = [
  [1, 1],
  [1, 0],
  [0, 1],
] as const;

interface Run {
  /** First word, and the one behind the last. */
  a: [number, number];
  b: [number, number];
  words: number;
}

/**
 * The longest runs of words in common, spelling and marks aside, longest first,
 * at most `most`; none overlaps another in either text. Single words changed,
 * left out or put in do not end a run. Takes time in proportion to both texts;
 * of each the first 200,000 UTF-16 units are read.
 */
export function commonPassages(a: string, b: string, most = 5): CommonPassage[] {
  const [left, right] = [runToEnd(readWords(a)), runToEnd(readWords(b))];
  const passages = findRuns(left, right)
    .map(
      (run): CommonPassage => ({
        a: [left[run.a[0]]?.start ?? 0, left[run.a[1] - 1]?.end ?? 0],
        b: [right[run.b[0]]?.start ?? 0, right[run.b[1] - 1]?.end ?? 0],
        words: run.words,
      }),
    )
    .sort((one, other) => other.words - one.words || one.a[0] - other.a[0]);
  const kept: CommonPassage[] = [];
  for (const passage of passages) {
    if (kept.length >= most) break;
    if (!kept.some((one) => meet(one.a, passage.a) || meet(one.b, passage.b))) {
      kept.push(passage);
    }
  }
  return kept;
}

function meet(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** From each word of the first text the longest run that begins there; the next begins behind it. */
function findRuns(first: Words, second: Words): Run[] {
  const places = placesOf(second);
  const runs: Run[] = [];
  const shingles = shinglesOf(first);
  for (let at = 0; at < shingles.length; ) {
    let best: Run | null = null;
    for (const place of places.get(shingles[at] ?? 0) ?? []) {
      const run = extend(first, second, at, place);
      if (run.words > (best?.words ?? 0)) best = run;
    }
    if (best !== null && best.words >= FEWEST_WORDS) {
      runs.push(best);
      at = best.a[1];
    } else at++;
  }
  return runs;
}

type Words = readonly ReadWord[];

function placesOf(words: Words): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [at, shingle] of shinglesOf(words).entries()) {
    const known = places.get(shingle);
    if (known === undefined) places.set(shingle, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  return places;
}

function extend(first: Words, second: Words, from: number, place: number): Run {
  let [a, b, words] = [from, place, agreeing(first, second, from, place, Infinity)];
  a += words;
  b += words;
  for (;;) {
    const change = CHANGES.find(
      ([left, right]) =>
        agreeing(first, second, a + left, b + right, WORDS_AGAIN) === WORDS_AGAIN,
    );
    // A run of fewer words than a shingle is two shingles with one hash.
    if (change === undefined || words < SHINGLE_WORDS) break;
    a += change[0];
    b += change[1];
    const more = agreeing(first, second, a, b, Infinity);
    a += more;
    b += more;
    words += more;
  }
  return { a: [from, a], b: [place, b], words };
}

/** Words, at most `most`, that agree from here on. */
function agreeing(
  first: Words,
  second: Words,
  a: number,
  b: number,
  most: number,
): number {
  let count = 0;
  while (
    count < most &&
    a + count < first.length &&
    first[a + count]?.word === second[b + count]?.word
  ) {
    count++;
  }
  return count;
}
