/** Says whether two articles are one text, one story, related or neither, and why. */
import { spell } from '../text/spelling';
import { isoOf } from './collect-dates';
import { type Apart, daysApart } from './days-apart';
import type { Fingerprint } from './fingerprint';
import { measureLikeness, type Shared, sharedTerms } from './measure-likeness';
import type { Overlap } from './sketch';
import { ACROSS, type Model, RELATED_LINE, STORY_LINE, WITHIN } from './weights';

export type Verdict = 'same-text' | 'same-story' | 'related' | 'different';

/** What two articles share, or what holds them apart. */
export type Reason =
  | { kind: 'text' /** 0–1, of the shorter. */; share: number }
  | { kind: 'title' }
  | { kind: 'actors' | 'places' | 'terms' | 'figures'; labels: readonly string[] }
  /** Days (`2020-04-01`) and months (`2020-04`) named in both texts, ISO 8601. */
  | { kind: 'dates'; labels: readonly string[] }
  /** So many days apart: of publication, or of what the texts speak of. */
  | { kind: 'apart'; days: number }
  /** One of them holds only a part of its article. */
  | { kind: 'partial' };

export interface Comparison {
  verdict: Verdict;
  /** 0–1: how sure it is that both tell one story; comparable between pairs. */
  score: number;
  reasons: readonly Reason[];
}

/** Of the shorter text in the longer: from here it is a reprint with edits. */
const REPRINT_SHARE = 0.7;
/** Fewer shingles are a headline, a notice or a paywall's words, and stand on many pages. */
const FEWEST_SHINGLES = 24;
/** Of a sketch that had to leave out most of a long text: fewer tell nothing. */
const FEWEST_SAMPLED = 16;
/** Words for each different shingle; running text has little more than one. */
const MOST_REPEATED = 3;
/** Stories go on for days; reports further apart are of other events until more speaks for it. */
const STORY_DAYS = 4;
/** Lost in the score's logit for each doubling of the days beyond: of publication, and as texts tell it. */
const APART_WEIGHT = 0.6;
const APART_TOLD_WEIGHT = 0.3;
/** Likeness alone never makes a story quite sure. */
const SUREST_STORY = 0.97;

/** A flash of so few words has not told a story: what is alike in two of them are the words of any flash. */
const FEWEST_STORY_WORDS = 16;

/** Of a story that a reader follows: it is weeks until it is another. */
export const FOLLOWED_DAYS = 21;

/**
 * Symmetrical: (a, b) and (b, a) have one verdict and one score. `storyDays`:
 * how long a story goes on before days apart speak against it.
 */
export function compareFingerprints(
  a: Fingerprint,
  b: Fingerprint,
  storyDays = STORY_DAYS,
): Comparison {
  const shared = measureLikeness(a, b);
  const apart = daysApart(a, b);
  const likeness = likenessLogit(a, b, shared);
  const tellsTooLittle = Math.min(a.words, b.words) < FEWEST_STORY_WORDS;
  const story = Math.min(
    tellsTooLittle ? RELATED_LINE : SUREST_STORY,
    sigmoid(likeness - lostApart(apart, storyDays)),
  );
  const reprint = reprintScore(a, b, shared.overlap);
  const score = 1 - (1 - story) * (1 - reprint);
  return {
    verdict: reprint >= 0.5 ? 'same-text' : verdictOf(score, sigmoid(likeness)),
    score,
    reasons: reasonsOf(a, b, shared, apart),
  };
}

/** Days apart make another event of it, but the people and the matter stay the same. */
function verdictOf(score: number, timeless: number): Verdict {
  if (score >= STORY_LINE) return 'same-story';
  return timeless >= RELATED_LINE ? 'related' : 'different';
}

function likenessLogit(a: Fingerprint, b: Fingerprint, { likeness }: Shared): number {
  const logit = logitOf(WITHIN, likeness);
  // Words of two languages do not agree, whatever they tell.
  return a.lang === b.lang ? logit : Math.max(logit, logitOf(ACROSS, likeness));
}

