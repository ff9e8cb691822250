/** Candidates of the lexicon and the rules, weighed by what the tagger makes of their surroundings. */
import { mentionTypeOf } from '../model/entity';
import { mapInSteps, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { WORD } from './lexicon-format';
import type { Reading } from './reading';
import { TAG_KINDS } from './tagger/read-weights';
import type { Tagged } from './tagger/tagger';

/** How much of its score a candidate keeps where the tagger sees no such name; measured on annotated news (docs/tagger.md). */
const TRUST: Readonly<Record<Candidate['source'], number>> = {
  lexicon: 0.2,
  repair: 0.1,
  body: 0.1,
  person: 0.1,
  shape: 0.1,
  document: 0.3,
  tagger: 1,
};
/**
 * A name of several words that the lexicon has whole is hardly ever anything
 * else (قوات سوريا الديمقراطية), and its edges are better known than guessed.
 */
const PHRASE_TRUST = 0.8;
const PHRASE_WEIGHT = 2;
/** Of the way to certainty, how much a sure tagger adds to a candidate. */
const RAISE = 0.2;

/** What a name covers: by the product's convention, or as the corpora of news have it. */
export type Edges = 'product' | 'corpus';

export function* weighTagged(
  reading: Reading,
  candidates: readonly Candidate[],
  tagged: Tagged,
): Steps<Candidate[]> {
  return yield* mapInSteps(candidates, (candidate) => {
    const support = supportOf(candidate, tagged);
    const isListed = candidate.source === 'lexicon' || candidate.source === 'repair';
    const isPhrase = isListed && candidate.to - candidate.from > 1;
    const kept = isPhrase ? PHRASE_TRUST : TRUST[candidate.source];
    const adds = isPeople(reading, candidate) ? 0 : RAISE;
    const raised = candidate.score + (1 - candidate.score) * adds * support;
    const score = raised * (kept + (1 - kept) * support);
    return { ...candidate, score: isPhrase ? score * PHRASE_WEIGHT : score };
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
