/** Finds the names of the lexicon in a text: every name at every word, with clitics before it and small slips in it. */

import { STRIDE, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import type { Reading as LexiconReading, PhraseNode } from './lexicon';
import { WORD } from './lexicon-format';
import { HASH_START, type HashState, hashWord } from './lexicon-hash';
import { isAllCapitals, isCapital, offsetInToken, type Reading } from './reading';

/** No name has more words. */
const MAX_WORDS = 10;

export function* matchLexicon(reading: Reading): Steps<Candidate[]> {
  const found: Candidate[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    if (token.kind === 'mark') continue;
    const readings = reading.readings(index);
    let whole = false;
    for (const { skip, key } of readings) {
      const before = found.length;
      walk(reading, index, skip, key, found);
      if (skip === 0 && found.length > before) whole = true;
      // وليد stays whole: a word that is a name is split only for a longer one.
      if (skip > 0 && whole) dropShort(found, before);
    }
    if (!whole) walkRepaired(reading, index, found);
  }
  return found;
}

function dropShort(found: Candidate[], before: number): void {
  for (let at = found.length - 1; at >= before; at--) {
    const candidate = found[at];
    if (candidate !== undefined && candidate.to - candidate.from === 1)
      found.splice(at, 1);
  }
}

/** Follows the lexicon from one word on and emits every name met. */
function walk(
  reading: Reading,
  from: number,
  skip: number,
  key: string,
  found: Candidate[],
): void {
  let state = hashWord(HASH_START, key);
  let at = from;
  for (let count = 1; count <= MAX_WORDS; count++) {
    const node = reading.lexicon.lookup(state);
    if (node === null) return;
    if (node.form >= 0) emit(reading, from, at + 1, skip, key, node.form, found);
    if (!node.longer) return;
    const next = nextOfName(reading, at);
    if (next < 0) return;
    state = hashWord(state, reading.key(next));
    at = next;
  }
}

/** The word after `at` within one name, or -1; behind the apostrophe of a plural, too: Workers' Party. */
function nextOfName({ next, tokens }: Reading, at: number): number {
  const word = next(at);
  if (word >= 0) return word;
  const [plural, mark, after] = tokens.slice(at, at + 3);
  const isPlural =
    plural?.script === 'latn' &&
    plural.folded.endsWith('s') &&
    mark?.spaced === false &&
    /^['’]$/.test(mark.folded);
  const isNext = after?.kind === 'word' && after.spaced && !after.lineStart;
  return isPlural && isNext ? at + 2 : -1;
}

function emit(
  reading: Reading,
  from: number,
  to: number,
  skip: number,
  key: string,
  form: number,
  found: Candidate[],
): void {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (first === undefined || last === undefined) return;
  const allowed = reading.lexicon
    .readings(form)
    .filter((one) => writtenAsName(reading, from, to, one.acronym));
  if (allowed.length === 0) return;
  const single = to - from === 1;
  if (skip > 0 && single && isLikelyWhole(reading, from, key)) return;
  const sure = allowed.filter((one) => !one.weak);
  const readings = sure.length > 0 ? sure : allowed;
  const ordered = [...readings].sort((a, b) => Number(b.main) - Number(a.main));
  const best = ordered[0];
  if (best === undefined) return;
  const describing = startsWithDescription(reading, from, to, key, best);
  const start = describing ? reading.tokens[from + 1]?.start : undefined;
  const misspelt = single && writtenOtherwise(reading, from, best);
  found.push({
    from: describing ? from + 1 : from,
    to,
    start: start ?? offsetInToken(reading.text, first, skip),
    end: last.end,
    kind: reading.lexicon.kindOf(best.entity),
    score: misspelt ? WEAK_SCORE : scoreOf(reading, from, to, skip, best),
    source: 'lexicon',
    entities: ordered.map((one) => one.entity),
  });
}

/**
 * A title before a person (الملك سلمان), or a noun that only describes before
 * what is a name without it (صحيفة الرياض): the paint begins after it.
 */
function startsWithDescription(
  reading: Reading,
  from: number,
  to: number,
  key: string,
  { entity }: LexiconReading,
): boolean {
  const rules = reading.rules(from);
  if (rules === null || to - from < 2 || reading.next(from) !== from + 1) return false;
  if (reading.lexicon.kindOf(entity) === 'person') return rules.people.titles.has(key);
  if (rules.typeNouns.get(key)?.inside !== false) return false;
  let state = HASH_START;
  for (let at = from + 1; at < to; at++) {
    if (reading.tokens[at]?.kind !== 'mark') state = hashWord(state, reading.key(at));
  }
  const rest = reading.lexicon.lookup(state);
  if (rest === null || rest.form < 0) return false;
  return reading.lexicon.readings(rest.form).some((one) => one.entity === entity);
}

/**
 * The spelling fold makes جدة and جده (his grandfather) one, as many write ه
 * for ة. In a text that writes ة elsewhere they are two words; so are final ي
 * and ى in a text that writes في.
 */
function writtenOtherwise(
  reading: Reading,
  index: number,
  { entity }: LexiconReading,
): boolean {
  const token = reading.tokens[index];
  if (token?.script !== 'arab') return false;
  const written = /[هى](?=[\u064b-\u0652]*$)/.exec(
    reading.text.slice(token.start, token.end),
  )?.[0];
  if (written === undefined) return false;
  const [other, sign] = written === 'ه' ? ['ة', 'ة'] : ['ي', 'في '];
  const name = reading.lexicon.entity(entity).names.ar ?? '';
  return name.endsWith(other) && reading.contains(sign);
}

/** Scores below this need a sign; see `weigh-context.ts`. */
export const WEAK_SCORE = 0.2;
export const FAMILY_SCORE = 0.1;

function scoreOf(
  reading: Reading,
  from: number,
  to: number,
  skip: number,
  best: LexiconReading,
): number {
  if (best.family) return FAMILY_SCORE;
  if (best.weak) return WEAK_SCORE;
  const clitics = skip * 0.02;
  if (to - from > 1) return 0.95 - clitics;
  // A name that is a common word as well is less sure.
  return (
    ((reading.classOf(from) & WORD.common) !== 0 && skip === 0 ? 0.8 : 0.92) - clitics
  );
}

/**
 * A single word whose first letter reads as a clitic, but that is better known
 * whole: كمال is no ك + مال.
 */
function isLikelyWhole(reading: Reading, from: number, key: string): boolean {
  const bits = reading.classOf(from);
  if ((bits & (WORD.given | WORD.name | WORD.whole)) !== 0) return true;
  return key.length <= 3 && (bits & WORD.common) !== 0;
}

/** Capitals where the script has them; an acronym in capitals, and not in a line that is all capitals. */
function writtenAsName(
  reading: Reading,
  from: number,
  to: number,
  acronym: boolean,
): boolean {
  const { text, tokens } = reading;
  const rules = reading.rules(from);
  if (tokens[from]?.script !== 'latn') return true;
  if (acronym) {
    for (let at = from; at < to; at++) {
      const token = tokens[at];
      if (token?.kind === 'word' && !isAllCapitals(text, token)) return false;
    }
    const alone = to - from === 1;
    return !(
      alone &&
      reading.headline(from) &&
      (reading.classOf(from) & WORD.common) !== 0
    );
  }
  let capitals = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.script !== 'latn') continue;
    if (isCapital(text, token)) capitals++;
    else if (
      token.folded.length > 3 &&
      rules?.people.particles.has(token.folded) !== true
    ) {
      return false;
    }
  }
  return capitals > 0;
}