function lostApart(apart: Apart | null, storyDays: number): number {
  if (apart === null || apart.days <= storyDays) return 0;
  const weight = apart.sure ? APART_WEIGHT : APART_TOLD_WEIGHT;
  return weight * Math.log2(apart.days / storyDays);
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function logitOf<Name extends string>(
  { bias, weights }: Model<Name>,
  likeness: Readonly<Record<Name, number>>,
): number {
  return Object.entries<number>(weights).reduce(
    (sum, [name, weight]) => sum + weight * likeness[name as Name],
    bias,
  );
}

/** How sure it is that one is a reprint of the other; .5 and more says so. */
function reprintScore(a: Fingerprint, b: Fingerprint, overlap: Overlap): number {
  if (isSameShortText(a, b)) return 1;
  const shingles = Math.min(a.sketch.shingles, b.sketch.shingles);
  if (shingles < FEWEST_SHINGLES || overlap.sample < FEWEST_SAMPLED) return 0;
  // Of a part of an article only what it holds is known: both must hold the same.
  const share =
    a.partial || b.partial || repeats(a) || repeats(b)
      ? Math.min(overlap.firstInSecond, overlap.secondInFirst)
      : overlap.shorterInLonger;
  return sigmoid(25 * (share - REPRINT_SHARE));
}

/** The same words over and over: what is different in it may be one paragraph of another's. */
function repeats({ words, sketch }: Fingerprint): boolean {
  return words > MOST_REPEATED * sketch.shingles;
}

/** Notices stand under many titles; a flash of a few words with its own title does not. */
function isSameShortText(a: Fingerprint, b: Fingerprint): boolean {
  return (
    a.words >= 12 &&
    a.words === b.words &&
    a.textHash === b.textHash &&
    a.titleHash !== 0 &&
    a.titleHash === b.titleHash
  );
}

const MOST_LABELS = 6;
const TELLING_RARITY = 4;
/** Of a year in ISO 8601; that both name one says little. */
const YEAR_LENGTH = 4;

function reasonsOf(
  a: Fingerprint,
  b: Fingerprint,
  { overlap }: Shared,
  apart: Apart | null,
): Reason[] {
  const reasons: Reason[] = [];
  if (overlap.shorterInLonger >= 0.1 && overlap.sample >= FEWEST_SAMPLED) {
    reasons.push({ kind: 'text', share: overlap.shorterInLonger });
  }
  if (a.titleHash !== 0 && a.titleHash === b.titleHash) reasons.push({ kind: 'title' });
  const hashesOfB = new Set(b.names.map(({ hash }) => hash));
  const names: string[] = [];
  for (const kind of ['actors', 'places'] as const) {
    const labels = a.names
      .filter((name) => `${name.kind}s` === kind && hashesOfB.has(name.hash))
      .map(({ label }) => label);
    if (labels.length > 0) reasons.push({ kind, labels: labels.slice(0, MOST_LABELS) });
    names.push(...labels);
  }
  const datesOfB = b.dates.map(isoOf);
  const dates = a.dates
    .map(isoOf)
    .filter((date) => date.length > YEAR_LENGTH && datesOfB.includes(date));
  if (dates.length > 0) reasons.push({ kind: 'dates', labels: dates });
  const figuresOfB = new Set(b.figures.map(({ hash }) => hash));
  const figures = a.figures.filter(({ hash }) => figuresOfB.has(hash));
  if (figures.length > 0) {
    reasons.push({
      kind: 'figures',
      labels: figures.slice(0, MOST_LABELS).map(({ label }) => label),
    });
  }
  const told = spell(names.join(' '));
  const terms = sharedTerms(a.terms, b.terms)
    .filter(
      ({ label, rarity }) => rarity >= TELLING_RARITY && !told.includes(spell(label)),
    )
    .map(({ label }) => label);
  if (terms.length > 0)
    reasons.push({ kind: 'terms', labels: terms.slice(0, MOST_LABELS) });
  if (apart !== null && apart.days > STORY_DAYS) {
    reasons.push({ kind: 'apart', days: apart.days });
  }
  if (a.partial || b.partial) reasons.push({ kind: 'partial' });
  return reasons;
}
