/** Names that are other words as well count only with a sign before them. */

import { mapInSteps, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { WEAK_SCORE } from './match-lexicon';
import type { Reading } from './reading';

const WITH_SIGN = 0.8;

export function* weighContext(
  reading: Reading,
  candidates: readonly Candidate[],
): Steps<Candidate[]> {
  return yield* mapInSteps(candidates, (candidate) =>
    candidate.source === 'lexicon' &&
    candidate.score === WEAK_SCORE &&
    hasSign(reading, candidate)
      ? { ...candidate, score: WITH_SIGN }
      : candidate,
  );
}

function hasSign(reading: Reading, candidate: Candidate): boolean {
  let before = candidate.from - 1;
  const mark = reading.tokens[before];
  if (mark?.kind === 'mark' && /^["«“”#]$/.test(mark.folded)) before--;
  const token = reading.tokens[before];
  const language = reading.rules(before);
  if (token?.kind !== 'word' || language === null) return false;
  const signs =
    candidate.kind === 'person'
      ? [language.people.titles, language.people.roles]
      : candidate.kind === 'organisation' || candidate.kind === 'group'
        ? [language.bodySigns]
        : [language.placeSigns];
  return reading.readings(before).some(({ key }) => signs.some((list) => list.has(key)));
}
