/** In what ways two articles are alike: figures between 0 and 1, the same for (a, b) and (b, a). */
import {
  type Fingerprint,
  IN_LEAD,
  IN_TITLE,
  TERM_RARITY_UNIT,
  type Terms,
} from './fingerprint';
import { compareSketches, type Overlap } from './sketch';

/** What two articles can share in any two languages. */
export interface LikenessAcross {
  /** The share of the main names of each that the other has, by weight; the mean of both. */
  names: number;
  /** Numbers, and days named with their year. */
  figures: number;
}

export interface Likeness extends LikenessAcross {
  /** Cosine of the weighted terms. */
  terms: number;
  /** The share of each title's terms that the other article has, by rarity; the mean of both. */
  titles: number;
  /** Of the terms of the first sentences. */
  leads: number;
  /** Of the heaviest terms, by weight. */
  heaviest: number;
}

export interface Shared {
  likeness: Likeness;
  overlap: Overlap;
}

/** Terms and names that an article is about; with more of them chance speaks too. */
const HEAVIEST_TERMS = 8;
const MAIN_NAMES = 5;

export function measureLikeness(a: Fingerprint, b: Fingerprint): Shared {
  const both = (share: (one: Fingerprint, other: Fingerprint) => number) =>
    (share(a, b) + share(b, a)) / 2;
  return {
    overlap: compareSketches(a.sketch, b.sketch),
    likeness: {
      terms: termCosine(a.terms, b.terms),
      titles: titlesHeld(a.terms, b.terms),
      leads: both((one, other) => flaggedHeld(one.terms, other.terms, IN_LEAD) ?? 0),
      heaviest: both((one, other) => heaviestHeld(one.terms, other.terms) ?? 0),
      names: both((one, other) => namesHeld(one, other) ?? 0),
      figures: figuresShared(a, b),
    },
  };
}

/** Of each term its place; made once for a fingerprint that is compared with many. */
const indexes = new WeakMap<Terms, ReadonlyMap<number, number>>();

function indexOf(terms: Terms): ReadonlyMap<number, number> {
  const known = indexes.get(terms);
  if (known !== undefined) return known;
  const made = new Map(Array.from(terms.hashes, (hash, at) => [hash, at]));
  indexes.set(terms, made);
  return made;
}

function termCosine(a: Terms, b: Terms): number {
  const inB = indexOf(b);
  let dot = 0;
  for (const [at, hash] of a.hashes.entries()) {
    dot += (a.weights[at] ?? 0) * (b.weights[inB.get(hash) ?? -1] ?? 0);
  }
  return dot === 0 ? 0 : Math.min(1, dot / (a.norm * b.norm));
}

/** An article without a title leaves it to the other's. */
function titlesHeld(a: Terms, b: Terms): number {
  const [left, right] = [flaggedHeld(a, b, IN_TITLE), flaggedHeld(b, a, IN_TITLE)];
  return ((left ?? right ?? 0) + (right ?? left ?? 0)) / 2;
}

function flaggedHeld(one: Terms, other: Terms, flag: number): number | null {
  return shareHeld(
    one.hashes,
    (at) => (((one.flags[at] ?? 0) & flag) === 0 ? 0 : (one.rarities[at] ?? 0)),
    indexOf(other),
  );
}

function heaviestHeld(one: Terms, other: Terms): number | null {
  const heaviest = one.hashes.subarray(0, HEAVIEST_TERMS);
  return shareHeld(heaviest, (at) => one.weights[at] ?? 0, indexOf(other));
}

function namesHeld(one: Fingerprint, other: Fingerprint): number | null {
  const main = one.names.slice(0, MAIN_NAMES);
  return shareHeld(
    main.map(({ hash }) => hash),
    (at) => main[at]?.weight ?? 0,
    new Set(other.names.map(({ hash }) => hash)),
  );
}

/** Null where there is nothing to be held. */
function shareHeld(
  hashes: Iterable<number>,
  weightAt: (at: number) => number,
  held: { has(hash: number): boolean },
): number | null {
  let [sum, all, at] = [0, 0, 0];
  for (const hash of hashes) {
    const weight = weightAt(at++);
    all += weight;
    if (held.has(hash)) sum += weight;
  }
  return all === 0 ? null : sum / all;
}

/** Of the report that has fewer; one alone may be chance. */
function figuresShared(a: Fingerprint, b: Fingerprint): number {
  const [left, right] = [a, b].map(
    ({ figures, dates }) =>
      new Set([
        ...figures.map(({ hash }) => hash),
        // Days are far below the hashes of figures, or negative.
        ...dates.filter(({ from, to }) => from === to).map(({ from }) => from),
      ]),
  ) as [Set<number>, Set<number>];
  const shared = [...left].filter((one) => right.has(one)).length;
  return shared / (Math.min(left.size, right.size) + 1);
}

/** Heaviest shared terms, by what they weigh in the first, in units of rarity. */
export function sharedTerms(a: Terms, b: Terms): { label: string; rarity: number }[] {
  const inB = indexOf(b);
  return a.labels.flatMap((label, at) => {
    if (!inB.has(a.hashes[at] ?? -1)) return [];
    return [{ label, rarity: (a.rarities[at] ?? 0) * TERM_RARITY_UNIT }];
  });
}
