/**
 * One document, one sense: who is named in full once is found again in every
 * short form, and a name that needs a sign has it when the text names it elsewhere.
 */

import { mapInSteps, STRIDE, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { GIVEN_ALONE } from './find-people';
import { WORD } from './lexicon-format';
import { FAMILY_SCORE, WEAK_SCORE } from './match-lexicon';
import { personSignBefore } from './person-signs';
import { offsetInToken, type Reading } from './reading';

const PROMOTED = 0.75;
const SHORT_FORM = 0.7;
const SLIP = 0.55;

/** A person of the text, known by the words of the fullest name seen. */
export interface DocumentPerson {
  /** The accepted candidate with the fullest name. */
  full: Candidate;
  /** Keys of the name's words. */
  keys: readonly string[];
}

/** More candidates, from what the first choice accepted. */
export function* spreadOverDocument(
  reading: Reading,
  accepted: readonly Candidate[],
  candidates: readonly Candidate[],
): Steps<Candidate[]> {
  const certain = new Set(
    accepted.filter((one) => one.entities.length > 0).map((one) => one.entities[0] ?? -1),
  );
  const promoted = yield* mapInSteps(candidates, (one) => promote(reading, one, certain));
  const families = collectFamilies(collectPeople(reading, accepted));
  yield;
  const found = promoted.filter((one) => one !== null);
  if (families.size > 0) {
    found.push(...(yield* shortForms(reading, families)));
    found.push(...(yield* slips(reading, families, candidates)));
  }
  return linkAccepted(accepted, found);
}

/** What was accepted as a name of nobody known, and is found to be somebody's, is theirs. */
function linkAccepted(
  accepted: readonly Candidate[],
  found: readonly Candidate[],
): Candidate[] {
  const nobody = new Map<number, Candidate>();
  for (const one of accepted) if (one.entities.length === 0) nobody.set(one.from, one);
  return found.map((one) => {
    const same = nobody.get(one.from);
    const isSame = same?.to === one.to && same.kind === one.kind;
    return isSame && same.score >= one.score ? { ...one, score: same.score + 0.01 } : one;
  });
}

function promote(
  reading: Reading,
  candidate: Candidate,
  certain: ReadonlySet<number>,
): Candidate | null {
  const needsSign = candidate.score === WEAK_SCORE || candidate.score === FAMILY_SCORE;
  if (candidate.source !== 'lexicon' || !needsSign) return null;
  if (reading.isPreposition(candidate.from)) return null;
  if (candidate.score === FAMILY_SCORE && isCommonAlone(reading, candidate)) return null;
  const entities = candidate.entities.filter((entity) => certain.has(entity));
  return entities.length === 0 ? null : { ...candidate, entities, score: PROMOTED };
}

/** A family name that is another word too, and probably is one here: علي with no sign of a person before it, في صالح الجميع. */
function isCommonAlone(
  reading: Reading,
  { from, to }: Pick<Candidate, 'from' | 'to'>,
): boolean {
  if (to - from > 1) return false;
  const bits = reading.classOf(from);
  if ((bits & WORD.common) !== 0) return personSignBefore(reading, from) === null;
  const mayBeWord = (bits & WORD.given) !== 0 && (bits & WORD.sure) === 0;
  return mayBeWord && isOwnedAfterPreposition(reading, from);
}

/** في صالح المواطنين: between a preposition and a common word with the article. */
function isOwnedAfterPreposition(reading: Reading, index: number): boolean {
  const language = reading.rules(index);
  const next = reading.next(index);
  if (language === null || language.article === '' || next < 0) return false;
  return (
    language.people.stops.has(reading.key(index - 1)) &&
    reading.key(next).startsWith(language.article) &&
    (reading.classOf(next) & WORD.common) !== 0
  );
}

/** People named with at least two words, by the last of them. */
export function collectPeople(
  reading: Reading,
  accepted: readonly Candidate[],
): DocumentPerson[] {
  const people: DocumentPerson[] = [];
  for (const one of accepted) {
    if (one.kind !== 'person' || one.to - one.from < 2) continue;
    const keys: string[] = [];
    for (let at = one.from; at < one.to; at++) {
      if (reading.tokens[at]?.kind === 'word') keys.push(...reading.key(at).split(' '));
    }
    if (keys.length >= 2) people.push({ full: one, keys });
  }
  return people;
}

/** Second halves of compound names: no one is called by them. */
const HALVES = new Set([
  'الله',
  'الدين',
  'الرحمن',
  'العزيز',
  'العابدين',
  'الاسلام',
  'الحق',
]);
const BEFORE_HALVES = new Set(['عبد', 'ابو', 'بن', 'ال', 'ام']);

/** The word by which a person is called for short: the last one; '' when it is half of a compound. */
export function familyOf(person: DocumentPerson): string {
  const last = person.keys.at(-1) ?? '';
  return HALVES.has(last) || BEFORE_HALVES.has(person.keys.at(-2) ?? '') ? '' : last;
}

/** Who bears each family name: the entity of all of them when they are one, nothing when two people share the name. */
type Families = ReadonlyMap<string, readonly number[]>;

function collectFamilies(people: readonly DocumentPerson[]): Families {
  const families = new Map<string, readonly number[]>();
  const owners = new Map<string, number>();
  for (const person of people) {
    const family = familyOf(person);
    if (family.length < 3) continue;
    const owner = person.full.entities[0] ?? -1;
    const before = owners.get(family);
    if (before === undefined) {
      owners.set(family, owner);
      families.set(family, person.full.entities);
    } else if (before !== owner) {
      families.set(family, []);
    }
  }
  return families;
}

function* shortForms(reading: Reading, families: Families): Steps<Candidate[]> {
  const found: Candidate[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    const language = reading.rules(index);
    if (token.kind !== 'word' || language === null || reading.isPreposition(index))
      continue;
    if (language.capitals && !/^\p{Lu}/u.test(reading.text.slice(token.start, token.end)))
      continue;
    for (const { skip, key } of reading.readings(index)) {
      const entities = families.get(key);
      if (entities === undefined) continue;
      if (isCommonAlone(reading, { from: index, to: index + 1 })) break;
      found.push({
        from: index,
        to: index + 1,
        start: offsetInToken(reading.text, token, skip),
        end: token.end,
        kind: 'person',
        score: SHORT_FORM,
        source: 'document',
        entities,
      });
      break;
    }
  }
  return found;
}

/** Given names alone that are one letter short of a family name of the text: سليمان for سليماني. */
function* slips(
  reading: Reading,
  families: Families,
  candidates: readonly Candidate[],
): Steps<Candidate[]> {
  const shortened = new Map<string, readonly number[]>();
  for (const [family, entities] of families) {
    const short = family.slice(0, -1);
    if (entities.length > 0 && !shortened.has(short)) shortened.set(short, entities);
  }
  const found: Candidate[] = [];
  for (const [index, one] of candidates.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    if (one.score !== GIVEN_ALONE || one.to - one.from !== 1) continue;
    const key = reading.key(one.from);
    const entities = key.length < 5 ? undefined : shortened.get(key);
    if (entities !== undefined) {
      found.push({ ...one, score: SLIP, source: 'document', entities });
    }
  }
  return found;
}
