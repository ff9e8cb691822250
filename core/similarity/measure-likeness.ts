/** In what ways two articles are alike: figures between 0 and 1, the same for (a, b) and (b, a). */
import {
  type Fingerprint,
  IN_LEAD,
  IN_TITLE,
  IS_CAPITAL,
  type NameKind,
  TERM_RARITY_UNIT,
  type Terms,
} from './fingerprint';
import { compareSketches, type Overlap } from './sketch';

export interface Likeness {
  /** Cosine of the weighted terms of the bodies. */
  body: number;
  /** Of the terms of the first sentences, by rarity. */
  lead: number;
  /** The share of each title that the other article's terms hold, by rarity; the mean of both. */
  titleInOther: number;
  /** Words with capitals within sentences. */
  capitals: number;
  actors: number;
  places: number;
  figures: number;
  /** Square root of the share of the shorter text's shingles in the longer: a shared sentence counts. */
  passages: number;
}

export interface Shared {
  likeness: Likeness;
  overlap: Overlap;
}

export function measureLikeness(a: Fingerprint, b: Fingerprint): Shared {
  const overlap = compareSketches(a.sketch, b.sketch);
  return {
    overlap,
    likeness: {
      body: bodyCosine(a.terms, b.terms),
      lead: rarityCosine(a.terms, b.terms, IN_LEAD),
      titleInOther: (titleHeld(a.terms, b.terms) + titleHeld(b.terms, a.terms)) / 2,
      capitals: rarityCosine(a.terms, b.terms, IS_CAPITAL),
      actors: nameCosine(a, b, 'actor'),
      places: nameCosine(a, b, 'place'),
      figures: figuresShared(a, b),
      passages: Math.sqrt(overlap.shorterInLonger),
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

function bodyCosine(a: Terms, b: Terms): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const inB = indexOf(b);
  let dot = 0;
  for (const [at, hash] of a.hashes.entries()) {
    const other = inB.get(hash);
    if (other !== undefined) dot += (a.weights[at] ?? 0) * (b.weights[other] ?? 0);
  }
  return Math.min(1, dot / (a.norm * b.norm));
}

function rarityCosine(a: Terms, b: Terms, flag: number): number {
  const inB = indexOf(b);
  let dot = 0;
  for (const [at, hash] of a.hashes.entries()) {
    if (((a.flags[at] ?? 0) & flag) === 0) continue;
    const other = inB.get(hash);
    if (other === undefined || ((b.flags[other] ?? 0) & flag) === 0) continue;
    dot += (a.rarities[at] ?? 0) * (b.rarities[other] ?? 0);
  }
  return dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(square(a, flag) * square(b, flag)));
}

function square({ flags, rarities }: Terms, flag: number): number {
  let sum = 0;
  for (const [at, rarity] of rarities.entries()) {
    if (((flags[at] ?? 0) & flag) !== 0) sum += rarity * rarity;
  }
  return sum;
}

function titleHeld(a: Terms, b: Terms): number {
  const inB = indexOf(b);
  let [held, all] = [0, 0];
  for (const [at, hash] of a.hashes.entries()) {
    if (((a.flags[at] ?? 0) & IN_TITLE) === 0) continue;
    all += a.rarities[at] ?? 0;
    if (inB.has(hash)) held += a.rarities[at] ?? 0;
  }
  return all === 0 ? 0 : held / all;
}

function nameCosine(a: Fingerprint, b: Fingerprint, kind: NameKind): number {
  const of = ({ names }: Fingerprint) => names.filter((name) => name.kind === kind);
  const [left, right] = [of(a), of(b)];
  const inRight = new Map(right.map(({ hash, weight }) => [hash, weight]));
  const dot = left.reduce(
    (sum, { hash, weight }) => sum + weight * (inRight.get(hash) ?? 0),
    0,
  );
  if (dot === 0) return 0;
  const length = (names: typeof left) => Math.hypot(...names.map(({ weight }) => weight));
  return Math.min(1, dot / (length(left) * length(right)));
}

/** Of the figures of the report that has fewer; one alone may be chance. */
function figuresShared(a: Fingerprint, b: Fingerprint): number {
  const inB = new Set(b.figures.map(({ hash }) => hash));
  const shared = a.figures.filter(({ hash }) => inB.has(hash)).length;
  return shared / (Math.min(a.figures.length, b.figures.length) + 1);
}

/** Heaviest shared terms, by what they weigh in both, in units of rarity. */
export function sharedTerms(a: Terms, b: Terms): { label: string; rarity: number }[] {
  const inB = indexOf(b);
  return a.labels.flatMap((label, at) => {
    if (!inB.has(a.hashes[at] ?? -1)) return [];
    return [{ label, rarity: (a.rarities[at] ?? 0) * TERM_RARITY_UNIT }];
  });
}
