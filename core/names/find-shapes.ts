/** Proposes names by their capitals: runs of capitalised words, told apart by the nouns in them. */
import type { Language } from '../language/language';
import { type EntityKind, mentionTypeOf } from '../model/entity';
import { STRIDE, type Steps } from '../text/steps';
import { type Candidate, spanCandidate } from './candidate';
import { WORD } from './lexicon-format';
import { isAllCapitals, isCapital, type Reading } from './reading';

/** Small words that may stand inside a name in capitals. */
const INSIDE = new Set(['of', 'the', 'for', 'al', 'el', 'bin', 'de', 'la', 'du']);
const MAX_WORDS = 8;

export function* findShapes(reading: Reading): Steps<Candidate[]> {
  const found: Candidate[] = [];
  let pause = STRIDE;
  for (let index = 0; index < reading.tokens.length; ) {
    if (index >= pause) {
      pause = index + STRIDE;
      yield;
    }
    const language = reading.rules(index);
    if (
      language?.capitals !== true ||
      reading.headline(index) ||
      !opensName(reading, language, index)
    ) {
      index++;
      continue;
    }
    const to = runFrom(reading, index);
    const holder = endOfHolder(reading, index, to);
    if (holder !== null) propose(reading, language, index, holder.to, found);
    propose(reading, language, holder?.bodyFrom ?? index, to, found);
    index = Math.max(to, index + 1);
  }
  return found;
}

/** `Ammar al-Hakim of the Hikma Movement` is a person, and the body that he is of. */
function endOfHolder(
  reading: Reading,
  from: number,
  to: number,
): { to: number; bodyFrom: number } | null {
  let of = from;
  while (of < to && reading.key(of) !== 'of') of++;
  if (of >= to || !isTwoNames(reading, from, of)) return null;
  const isThe = reading.key(of + 1) === 'the';
  return { to: of, bodyFrom: isThe ? of + 2 : of + 1 };
}

function opensName(reading: Reading, language: Language, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind !== 'word' || !isCapital(reading.text, token)) return false;
  if (language.people.stops.has(token.folded)) return false;
  const common = (reading.classOf(index) & WORD.common) !== 0;
  return !(
    reading.sentenceStart[index] === true &&
    common &&
    !language.typeNouns.has(token.folded)
  );
}

/** The end of the run of capitalised words at `from`, small words only between two of them. */
function runFrom(reading: Reading, from: number): number {
  let to = from + 1;
  let at = from;
  for (let count = 1; count < MAX_WORDS; count++) {
    let next = reading.next(at);
    let small = 0;
    while (next >= 0 && INSIDE.has(reading.key(next)) && small < 2) {
      small++;
      next = reading.next(next);
    }
    const token = next < 0 ? undefined : reading.tokens[next];
    if (token === undefined || !isCapital(reading.text, token)) break;
    at = next;
    to = next + 1;
  }
  return to;
}

function propose(
  reading: Reading,
  language: Language,
  from: number,
  to: number,
  found: Candidate[],
): void {
  const end = endAtNoun(reading, language, from, to);
  if (end !== null) {
    push(reading, from, end.to, end.kind, 0.66, found);
    return;
  }
  const first = reading.tokens[from];
  const leading = first === undefined ? undefined : language.typeNouns.get(first.folded);
  const second = reading.key(from + 1);
  if (
    leading !== undefined &&
    to - from >= 2 &&
    (second === 'of' || mentionTypeOf(leading.kind) === 'LOC')
  ) {
    push(reading, from, to, leading.kind, 0.66, found);
    return;
  }
  if (to - from === 1) acronym(reading, from, found);
  else if (to - from <= 3) twoNames(reading, from, to, found);
}

/** The run as far as its last type noun: Kata'ib Hezbollah Brigades. Null when it has none after its first word. */
function endAtNoun(
  reading: Reading,
  language: Language,
  from: number,
  to: number,
): { to: number; kind: EntityKind } | null {
  for (let at = to - 1; at > from; at--) {
    const kind = language.trailingNouns.get(reading.key(at));
    if (kind !== undefined) return { to: withOf(reading, at, to), kind };
  }
  return null;
}

/** … Party of Canada: what follows `of` belongs to the name, one word or a short run of capitals. */
function withOf(reading: Reading, noun: number, to: number): number {
  if (reading.key(noun + 1) !== 'of') return noun + 1;
  let end = noun + 2;
  if (reading.key(end) === 'the') end++;
  while (end < to && end < noun + 5 && !INSIDE.has(reading.key(end))) end++;
  return end;
}

function acronym(reading: Reading, at: number, found: Candidate[]): void {
  const token = reading.tokens[at];
  if (token === undefined || !isAllCapitals(reading.text, token)) return;
  const length = token.folded.length;
  if (length < 3 || length > 6 || reading.classOf(at) !== 0) return;
  push(reading, at, at + 1, 'organisation', 0.5, found);
}

/** Two or three capitalised words that are no words of the language: most often a person. */
function twoNames(reading: Reading, from: number, to: number, found: Candidate[]): void {
  const capitals = reading.tokens
    .slice(from, to)
    .every((token) => isCapital(reading.text, token));
  if (capitals && isTwoNames(reading, from, to))
    push(reading, from, to, 'person', 0.52, found);
}

/** At least two capitalised words, none of them a word of the language; al- and its like between them. */
function isTwoNames(reading: Reading, from: number, to: number): boolean {
  let capitals = 0;
  for (let at = from; at < to; at++) {
    const token = reading.tokens[at];
    if (token?.kind === 'mark' || INSIDE.has(reading.key(at))) continue;
    if (token === undefined || !isCapital(reading.text, token)) return false;
    if ((reading.classOf(at) & (WORD.common | WORD.nisba)) !== 0) return false;
    if (isAllCapitals(reading.text, token)) return false;
    capitals++;
  }
  return capitals >= 2;
}

function push(
  reading: Reading,
  from: number,
  to: number,
  kind: EntityKind,
  score: number,
  found: Candidate[],
): void {
  const candidate = spanCandidate(
    reading,
    { from, to },
    { kind, score, source: 'shape' },
  );
  if (candidate !== null) found.push(candidate);
}