/**
 * A name of several words with one slip in it: two neighbouring letters
 * exchanged, or one letter doubled or left out (فليق القدس). Only where the
 * word as written is unknown, and only for names that go on after it.
 */
function walkRepaired(reading: Reading, index: number, found: Candidate[]): void {
  const token = reading.tokens[index];
  if (token?.kind !== 'word' || token.folded.length < 4 || token.folded.length > 20)
    return;
  if (reading.rules(index)?.script !== 'arab') return;
  const next = reading.next(index);
  if (next < 0 || (reading.classOf(index) & (WORD.common | WORD.given)) !== 0) return;
  for (const { skip, key } of reading.readings(index)) {
    if (key.length < 4) continue;
    for (const repaired of slips(key)) {
      const state = hashWord(HASH_START, repaired);
      const node = reading.lexicon.lookup(state);
      if (node === null || !node.longer) continue;
      if (emitRepaired(reading, index, skip, state, node, found)) return;
    }
  }
}

function emitRepaired(
  reading: Reading,
  from: number,
  skip: number,
  start: HashState,
  startNode: PhraseNode,
  found: Candidate[],
): boolean {
  let [state, node, at]: [HashState, PhraseNode | null, number] = [
    start,
    startNode,
    from,
  ];
  let best: { at: number; form: number } | null = null;
  while (node?.longer === true) {
    const next = reading.next(at);
    if (next < 0) break;
    state = hashWord(state, reading.key(next));
    node = reading.lexicon.lookup(state);
    at = next;
    if (node !== null && node.form >= 0) best = { at, form: node.form };
  }
  const first = reading.tokens[from];
  const last = best === null ? undefined : reading.tokens[best.at];
  if (best === null || first === undefined || last === undefined) return false;
  const readings = reading.lexicon.readings(best.form).filter((one) => !one.weak);
  const entity = readings[0]?.entity;
  if (entity === undefined) return false;
  found.push({
    from,
    to: best.at + 1,
    start: offsetInToken(reading.text, first, skip),
    end: last.end,
    kind: reading.lexicon.kindOf(entity),
    score: 0.7,
    source: 'repair',
    entities: readings.map((one) => one.entity),
  });
  return true;
}

/** The words that one slip of the hand may have turned into `word`. */
function* slips(word: string): Generator<string> {
  for (let at = 0; at + 1 < word.length; at++) {
    if (word[at] === word[at + 1]) yield word.slice(0, at) + word.slice(at + 1);
    else yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  }
}
