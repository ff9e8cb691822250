/** Candidates of the lexicon and the rules, weighed by what the tagger makes of their surroundings. */
import { mentionTypeOf } from '../model/entity';
import { mapInSteps, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { WORD } from './lexicon-format';
import type { Reading } from './reading';
import { TAG_KINDS } from './tagger/read-weights';
import type { Tagged } from './tagger/tagger';

/** How far the tagger is believed; measured on the development sets (docs/tagger.md). */
export interface Belief {
  /** How much of its score a candidate keeps where the tagger sees no such name. */
  trust: Readonly<Record<Candidate['source'], number>>;
  /** Of the way to certainty, how much a sure tagger adds to a candidate. */
  raise: number;
  /** Scores of the tagger's own candidates, from hardly likely to sure. */
  least: number;
  most: number;
}

/** What a name covers: by the product's convention, or as the corpora of news have it. */
export type Edges = 'product' | 'corpus';

export const BELIEF: Readonly<Record<Edges, Belief>> = {
  product: {
    trust: {
      lexicon: 0.8,
      repair: 0.8,
      body: 0.7,
      person: 0.6,
      shape: 0.5,
      document: 0.75,
      tagger: 1,
    },
    raise: 0.4,
    least: 0.2,
    most: 0.9,
  },
  corpus: {
    trust: {
      lexicon: 0.1,
      repair: 0.1,
      body: 0.1,
      person: 0.1,
      shape: 0.1,
      document: 0.1,
      tagger: 1,
    },
    raise: 0.2,
    least: 0.4,
    most: 2,
  },
};

export function* weighTagged(
  reading: Reading,
  candidates: readonly Candidate[],
  tagged: Tagged,
  { trust, raise }: Belief,
): Steps<Candidate[]> {
  return yield* mapInSteps(candidates, (candidate) => {
    const support = supportOf(candidate, tagged);
    const kept = trust[candidate.source];
    const adds = isPeople(reading, candidate) ? 0 : raise;
    const raised = candidate.score + (1 - candidate.score) * adds * support;
    return { ...candidate, score: raised * (kept + (1 - kept) * support) };
  });
}

/** A word alone that is a people or a nationality: the tagger's corpora have those as names, we do not. */
export function isPeople(
  reading: Reading,
  { from, to }: Pick<Candidate, 'from' | 'to'>,
): boolean {
  if (to - from !== 1) return false;
  const language = reading.rules(from);
  return reading
    .readings(from)
    .some(
      ({ key }) =>
        (reading.lexicon.wordClass(key) & WORD.nisba) !== 0 ||
        language?.peoples.has(key) === true,
    );
}

/**
 * 0–1: the mean chance that its words lie in a name of its type. What the
 * lexicon knows has the type it says there, whatever the tagger takes it for;
 * but a city may be its football club.
 */
function supportOf({ from, to, kind, source }: Candidate, tagged: Tagged): number {
  const type = mentionTypeOf(kind);
  const types = source === 'lexicon' && kind !== 'place' ? TAG_KINDS : [type];
  let sum = 0;
  for (let at = from; at < to; at++) {
    for (const one of types) sum += tagged.chance(at, one);
  }
  return sum / (to - from);
}
