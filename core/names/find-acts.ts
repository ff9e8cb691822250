/**
 * Tells where the name of a place stands for those who rule there: قالت بغداد,
 * طهران تنفي, between Washington and Tehran. Not where something only happens
 * (في طهران, شهدت بغداد انفجارا).
 */
import type { ActRules, VerbForm } from '../language/acts';
import { STRIDE, type Steps } from '../text/steps';
import { hasDeed, isHeadlineSpeaker, isParty } from './act-parties';
import {
  cliticsOf,
  isAmong,
  isJoined,
  isLed,
  type Power,
  type Scene,
  skipArticle,
  standsAlone,
  verbAt,
} from './act-scene';
import type { Candidate } from './candidate';
import { WORD } from './lexicon-format';
import type { Reading } from './reading';

/** Words between a subject and its verb: has also repeatedly. */
const VERB_REACH = 4;
/** Words between a verb and whom it is said to: its subject. */
const SUBJECT_REACH = 6;
/** Names joined by "and" that are looked at: more are a list. */
const JOINED = 8;

/** For each of `names`, which are sorted and disjoint, whether it acts there. */
export function* findActs(
  reading: Reading,
  names: readonly Candidate[],
  powers: readonly Power[],
): Steps<boolean[]> {
  const acts = names.map(() => false);
  const scene: Scene = { reading, names, powers, acts };
  for (const [index, name] of names.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    const power = powers[index] ?? 'none';
    if (power === 'none' || acts[index] === true) continue;
    const rules = reading.rules(name.from)?.acts;
    if (rules === undefined || isLed(scene, index)) continue;
    const isOwner = power === 'power';
    if (
      followsVerb(scene, rules, index, isOwner) ||
      leadsVerb(scene, rules, index) ||
      (isOwner &&
        (isParty(scene, rules, index) ||
          hasDeed(scene, rules, index) ||
          isHeadlineSpeaker(reading, rules, name)))
    )
      spread(scene, rules, index);
  }
  return acts;
}

/** Who is joined to one that acts acts, too: اتهمت واشنطن ولندن, واشنطن وطهران تتبادلان. */
function spread(scene: Scene, rules: ActRules, index: number): void {
  const { powers, acts } = scene;
  acts[index] = true;
  for (let at = index; at > index - JOINED && isJoined(scene, rules, at); at--) {
    if (powers[at - 1] === 'none' || isLed(scene, at - 1)) break;
    acts[at - 1] = true;
  }
  for (let at = index + 1; isJoined(scene, rules, at) && powers[at] !== 'none'; at++)
    acts[at] = true;
}

/** قالت بغداد; accused Iran. */
function followsVerb(
  scene: Scene,
  rules: ActRules,
  index: number,
  isOwner: boolean,
): boolean {
  const { reading, names } = scene;
  const name = names[index];
  if (name === undefined || reading.tokens[name.from]?.lineStart === true) return false;
  if (cliticsOf(reading, name) !== '') return false;
  const at = beforeVerbWords(reading, rules, skipArticle(reading, rules, name.from - 1));
  const verb = verbAt(reading, rules, at);
  if (verb === null) return isOwner && isAddressed(scene, rules, index);
  if (verb.object === 'addressee') return isOwner && standsAlone(reading, rules, name);
  // أميركا تسلم مصر مقاتلات: the subject stands before the verb, and this is no other.
  if (names[index - 1]?.to === at && reading.next(at - 1) === at) return false;
  if (verb.needsClause === true) {
    // وتعتبر أنقرة وحدات حماية الشعب …: or a name that is its object.
    const hasObject =
      isOwner && names[index + 1]?.from === name.to && !isJoined(scene, rules, index + 1);
    if (!hasObject && !isAmong(reading, rules.openers, name.to)) return false;
  }
  if (!rules.verbFirst || verb.gender === 'dual' || !agrees(reading, rules, verb, name))
    return false;
  return verb.object === 'none' || (isOwner && beginsClause(reading, rules, at));
}

/** اتهم الوزير طهران: the subject stands between, and ends in a name or a word with the article. */
function isAddressed({ reading, names }: Scene, rules: ActRules, index: number): boolean {
  const name = names[index];
  const language = name === undefined ? null : reading.rules(name.from);
  if (!rules.verbFirst || name === undefined || language === null) return false;
  // السلطات السعودية: an adjective that looks like the state.
  if ((reading.classOf(name.from) & WORD.nisba) !== 0) return false;
  const isDefinite = reading.key(name.from - 1).startsWith(language.article);
  if (!isDefinite && names[index - 1]?.to !== name.from) return false;
  for (let at = name.from - 1; at >= name.from - SUBJECT_REACH; at--) {
    if (reading.tokens[at]?.kind !== 'word') return false;
    if (verbAt(reading, rules, at)?.object === 'addressee') return true;
    const key = reading.key(at);
    // In the capital Baghdad: the name belongs to that word.
    if (language.people.stops.has(key) || isAmong(reading, language.placeSigns, at))
      return false;
  }
  return false;
}

