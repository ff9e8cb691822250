/** Proposes bodies and places by the noun that says what they are: وزارة الخارجية الأميركية, مطار بغداد, قناة "…". */
import type { Language, TypeNoun } from '../language/language';
import { wordKey } from '../language/words';
import type { EntityKind } from '../model/entity';
import { STRIDE, type Steps } from '../text/steps';
import { type Candidate, spanCandidate } from './candidate';
import { WORD } from './lexicon-format';
import type { Reading } from './reading';

const OPENING = new Set(['"', '«', '“', '”', '„', '‹', "'", '‘', '(']);
const CLOSING = new Set(['"', '»', '”', '“', '›', "'", '’', ')']);

export function* findBodies(
  reading: Reading,
  known: (index: number) => number,
): Steps<Candidate[]> {
  const found: Candidate[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    if (token.kind !== 'word') continue;
    const language = reading.rules(index);
    if (language === null || language.capitals) continue;
    for (const { skip, key } of reading.readings(index)) {
      const noun = language.typeNouns.get(key);
      if (noun !== undefined) {
        quoted(reading, index, noun.kind, found);
        named(reading, language, index, skip, key, noun, known, found);
        break;
      }
      if (language.nationalBodies.has(key)) {
        if (!isOffice(reading, language, index, key))
          national(reading, language, index, skip, found);
        break;
      }
    }
  }
  return found;
}

/** The type noun stays outside when a quotation mark stands between. */
function quoted(
  reading: Reading,
  index: number,
  kind: EntityKind,
  found: Candidate[],
): void {
  const { tokens } = reading;
  const open = tokens[index + 1];
  if (open?.kind !== 'mark' || !OPENING.has(open.folded) || open.lineStart) return;
  const first = index + 2;
  for (let at = first; at < first + 5; at++) {
    const token = tokens[at];
    if (token === undefined || token.lineStart) return;
    if (token.kind !== 'mark') continue;
    if (!CLOSING.has(token.folded) || at === first) return;
    push(reading, first, at, 0, kind, open.folded === '(' ? 0.3 : 0.74, found);
    return;
  }
}

function named(
  reading: Reading,
  language: Language,
  index: number,
  skip: number,
  key: string,
  noun: TypeNoun,
  known: (index: number) => number,
  found: Candidate[],
): void {
  const next = reading.next(index);
  if (next < 0 || reading.rules(next) !== language) return;
  const nextKey = reading.key(next);
  const from = noun.inside ? index : next;
  const clitics = noun.inside ? skip : 0;
  for (const after of noun.after) {
    const to = reachAfter(reading, language, after, key, next, nextKey, known);
    if (to < 0) continue;
    const score = after === 'complement' ? 0.85 : after === 'proper' ? 0.6 : 0.72;
    push(reading, from, to, clitics, noun.kind, score, found);
    return;
  }
}

function reachAfter(
  reading: Reading,
  language: Language,
  after: TypeNoun['after'][number],
  noun: string,
  next: number,
  nextKey: string,
  known: (index: number) => number,
): number {
  const bits = reading.classOf(next);
  switch (after) {
    case 'complement':
      if (language.complements.get(noun)?.has(nextKey) !== true) return -1;
      return extend(reading, language, next, true);
    case 'place': {
      const reach = known(next);
      return reach > 0 ? extend(reading, language, reach - 1, true) : -1;
    }
    case 'definite':
      if (!nextKey.startsWith(language.article) || nextKey.length < 5) return -1;
      if ((bits & WORD.nisba) !== 0 || language.commonComplements.has(nextKey)) return -1;
      if (language.closers.has(nextKey)) return -1;
      return extend(reading, language, next, false);
    case 'proper':
      if (bits !== 0 || nextKey.length < 3 || language.people.stops.has(nextKey))
        return -1;
      return /^(?:ال|ي|ت|ب|و|ل|ف)/.test(nextKey) ? -1 : next + 1;
  }
}

/** Takes in the adjectives that belong to the name; a country's only when `nationality`. */
function extend(
  reading: Reading,
  language: Language,
  last: number,
  nationality: boolean,
): number {
  let at = last;
  for (let steps = 0; steps < 4; steps++) {
    const next = reading.next(at);
    if (next < 0) break;
    const key = reading.key(next);
    const half = language.secondHalves.has(key) && steps === 0;
    const adjective =
      language.closers.has(key) ||
      (nationality &&
        key.startsWith(language.article) &&
        (reading.classOf(next) & WORD.nisba) !== 0);
    if (!half && !adjective) break;
    at = next;
  }
  return at + 1;
}

/** وزير الخارجية الإيراني is an office, and its adjective the minister's. */
function isOffice(
  reading: Reading,
  language: Language,
  index: number,
  key: string,
): boolean {
  if (language.complements.get(wordKey('وزارة'))?.has(key) !== true) return false;
  const before = reading.tokens[index - 1];
  if (before?.kind !== 'word') return false;
  return reading
    .readings(index - 1)
    .some((one) => language.people.roles.has(one.key) || one.key === wordKey('وزراء'));
}

/** الجيش, البرلمان and their like name a body by the adjective after them. */
function national(
  reading: Reading,
  language: Language,
  index: number,
  skip: number,
  found: Candidate[],
): void {
  let at = reading.next(index);
  if (at >= 0 && language.closers.has(reading.key(at))) at = reading.next(at);
  if (at < 0) return;
  const key = reading.key(at);
  if (!key.startsWith(wordKey('ال')) || (reading.classOf(at) & WORD.nisba) === 0) return;
  push(reading, index, at + 1, skip, 'organisation', 0.82, found);
}

function push(
  reading: Reading,
  from: number,
  to: number,
  skip: number,
  kind: EntityKind,
  score: number,
  found: Candidate[],
): void {
  const candidate = spanCandidate(
    reading,
    { from, to, skip },
    { kind, score, source: 'body' },
  );
  if (candidate !== null) found.push(candidate);
}
