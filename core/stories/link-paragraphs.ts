/** Which paragraphs of two texts are one paragraph edited, split or joined. */
import { hashPair } from '../similarity/hash-pair';
import { countWork, mapInSteps, type Steps } from '../text/steps';
import type { Sense } from './read-paragraphs';

export interface Loose {
  /** Index of the paragraph in its text. */
  at: number;
  sense: Sense;
  /** Between which of the paragraphs that stayed it stands. */
  gap: number;
  /** Its place within the gap, from the beginning and from the end. */
  fromStart: number;
  fromEnd: number;
}

/** Paragraphs (indices of their texts, rising) that share words. */
export interface Group {
  before: number[];
  after: number[];
}

type Pairs = ReadonlySet<number>;

/** A pair of words that stands in more paragraphs than this tells none from another. */
const MOST_PLACES = 32;
/** Of the shorter one's pairs of words in the longer: from here they may be one. */
const LEAST_SHARED = 0.34;
/** Beside the first word and the last: a short line has few pairs else. */
const EDGE = -1;
/** What standing in the same place is worth. */
const SAME_GAP = 0.1;

/** Each paragraph goes with its likeliest counterpart: so one may have several. */
export function* linkParagraphs(
  before: readonly Loose[],
  after: readonly Loose[],
): Steps<Group[]> {
  const pairsBefore = yield* collectPairs(before);
  const pairsAfter = yield* collectPairs(after);
  const groups = createGroups(before.length + after.length);
  const forth = yield* findCounterparts(before, pairsBefore, after, pairsAfter);
  const isDue = countWork();
  for (const [here, there] of forth.entries()) {
    if (isDue()) yield;
    if (there >= 0) groups.join(here, before.length + there);
  }
  const back = yield* findCounterparts(after, pairsAfter, before, pairsBefore);
  for (const [here, there] of back.entries()) {
    if (isDue()) yield;
    if (there >= 0) groups.join(there, before.length + here);
  }
  return yield* mapInSteps(yield* groups.list(), (members) => {
    const group: Group = { before: [], after: [] };
    for (const member of members) {
      const loose = before[member];
      if (loose) group.before.push(loose.at);
      else group.after.push((after[member - before.length] as Loose).at);
    }
    return group;
  });
}

function* collectPairs(paragraphs: readonly Loose[]): Steps<Pairs[]> {
  const isDue = countWork();
  const all: Pairs[] = [];
  for (const { sense } of paragraphs) {
    const pairs = new Set<number>();
    for (let at = 0; at <= sense.words.length; at++) {
      if (isDue()) yield;
      pairs.add(hashPair(sense.words[at - 1] ?? EDGE, sense.words[at] ?? EDGE));
    }
    all.push(pairs);
  }
  return all;
}

/** For each of `here` the likeliest of `there`, -1 where none is alike. */
function* findCounterparts(
  here: readonly Loose[],
  pairsHere: readonly Pairs[],
  there: readonly Loose[],
  pairsThere: readonly Pairs[],
): Steps<number[]> {
  const isDue = countWork();
  const places = yield* indexPairs(pairsThere);
  const byPlace = new Map<string, number>();
  for (const [index, { gap, fromStart, fromEnd }] of there.entries()) {
    if (isDue(4)) yield;
    byPlace.set(`${gap}+${fromStart}`, index);
    byPlace.set(`${gap}-${fromEnd}`, index);
  }
  const counterparts: number[] = [];
  for (const [at, { gap, fromStart, fromEnd }] of here.entries()) {
    const pairs = pairsHere[at] as Pairs;
    /** The pairs that each candidate is known to share. */
    const candidates = new Map<number, number>();
    // In a text that says the same over and over, the place has to tell.
    for (const place of [`+${fromStart}`, `-${fromEnd}`]) {
      const index = byPlace.get(`${gap}${place}`);
      if (index !== undefined) candidates.set(index, 0);
    }
    let unknown = 0;
    for (const pair of pairs) {
      const list = places.get(pair) ?? [];
      if (isDue(1 + list.length)) yield;
      if (list.length > MOST_PLACES) unknown++;
      else
        for (const index of list) candidates.set(index, (candidates.get(index) ?? 0) + 1);
    }
    let [best, most] = [-1, 0];
    for (const [index, shared] of candidates) {
      const others = pairsThere[index] as Pairs;
      const least = LEAST_SHARED * Math.min(pairs.size, others.size);
      if (isDue()) yield;
      if (shared + unknown < least) continue;
      if (isDue(Math.min(pairs.size, others.size))) yield;
      const score = likeness(pairs, others);
      if (score === 0) continue;
      const placed = score + (there[index]?.gap === gap ? SAME_GAP : 0);
      if (placed > most) [best, most] = [index, placed];
    }
    counterparts.push(best);
  }
  return counterparts;
}

/** In which paragraphs each pair stands; the list of one that stands in too many is not complete. */
function* indexPairs(paragraphs: readonly Pairs[]): Steps<Map<number, number[]>> {
  const isDue = countWork();
  const places = new Map<number, number[]>();
  for (const [index, pairs] of paragraphs.entries()) {
    for (const pair of pairs) {
      if (isDue()) yield;
      const list = places.get(pair);
      if (!list) places.set(pair, [index]);
      else if (list.length <= MOST_PLACES) list.push(index);
    }
  }
  return places;
}

/** 0 for two that are not alike; of several that hold one, the one with least besides is likest. */
function likeness(one: Pairs, other: Pairs): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const pair of short) if (long.has(pair)) shared++;
  if (shared === 0 || shared < LEAST_SHARED * short.size) return 0;
  return shared / short.size + shared / long.size;
}

/** Joins numbers into groups (union–find). */
function createGroups(size: number) {
  const parents = new Int32Array(size).map((_, at) => at);
  function rootOf(member: number): number {
    let root = member;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = member; at !== root; ) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  }
  return {
    join(one: number, other: number): void {
      parents[rootOf(one)] = rootOf(other);
    },
    /** Members rising; what is alone is left out. */
    *list(): Steps<number[][]> {
      const isDue = countWork();
      const byRoot = new Map<number, number[]>();
      for (let member = 0; member < size; member++) {
        if (isDue()) yield;
        const root = rootOf(member);
        const members = byRoot.get(root);
        if (members) members.push(member);
        else byRoot.set(root, [member]);
      }
      return [...byRoot.values()].filter(({ length }) => length > 1);
    },
  };
}
