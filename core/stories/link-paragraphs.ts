/** Which paragraphs of two texts are one paragraph edited, split or joined. */
import { hashPair } from '../similarity/hash-pair';
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

/** A pair of words that stands in more paragraphs than this tells none from another. */
const MOST_PLACES = 32;
/** Of the shorter one's pairs of words in the longer: from here they may be one. */
const LEAST_SHARED = 0.34;
/** Beside the first word and the last: a short line has few pairs else. */
const EDGE = -1;
/** What standing in the same place is worth. */
const SAME_GAP = 0.1;

/** Each paragraph goes with its likeliest counterpart: so one may have several. */
export function linkParagraphs(
  before: readonly Loose[],
  after: readonly Loose[],
): Group[] {
  const [pairsBefore, pairsAfter] = [before.map(pairsOf), after.map(pairsOf)];
  const groups = createGroups(before.length + after.length);
  const forth = findCounterparts(before, pairsBefore, after, pairsAfter);
  for (const [here, there] of forth.entries())
    if (there >= 0) groups.join(here, before.length + there);
  const back = findCounterparts(after, pairsAfter, before, pairsBefore);
  for (const [here, there] of back.entries())
    if (there >= 0) groups.join(there, before.length + here);
  return groups.list().map((members) => {
    const group: Group = { before: [], after: [] };
    for (const member of members) {
      const loose = before[member];
      if (loose) group.before.push(loose.at);
      else group.after.push((after[member - before.length] as Loose).at);
    }
    return group;
  });
}

function pairsOf({ sense: { words } }: Loose): Set<number> {
  const pairs = new Set<number>();
  for (let at = 0; at <= words.length; at++)
    pairs.add(hashPair(words[at - 1] ?? EDGE, words[at] ?? EDGE));
  return pairs;
}

/** For each of `here` the likeliest of `there`, -1 where none is alike. */
function findCounterparts(
  here: readonly Loose[],
  pairsHere: readonly ReadonlySet<number>[],
  there: readonly Loose[],
  pairsThere: readonly ReadonlySet<number>[],
): number[] {
  const places = new Map<number, number[]>();
  const byPlace = new Map<string, number>();
  for (const [index, loose] of there.entries()) {
    for (const pair of pairsThere[index] as Set<number>) {
      const list = places.get(pair);
      if (!list) places.set(pair, [index]);
      else if (list.length <= MOST_PLACES) list.push(index);
    }
    byPlace.set(`${loose.gap}+${loose.fromStart}`, index);
    byPlace.set(`${loose.gap}-${loose.fromEnd}`, index);
  }
  return here.map((loose, at) => {
    const pairs = pairsHere[at] as Set<number>;
    const candidates = new Set<number>();
    // In a text that says the same over and over, the place has to tell.
    for (const place of [`+${loose.fromStart}`, `-${loose.fromEnd}`]) {
      const index = byPlace.get(`${loose.gap}${place}`);
      if (index !== undefined) candidates.add(index);
    }
    for (const pair of pairs) {
      const list = places.get(pair) ?? [];
      if (list.length <= MOST_PLACES) for (const index of list) candidates.add(index);
    }
    let [best, most] = [-1, 0];
    for (const index of candidates) {
      const score = likeness(pairs, pairsThere[index] as Set<number>);
      if (score === 0) continue;
      const placed = score + (there[index]?.gap === loose.gap ? SAME_GAP : 0);
      if (placed > most) [best, most] = [index, placed];
    }
    return best;
  });
}

/** 0 for two that are not alike; of several that hold one, the one with least besides is likest. */
function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const pair of short) if (long.has(pair)) shared++;
  if (shared === 0 || shared < LEAST_SHARED * short.size) return 0;
  return shared / short.size + shared / long.size;
}

/** Joins numbers into groups (union–find). */
function createGroups(size: number) {
  const parents = Int32Array.from({ length: size }, (_, at) => at);
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
    list(): number[][] {
      const byRoot = new Map<number, number[]>();
      for (let member = 0; member < size; member++) {
        const root = rootOf(member);
        const members = byRoot.get(root);
        if (members) members.push(member);
        else byRoot.set(root, [member]);
      }
      return [...byRoot.values()].filter(({ length }) => length > 1);
    },
  };
}
