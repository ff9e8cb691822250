/**
 * One document, one sense: who is named in full once is found again in every
 * short form, and a name that needs a sign has it when the text names it elsewhere.
 */
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
export function spreadOverDocument(
  reading: Reading,
  accepted: readonly Candidate[],
  candidates: readonly Candidate[],
): Candidate[] {
  const certain = new Set(
    accepted.filter((one) => one.entities.length > 0).map((one) => one.entities[0] ?? -1),
  );
  const promoted = candidates.flatMap((one) => promote(reading, one, certain));
  const people = collectPeople(reading, accepted);
  return [...promoted, ...shortForms(reading, people, candidates)];
}

function promote(
  reading: Reading,
  candidate: Candidate,
  certain: ReadonlySet<number>,
): Candidate[] {
  const needsSign = candidate.score === WEAK_SCORE || candidate.score === FAMILY_SCORE;
  if (candidate.source !== 'lexicon' || !needsSign) return [];
  if (reading.isPreposition(candidate.from)) return [];
  if (candidate.score === FAMILY_SCORE && isCommonAlone(reading, candidate)) return [];
  const entities = candidate.entities.filter((entity) => certain.has(entity));
  return entities.length === 0 ? [] : [{ ...candidate, entities, score: PROMOTED }];
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

function shortForms(
  reading: Reading,
  people: readonly DocumentPerson[],
  candidates: readonly Candidate[],
): Candidate[] {
  const families = new Map<string, DocumentPerson[]>();
  for (const person of people) {
    const family = familyOf(person);
    if (family.length < 3) continue;
    families.set(family, [...(families.get(family) ?? []), person]);
  }
  if (families.size === 0) return [];
  const found: Candidate[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    const language = reading.rules(index);
    if (token.kind !== 'word' || language === null || reading.isPreposition(index))
      continue;
    if (language.capitals && !/^\p{Lu}/u.test(reading.text.slice(token.start, token.end)))
      continue;
    for (const { skip, key } of reading.readings(index)) {
      const owners = families.get(key);
      if (owners === undefined) continue;
      if (isCommonAlone(reading, { from: index, to: index + 1 })) break;
      found.push({
        from: index,
        to: index + 1,
        start: offsetInToken(reading.text, token, skip),
        end: token.end,
        kind: 'person',
        score: SHORT_FORM,
        source: 'document',
        entities: sharedEntities(owners),
      });
      break;
    }
  }
  for (const one of candidates) {
    const owner = slipOf(reading, one, families);
    if (owner !== null) {
      found.push({
        ...one,
        score: SLIP,
        source: 'document',
        entities: owner.full.entities,
      });
    }
  }
  return found;
}

/** The entity of all owners when they are one; nothing when two people share the name. */
function sharedEntities(owners: readonly DocumentPerson[]): readonly number[] {
  const ids = new Set(owners.map((owner) => owner.full.entities[0] ?? -1));
  return ids.size === 1 ? (owners[0]?.full.entities ?? []) : [];
}

/** A given name alone that is one letter short of a family name of the text: سليمان for سليماني. */
function slipOf(
  reading: Reading,
  candidate: Candidate,
  families: ReadonlyMap<string, DocumentPerson[]>,
): DocumentPerson | null {
  if (candidate.score !== GIVEN_ALONE || candidate.to - candidate.from !== 1) return null;
  const key = reading.key(candidate.from);
  if (key.length < 5) return null;
  for (const [family, owners] of families) {
    const near = family.length === key.length + 1 && family.startsWith(key);
    if (near && owners[0] !== undefined && sharedEntities(owners).length > 0)
      return owners[0];
  }
  return null;
}
