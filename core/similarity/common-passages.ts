/** Passages that stand in two texts, a word here and there changed. */
import { hashPair } from './hash-pair';
import { type ReadWord, readWords } from './read-words';

export interface CommonPassage {
  /** UTF-16 offsets in the first text, and in the second; the ends are exclusive. */
  a: [start: number, end: number];
  b: [start: number, end: number];
  /** Words that both have. */
  words: number;
}

/** Words that agree one by one where a passage begins. */
const FEWEST = 8;
/** Words that agree after one that was changed, put in or left out. */
const AFTER_EDIT = 4;
/** Places of the second text that begin alike and are tried: more say the same over and over. */
const MOST_PLACES = 4;

/**
 * The longest passages, longest first, at most `most`; none overlaps another in
 * either text. Case, marks on letters and punctuation do not count. Of a text
 * only the first 200,000 units are read. In time proportional to both lengths.
 */
export function commonPassages(a: string, b: string, most = 5): CommonPassage[] {
  const [first, second] = [readWords(a), readWords(b)];
  const places = indexRuns(second);
  const runs: Run[] = [];
  for (let at = 0; at + FEWEST <= first.length; ) {
    const least = runs.at(-1)?.endA ?? 0;
    const alike = places.get(hashRun(first, at)) ?? [];
    const run = longestRun(first, at, second, alike, least);
    if (run !== null) runs.push(run);
    at = run?.endA ?? at + 1;
  }
  runs.sort((one, other) => other.words - one.words || one.startA - other.startA);
  const chosen: Run[] = [];
  for (const run of runs) {
    if (chosen.length === most) break;
    const isFree = chosen.every(
      ({ startB, endB }) => run.endB <= startB || endB <= run.startB,
    );
    if (isFree) chosen.push(run);
  }
  return chosen.map(({ startA, endA, startB, endB, words }) => ({
    a: spanOf(first, startA, endA),
    b: spanOf(second, startB, endB),
    words,
  }));
}

/** Indexes of words; the ends are exclusive. */
interface Run {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
  words: number;
}

type Words = readonly ReadWord[];

function indexRuns(words: Words): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at + FEWEST <= words.length; at++) {
    const hash = hashRun(words, at);
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [at]);
    else if (known.length < MOST_PLACES) known.push(at);
  }
  return places;
}

function hashRun(words: Words, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < FEWEST; offset++) {
    hash = hashPair(hash, words[at + offset]?.word ?? 0);
  }
  return hash;
}

/** Of the runs that begin at a word of the first text and at one of these places. None reaches back before `least`. */
function longestRun(
  a: Words,
  at: number,
  b: Words,
  places: readonly number[],
  least: number,
): Run | null {
  let startB = -1;
  let on = { atA: at, atB: 0, words: 0 };
  for (const place of places) {
    // Two runs may have one hash.
    if (agreeing(a, at, b, place, 1, FEWEST) < FEWEST) continue;
    const further = extend(a, at, b, place, 1);
    if (further.words > on.words) [startB, on] = [place, further];
  }
  if (startB === -1) return null;
  const back = extend(a, at - 1, b, startB - 1, -1, least);
  return {
    startA: back.atA + 1,
    endA: on.atA,
    startB: back.atB + 1,
    endB: on.atB,
    words: on.words + back.words,
  };
}

/** A word changed, left out, or put in. */
const EDITS = [
  [1, 1],
  [1, 0],
  [0, 1],
] as const;

/** How far the texts say the same, forwards (`step` 1) or backwards (-1), and where they no longer do. */
function extend(
  a: Words,
  fromA: number,
  b: Words,
  fromB: number,
  step: 1 | -1,
  least = 0,
): { atA: number; atB: number; words: number } {
  let [atA, atB, words] = [fromA, fromB, 0];
  for (;;) {
    const most = step === 1 ? Infinity : atA + 1 - least;
    const same = agreeing(a, atA, b, atB, step, most);
    atA += same * step;
    atB += same * step;
    words += same;
    const edit = EDITS.find(([inA, inB]) => {
      const [afterA, afterB] = [atA + inA * step, atB + inB * step];
      const isOurs = step === 1 || afterA + 1 - least >= AFTER_EDIT;
      return isOurs && agreeing(a, afterA, b, afterB, step, AFTER_EDIT) === AFTER_EDIT;
    });
    if (edit === undefined) return { atA, atB, words };
    atA += edit[0] * step;
    atB += edit[1] * step;
  }
}

/** How many words agree from there on, at most `most`. */
function agreeing(
  a: Words,
  atA: number,
  b: Words,
  atB: number,
  step: 1 | -1,
  most: number,
): number {
  let same = 0;
  while (same < most) {
    const [one, other] = [a[atA + same * step], b[atB + same * step]];
    if (one === undefined || one.word !== other?.word) break;
    same++;
  }
  return same;
}

function spanOf(words: Words, from: number, to: number): [number, number] {
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}
