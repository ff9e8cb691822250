/** Signs by which a power is one side of something: العلاقات بين الرياض وطهران, Tehran’s refusal. */
import type { ActRules } from '../language/acts';
import { cliticsOf, isAmong, type Scene, skipArticle, standsAlone } from './act-scene';
import type { Candidate } from './candidate';
import type { Reading } from './reading';

/** Words between a noun of relations and بين, between: المفاوضات النووية غير المباشرة بين. */
const RELATION_REACH = 4;
/** Tokens of a first line that may be a headline. */
const HEADLINE = 25;

/** العلاقات بين الرياض وطهران, المفاوضات مع إيران, sanctions on Iran. */
export function isParty(scene: Scene, rules: ActRules, index: number): boolean {
  const { reading, names } = scene;
  const name = names[index];
  if (name === undefined || cliticsOf(reading, name) !== '') return false;
  if (!standsAlone(reading, rules, name)) return false;
  const at = skipArticle(reading, rules, name.from - 1);
  if (isAmong(reading, rules.between, at) || isAmong(reading, rules.together, at))
    return hasNounBefore(reading, rules.relations, at, RELATION_REACH);
  if (rules.from.has(reading.key(at))) return hasNounBefore(reading, rules.sent, at, 0);
  if (!rules.against.has(reading.key(at))) return false;
  return (
    rules.obliged.has(reading.key(name.to)) ||
    hasNounBefore(reading, rules.pressures, at, 1)
  );
}

function hasNounBefore(
  reading: Reading,
  nouns: ReadonlySet<string>,
  at: number,
  reach: number,
): boolean {
  for (let before = at - 1; before >= at - 1 - reach; before--) {
    const token = reading.tokens[before];
    if (token?.kind !== 'word') return false;
    if (reading.readings(before).some(({ key }) => nouns.has(key))) return true;
    if (token.lineStart) return false;
  }
  return false;
}

/** موقف طهران, Tehran’s refusal; in the name of the Kremlin. */
export function hasDeed(
  { reading, names }: Scene,
  rules: ActRules,
  index: number,
): boolean {
  const name = names[index];
  if (name === undefined) return false;
  if (rules.deedsFollow) {
    const deed = name.to + 1;
    return (
      reading.key(name.to) === "'s" &&
      (rules.deeds.has(reading.key(deed)) || rules.deeds.has(reading.key(deed + 1)))
    );
  }
  if (cliticsOf(reading, name) !== '' || reading.tokens[name.from]?.lineStart === true)
    return false;
  if (reading.tokens[name.from - 1]?.kind !== 'word') return false;
  return reading
    .readings(name.from - 1)
    .some(({ key }) => rules.deeds.has(key) || rules.inNameOf.has(key));
}

/** A headline that quotes it: طهران: لن نتفاوض. At the head of a paragraph it would be a dateline. */
export function isHeadlineSpeaker(
  reading: Reading,
  rules: ActRules,
  { from, to }: Candidate,
): boolean {
  const { tokens } = reading;
  if (from !== 0 || tokens[to]?.folded !== ':') return false;
  const isQuote = /^["«“]$/.test(tokens[to + 1]?.folded ?? '');
  if (!isQuote && !rules.quotes.has(reading.key(to + 1))) return false;
  const end = tokens.findIndex(({ lineStart }, at) => at > 0 && lineStart);
  if (end < 0 || end > HEADLINE) return false;
  return tokens[end - 1]?.folded !== '.';
}