/** The token before the one or two words that may stand between a verb and its subject. */
function beforeVerbWords(reading: Reading, rules: ActRules, at: number): number {
  if (rules.afterVerb.has(`${reading.key(at - 1)} ${reading.key(at)}`)) return at - 2;
  return rules.afterVerb.has(reading.key(at)) ? at - 1 : at;
}

function agrees(
  reading: Reading,
  rules: ActRules,
  { gender }: VerbForm,
  name: Candidate,
): boolean {
  if (gender === undefined || gender === 'any' || gender === 'dual') return true;
  const hasClitics = cliticsOf(reading, name) !== '';
  const isMasculine = reading
    .readings(name.from)
    .some(({ skip, key }) => (skip === 0 || hasClitics) && rules.masculine.has(key));
  return (gender === 'masculine') === isMasculine;
}

/** طهران تنفي, that Moscow has repeatedly denied; not: مصادر في بغداد قالت. */
function leadsVerb(scene: Scene, rules: ActRules, index: number): boolean {
  const { reading, names } = scene;
  const name = names[index];
  if (name === undefined) return false;
  let at = name.to;
  for (let steps = 0; steps <= VERB_REACH; steps++, at++) {
    const token = reading.tokens[at];
    if (token?.kind !== 'word' || token.lineStart) return false;
    const verb = verbAt(reading, rules, at);
    if (verb !== null) {
      const isBare =
        verb.bare === true && at === name.to && !isJoined(scene, rules, index);
      return (
        !isBare && agrees(reading, rules, verb, name) && isSubject(scene, rules, index)
      );
    }
    if (scene.powers[index] === 'power' && isFuture(reading, rules, at))
      return isSubject(scene, rules, index);
    if (
      !rules.beforeVerb.has(reading.key(at)) &&
      rules.adverb?.test(reading.key(at)) !== true
    )
      return false;
  }
  return false;
}

function isFuture(reading: Reading, rules: ActRules, at: number): boolean {
  const { future, happenings } = rules;
  const key = reading.key(at);
  if (future === null || happenings.has(key) || rules.beforeVerb.has(key)) return false;
  return future.test(key) || future.test(`${reading.key(at - 1)} ${key}`);
}

/** It begins a clause, alone or as one of several. */
function isSubject(scene: Scene, rules: ActRules, index: number): boolean {
  const { reading, names } = scene;
  let first = index;
  while (first > index - JOINED && isJoined(scene, rules, first)) first--;
  const name = names[first];
  if (name === undefined || isLed(scene, first)) return false;
  if (cliticsOf(reading, name) !== '') return true;
  if (isInState(scene, first)) return false;
  return beginsClause(reading, rules, skipArticle(reading, rules, name.from - 1) + 1);
}

/** The state after one of its towns: Gweru, Zimbabwe. */
function isInState({ reading, names, powers }: Scene, index: number): boolean {
  const [before, name] = [names[index - 1], names[index]];
  if (before === undefined || name === undefined || powers[index - 1] === 'none')
    return false;
  return (
    before.to + 1 === name.from && /^[,،]$/.test(reading.tokens[before.to]?.folded ?? '')
  );
}

/** Whether a clause begins at token `at`: after a mark, a word that opens one, or with "and" written onto it. */
function beginsClause(reading: Reading, rules: ActRules, at: number): boolean {
  const token = reading.tokens[at];
  const before = reading.tokens[at - 1];
  if (token === undefined || before === undefined) return true;
  if (token.lineStart || reading.sentenceStart[at] === true) return true;
  if (before.kind === 'mark') return before.folded !== "'s" && !isHyphen(reading, at - 1);
  // In 2020 Iran rejected
  if (before.kind === 'number') return true;
  const conjunctions = reading.rules(at)?.conjunctions;
  if (conjunctions?.has(token.folded[0] ?? '') === true && verbAt(reading, rules, at)) {
    if (!rules.verbs.has(reading.key(at))) return true;
  }
  return (
    isAmong(reading, rules.openers, at - 1) ||
    rules.beforeVerb.has(reading.key(at - 1)) ||
    rules.conjunctions.has(reading.key(at - 1))
  );
}

/** Iraq-based, بغداد-قال: joins two words. */
function isHyphen(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return /^[-‐‑]$/.test(token?.folded ?? '') && token?.spaced === false;
}
