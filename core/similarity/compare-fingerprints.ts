/** Says whether two articles are one text, one story, related or neither, and why. */
import type { Fingerprint } from './fingerprint';
import {
  type Likeness,
  measureLikeness,
  type Shared,
  sharedTerms,
} from './measure-likeness';
import type { Overlap } from './sketch';
import { BIAS, RELATED_LINE, STORY_LINE, WEIGHTS } from './weights';

export type Verdict = 'same-text' | 'same-story' | 'related' | 'different';

/** What two articles share, or what holds them apart. */
export type Reason =
  | { kind: 'text' /** 0–1, of the shorter. */; share: number }
  | { kind: 'title' }
  | { kind: 'actors' | 'places' | 'terms' | 'figures'; labels: readonly string[] }
  /** Days named in both texts, ISO 8601. */
  | { kind: 'dates'; labels: readonly string[] }
  /** Published so many days apart. */
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
const REPRINT_SHARE = 0.725;
/** Fewer shingles are a headline, a notice or a paywall's words, and stand on many pages. */
const FEWEST_SHINGLES = 24;
/** Of a sketch that had to leave out most of a long text: fewer tell nothing. */
const FEWEST_SAMPLED = 16;
/** Words for each different shingle; running text has little more than one. */
const MOST_REPEATED = 3;
/** Stories go on for days; reports further apart are of other events until more speaks for it. */
const STORY_DAYS = 4;
/** Lost in the score's logit for each doubling of the days beyond. */
const APART_WEIGHT = 0.6;
/** Likeness alone never makes a story quite sure. */
const SUREST_STORY = 0.97;

/** Symmetrical: (a, b) and (b, a) have one verdict and one score. */
export function compareFingerprints(a: Fingerprint, b: Fingerprint): Comparison {
  const shared = measureLikeness(a, b);
  const days =
    a.published === null || b.published === null
      ? null
      : Math.abs(a.published - b.published);
  const story = Math.min(SUREST_STORY, storyScore(shared.likeness, days));
  const reprint = reprintScore(a, b, shared.overlap);
  const score = 1 - (1 - story) * (1 - reprint);
  return {
    verdict: reprint >= 0.5 ? 'same-text' : verdictOf(score),
    score,
    reasons: reasonsOf(a, b, shared, days),
  };
}

function verdictOf(score: number): Verdict {
  if (score >= STORY_LINE) return 'same-story';
  return score >= RELATED_LINE ? 'related' : 'different';
}

function storyScore(likeness: Likeness, days: number | null): number {
  let logit = BIAS;
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    logit += weight * likeness[name as keyof Likeness];
  }
  if (days !== null && days > STORY_DAYS) {
    logit -= APART_WEIGHT * Math.log2(days / STORY_DAYS);
  }
  return 1 / (1 + Math.exp(-logit));
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
  return 1 / (1 + Math.exp(-25 * (share - REPRINT_SHARE)));
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

function reasonsOf(
  a: Fingerprint,
  b: Fingerprint,
  { overlap }: Shared,
  days: number | null,
): Reason[] {
  const reasons: Reason[] = [];
  if (overlap.shorterInLonger >= 0.1 && overlap.sample >= FEWEST_SAMPLED) {
    reasons.push({ kind: 'text', share: overlap.shorterInLonger });
  }
  if (a.titleHash !== 0 && a.titleHash === b.titleHash) reasons.push({ kind: 'title' });
  const hashesOfB = new Set(b.names.map(({ hash }) => hash));
  for (const kind of ['actors', 'places'] as const) {
    const labels = a.names
      .filter((name) => `${name.kind}s` === kind && hashesOfB.has(name.hash))
      .map(({ label }) => label);
    if (labels.length > 0) reasons.push({ kind, labels: labels.slice(0, MOST_LABELS) });
  }
  const dates = a.days.filter((day) => b.days.includes(day)).map(isoOf);
  if (dates.length > 0) reasons.push({ kind: 'dates', labels: dates });
  const figuresOfB = new Set(b.figures.map(({ hash }) => hash));
  const figures = a.figures.filter(({ hash }) => figuresOfB.has(hash));
  if (figures.length > 0) {
    reasons.push({
      kind: 'figures',
      labels: figures.slice(0, MOST_LABELS).map(({ label }) => label),
    });
  }
  const terms = sharedTerms(a.terms, b.terms)
    .filter(({ rarity }) => rarity >= TELLING_RARITY)
    .map(({ label }) => label);
  if (terms.length > 0)
    reasons.push({ kind: 'terms', labels: terms.slice(0, MOST_LABELS) });
  if (days !== null && days > STORY_DAYS) reasons.push({ kind: 'apart', days });
  if (a.partial || b.partial) reasons.push({ kind: 'partial' });
  return reasons;
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
