/** What the signs of acting look at: the text, its names, and what stands around them. */
import type { ActRules, VerbForm } from '../language/acts';
import { spell } from '../text/spelling';
import type { Candidate } from './candidate';
import type { Reading } from './reading';

/** What may act: a state, capital or seat of power by any sign, another place by a verb of its own alone. */
export type Power = 'power' | 'place' | 'none';

export interface Scene {
  reading: Reading;
  names: readonly Candidate[];
  powers: readonly Power[];
  /** Filled as it is found. */
  acts: boolean[];
}

/** What is written onto the name's first word before it, folded: و, ل, وب; '' for nothing. */
export function cliticsOf(reading: Reading, { from, start }: Candidate): string {
  const token = reading.tokens[from];
  if (token === undefined || start <= token.start) return '';
  return spell(reading.text.slice(token.start, start)).replace(/\P{L}/gu, '');
}

/** A preposition is written onto it: ببغداد, لطهران. */
export function isLed({ reading, names }: Scene, index: number): boolean {
  const name = names[index];
  const language = name === undefined ? null : reading.rules(name.from);
  if (name === undefined || language === null) return true;
  return [...cliticsOf(reading, name)].some(
    (letter) => !language.conjunctions.has(letter),
  );
}

/** The name is joined to the one before it by "and": واشنطن ولندن, Iraq and Iran. */
export function isJoined(scene: Scene, rules: ActRules, index: number): boolean {
  const { reading, names } = scene;
  const [before, name] = [names[index - 1], names[index]];
  if (before === undefined || name === undefined) return false;
  if (name.from === before.to)
    return cliticsOf(reading, name) !== '' && !isLed(scene, index);
  const isPair = skipArticle(reading, rules, name.from - 1) === before.to;
  return isPair && rules.conjunctions.has(reading.key(before.to));
}

/** The token at `at`, or the one before it where that is an article of its own (the). */
export function skipArticle(reading: Reading, rules: ActRules, at: number): number {
  return rules.articles.has(reading.key(at)) ? at - 1 : at;
}

/** Whether token `at` is one of `list`, its conjunctions aside: كانت, وكانت. */
export function isAmong(
  reading: Reading,
  list: ReadonlySet<string>,
  at: number,
): boolean {
  if (list.has(reading.key(at))) return true;
  const token = reading.tokens[at];
  const conjunctions = reading.rules(at)?.conjunctions;
  if (token === undefined || conjunctions?.has(token.folded[0] ?? '') !== true)
    return false;
  return reading.readings(at).some(({ skip, key }) => skip === 1 && list.has(key));
}

/** The verb that token `at` is, its conjunctions aside. */
export function verbAt(reading: Reading, rules: ActRules, at: number): VerbForm | null {
  const token = reading.tokens[at];
  const language = reading.rules(at);
  if (token?.kind !== 'word' || language === null) return null;
  const lastLetter = reading.text[token.end - 1] ?? '';
  for (const { skip, key } of reading.readings(at)) {
    const lead = [...token.folded.slice(0, skip)];
    if (!lead.every((letter) => language.conjunctions.has(letter))) continue;
    const verb = rules.verbs.get(key) ?? verbWithObject(rules, key, lastLetter);
    if (verb !== null) return verb;
  }
  return null;
}

/** Its object is written onto it, so a place after it is its subject: التي فرضتها واشنطن. */
function verbWithObject(
  { verbs, objectSuffixes }: ActRules,
  key: string,
  lastLetter: string,
): VerbForm | null {
  for (const suffix of objectSuffixes) {
    // The fold makes ه of ة, which is no pronoun.
    if (!key.endsWith(suffix) || !suffix.endsWith(lastLetter)) continue;
    const verb = verbs.get(key.slice(0, -suffix.length));
    if (verb?.gender === undefined) continue;
    return { object: 'none', gender: verb.gender };
  }
  return null;
}

/** The name is a noun of its own there, and describes none: not US-led, Beijing zoo. */
export function standsAlone(
  reading: Reading,
  rules: ActRules,
  { to }: Candidate,
): boolean {
  if (rules.verbFirst) return true;
  const next = reading.tokens[to];
  if (next === undefined || next.lineStart) return true;
  if (next.kind === 'mark') return next.folded !== "'s" && next.folded !== '-';
  if (next.kind === 'number') return true;
  const key = reading.key(to);
  return (
    reading.rules(to)?.people.stops.has(key) === true ||
    rules.beforeVerb.has(key) ||
    rules.openers.has(key) ||
    rules.pastForm?.test(key) === true ||
    rules.conjunctions.has(key)
  );
}
