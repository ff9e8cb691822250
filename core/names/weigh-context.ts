/**
 * Names that are other words as well count only with a sign before them; a
 * country that is an adjective as well does not count after what it describes.
 */

import { mapInSteps, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { WEAK_SCORE } from './match-lexicon';
import type { Reading } from './reading';
import { isPeople } from './weigh-tagged';

const WITH_SIGN = 0.8;

export function* weighContext(
  reading: Reading,
  candidates: readonly Candidate[],
): Steps<Candidate[]> {
  const weighed = yield* mapInSteps(candidates, (candidate) => {
    if (candidate.source !== 'lexicon') return candidate;
    if (isQuality(reading, candidate)) return null;
    return candidate.score === WEAK_SCORE && hasSign(reading, candidate)
      ? { ...candidate, score: WITH_SIGN }
      : candidate;
  });
  return weighed.filter((one) => one !== null);
}

/**
 * صحيفة سورية is a Syrian newspaper, and names no country: an adjective ends as
 * its noun does, and has no article where that has none.
 */
function isQuality(reading: Reading, candidate: Candidate): boolean {
  const { from, kind } = candidate;
  const before = from - 1;
  const rules = reading.rules(before);
  if (kind !== 'state' || rules === null || rules.article === '') return false;
  if (reading.next(before) !== from || !isPeople(reading, candidate)) return false;
  const key = reading.key(from);
  if (key.startsWith(rules.article)) return false;
  return reading.readings(before).some((noun) => {
    const described = rules.typeNouns.get(noun.key);
    if (described === undefined || described.inside || described.kind === 'place')
      return false;
    return noun.key.at(-1) === key.at(-1);
  });
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
