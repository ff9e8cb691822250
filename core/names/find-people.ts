/** Proposes people: a name after a title or an office, and given names followed by more of a name. */
import type { Language } from '../language/language';
import { STRIDE, type Steps } from '../text/steps';
import { type Candidate, spanCandidate } from './candidate';
import { WORD } from './lexicon-format';
import { personSignBefore } from './person-signs';
import { readName } from './read-name';
import type { Reading } from './reading';

/** Words that may stand between an office and its holder. */
const MAX_BETWEEN = 8;

/** `known` tells how far a name of the lexicon reaches from a token; 0 for none. */
export function* findPeople(
  reading: Reading,
  known: (index: number) => number,
): Steps<Candidate[]> {
  const found: Candidate[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    if (token.kind !== 'word') continue;
    const language = reading.rules(index);
    if (language === null) continue;
    const cue = cueAt(reading, language, index);
    if (cue !== null) afterCue(reading, language, index, cue, known, found);
    bareName(reading, language, index, known, found);
  }
  return found;
}

type Cue = 'title' | 'role';

/** Clitics do not hide a title: والرئيس, لوزير. */
function cueAt(reading: Reading, language: Language, index: number): Cue | null {
  const token = reading.tokens[index];
  if (token === undefined) return null;
  for (const { key } of reading.readings(index)) {
    if (language.people.titles.has(key)) return 'title';
    if (language.people.roles.has(key)) return 'role';
  }
  return null;
}

function afterCue(
  reading: Reading,
  language: Language,
  index: number,
  cue: Cue,
  known: (index: number) => number,
  found: Candidate[],
): void {
  const { tokens } = reading;
  let at = index + 1;
  let direct = true;
  let commas = 0;
  for (let steps = 0; steps <= MAX_BETWEEN; steps++) {
    const token = tokens[at];
    if (token === undefined || token.lineStart || reading.sentenceStart[at] === true)
      return;
    if (token.kind === 'mark') {
      const dot = language.capitals && token.folded === '.';
      const comma = token.folded === '،' || token.folded === ',' || token.folded === ':';
      if (!dot && !(comma && !direct && commas++ === 0)) return;
      at++;
      continue;
    }
    const isBetween = isBetweenWord(reading, language, at);
    const reach = known(at);
    if (
      reach === 0 &&
      !isBetween &&
      propose(reading, language, at, cue, direct && commas === 0, known, found)
    ) {
      return;
    }
    if (language.capitals && cue === 'title' && !isBetween) return;
    if (!isBetween && reach === 0) return;
    at = Math.max(at + 1, reach);
    direct = direct && isBetween;
    if (cueAt(reading, language, at - 1) === 'title') direct = true;
    else if (isBetween || reach > 0) direct = false;
  }
}

function isBetweenWord(reading: Reading, language: Language, at: number): boolean {
  const key = reading.key(at);
  const people = language.people;
  if (people.between.has(key) || (reading.classOf(at) & WORD.nisba) !== 0) return true;
  return people.titles.has(key) || people.roles.has(key);
}

function propose(
  reading: Reading,
  language: Language,
  at: number,
  cue: Cue,
  direct: boolean,
  known: (index: number) => number,
  found: Candidate[],
): boolean {
  const span = readName(reading, at, 'title', known);
  if (span === null) return false;
  const one = span.parts === 1;
  // الرئيس + an unknown single word may be a verb; an office further off needs more.
  if (one && span.sure === 0 && !(cue === 'title' && direct && language.capitals)) {
    if (span.unknown === 0 || !direct || cue !== 'title') return false;
  }
  if (span.sure === 0 && span.unknown < 2 && !direct) return false;
  const score = span.sure > 0 ? (one ? 0.72 : 0.86) : one ? 0.5 : 0.7;
  add(reading, span.from, span.to, 0, direct ? score : score - 0.06, found);
  return true;
}

/** Given name and more, without a title: the first word must be a given name beyond doubt, or nearly. */
function bareName(
  reading: Reading,
  language: Language,
  index: number,
  known: (index: number) => number,
  found: Candidate[],
): void {
  const token = reading.tokens[index];
  if (token === undefined) return;
  const saying = personSignBefore(reading, index) === 'saying' ? 'saying' : null;
  for (const { skip, key } of reading.readings(index)) {
    const bits = skip === 0 ? reading.classOf(index) : reading.lexicon.wordClass(key);
    const opener =
      language.people.openers.has(key) || (key.includes(' ') && !language.capitals);
    if ((bits & WORD.given) === 0 && !opener) continue;
    if (skip > 0 && reading.classOf(index) !== 0) return;
    if (language.capitals && opener && (bits & WORD.given) === 0) continue;
    const span =
      skip === 0
        ? readName(reading, index, saying, known)
        : readAfterClitic(reading, index, known);
    if (span === null) continue;
    const sureFirst = (bits & WORD.sure) !== 0;
    const enough =
      span.parts >= 2 &&
      (saying !== null ||
        ((sureFirst || span.sure >= (opener || !language.capitals ? 1 : 2)) &&
          (language.capitals ||
            span.sure + span.unknown >= 2 ||
            opener ||
            span.sure >= 1)));
    if (enough || (opener && span.parts >= 1 && span.to - span.from >= 2)) {
      add(reading, index, span.to, skip, sureFirst ? 0.78 : 0.68, found);
    } else if (sureFirst && span.parts === 1 && !language.capitals) {
      add(reading, index, span.to, skip, GIVEN_ALONE, found);
    }
    return;
  }
}

/** A given name by itself: too little to paint, enough for a text that has the whole name. */
export const GIVEN_ALONE = 0.15;

function readAfterClitic(
  reading: Reading,
  index: number,
  known: (index: number) => number,
) {
  const next = reading.next(index);
  const rest = next < 0 ? null : readName(reading, next, 'title', known);
  if (rest === null || rest.sure === 0) {
    return { from: index, to: index + 1, parts: 1, sure: 1, unknown: 0 };
  }
  return { ...rest, from: index, parts: rest.parts + 1, sure: rest.sure + 1 };
}

function add(
  reading: Reading,
  from: number,
  to: number,
  skip: number,
  score: number,
  found: Candidate[],
): void {
  const candidate = spanCandidate(
    reading,
    { from, to, skip },
    { kind: 'person', score, source: 'person' },
  );
  if (candidate !== null) found.push(candidate);
}
