/** How far a person's name reaches from a word on, and how sure that is. */
import type { Language } from '../language/language';
import { WORD } from './lexicon-format';
import type { PersonSign } from './person-signs';
import { isCapital, type Reading } from './reading';

export interface NameSpan {
  from: number;
  /** Exclusive. */
  to: number;
  /** Words, particles not counted. */
  parts: number;
  /** Words known as names, and not as common words. */
  sure: number;
  /** Words never seen before. */
  unknown: number;
}

/** More parts than this are a list without commas. */
const MAX_PARTS = 5;

type Part = 'sure' | 'possible' | 'unknown' | 'no';

/**
 * Reads a name from word `from` on. After a title or an office words unknown so
 * far may be names, after a saying words that are mostly others; `known` as in
 * `findPeople`. Null when there is none.
 */
export function readName(
  reading: Reading,
  from: number,
  sign: PersonSign | null,
  known: (index: number) => number,
): NameSpan | null {
  const language = reading.rules(from);
  if (language === null) return null;
  const span: NameSpan = { from, to: from, parts: 0, sure: 0, unknown: 0 };
  let at = from;
  let before: Part = sign === 'title' ? 'sure' : 'no';
  while (at >= 0 && span.parts < MAX_PARTS) {
    if (known(at) > at + 1) break;
    const reached = joinParticles(reading, language, at, span.parts === 0);
    if (reached < 0) break;
    const joined = reached > at;
    const part = judgePart(reading, language, reached, span.parts, joined, before, sign);
    if (part === 'no') break;
    // A known place or body ends the name, unless the word is a name beyond doubt.
    if (part !== 'sure' && known(reached) > 0 && !joined) break;
    span.parts++;
    if (part === 'sure') span.sure++;
    if (part === 'unknown') span.unknown++;
    span.to = reached + 1;
    before = part;
    at = reading.next(reached);
    if (at >= 0 && reading.rules(at) !== language) break;
  }
  return span.parts === 0 ? null : span;
}

/** The word that the particles at `at` lead to (بن سلمان, van der Leyen); -1 when they lead to none. */
function joinParticles(
  reading: Reading,
  language: Language,
  at: number,
  opening: boolean,
): number {
  let word = at;
  let list = opening ? language.people.openers : language.people.particles;
  // The key of عبدالرحمن holds its particle already.
  while (word >= 0 && list.has(reading.key(word))) {
    word = reading.next(word);
    list = language.people.particles;
  }
  // الـCNN: an article before a word of another script.
  return word > at && reading.rules(word) !== language ? -1 : word;
}

function judgePart(
  reading: Reading,
  language: Language,
  at: number,
  parts: number,
  joined: boolean,
  before: Part,
  sign: PersonSign | null,
): Part {
  const token = reading.tokens[at];
  if (token?.kind !== 'word') return 'no';
  const key = reading.key(at);
  if (language.people.stops.has(key)) return 'no';
  return language.capitals
    ? judgeCapital(reading, language, at, joined)
    : judgeArabic(reading, language, at, parts, joined, before, sign);
}

function judgeCapital(
  reading: Reading,
  language: Language,
  at: number,
  joined: boolean,
): Part {
  const token = reading.tokens[at];
  if (token === undefined) return 'no';
  // The initial of a name: J. or J
  if (!isCapital(reading.text, token) && !joined) return 'no';
  const bits = reading.classOf(at);
  if ((bits & WORD.nisba) !== 0 || language.people.titles.has(token.folded)) return 'no';
  if (language.trailingNouns.has(token.folded)) return 'no';
  if ((bits & (WORD.sure | WORD.name)) !== 0) return 'sure';
  if ((bits & WORD.common) !== 0) {
    if (reading.headline(at) && (bits & WORD.given) === 0) return 'no';
    return 'possible';
  }
  return (bits & WORD.given) !== 0 ? 'possible' : 'unknown';
}

function judgeArabic(
  reading: Reading,
  language: Language,
  at: number,
  parts: number,
  joined: boolean,
  before: Part,
  sign: PersonSign | null,
): Part {
  const token = reading.tokens[at];
  const titled = sign === 'title';
  if (token === undefined || token.folded.length < 2) return 'no';
  if (reading.isPreposition(at)) return 'no';
  // Where it may be the name, it is the preposition all the same unless a sure name leads to it.
  const isLed = parts > 0 && before === 'sure';
  if (reading.isSpeltAsPreposition(at) && !isLed) return 'no';
  const bits = reading.classOf(at);
  if (joined || reading.key(at).includes(' ')) return 'sure';
  if ((bits & WORD.sure) !== 0) return 'sure';
  if ((bits & WORD.nisba) !== 0) return 'no';
  if (language.typeNouns.has(reading.key(at))) return 'no';
  const people = language.people;
  if (people.titles.has(reading.key(at)) || people.roles.has(reading.key(at))) {
    return parts > 0 && (bits & WORD.name) !== 0 && (bits & WORD.common) === 0
      ? 'sure'
      : 'no';
  }
  const named = (bits & (WORD.name | WORD.given)) !== 0;
  const common = (bits & WORD.common) !== 0;
  const ambiguous = common || (bits & WORD.given) !== 0;
  if (named && !ambiguous) return 'sure';
  if (named && parts === 0 && !titled)
    return goesOnAsName(reading, language, at, sign) ? 'possible' : 'no';
  if (named) return parts <= 1 && (before === 'sure' || titled) ? 'possible' : 'no';
  if (common) {
    const isFamily = sign !== null && parts === 1 && isGivenBefore(reading, at);
    return isFamily && isFamilyAdjective(language, reading.key(at)) ? 'possible' : 'no';
  }
  if (parts === 0 && !titled) return 'no';
  if (isCommonWithArticle(reading, language, reading.key(at))) return 'no';
  return looksInflected(reading, at, parts) ? 'no' : 'unknown';
}

/** The next word is a name and nothing else: كريم بارزاني, but not سلام عادل. After a saying it may be unknown: قالت أمل القبيسي. */
function goesOnAsName(
  reading: Reading,
  language: Language,
  at: number,
  sign: PersonSign | null,
): boolean {
  const next = reading.next(at);
  if (next < 0) return false;
  const bits = reading.classOf(next);
  if ((bits & WORD.sure) !== 0) return true;
  if (bits === 0) {
    const key = reading.key(next);
    return (
      sign === 'saying' &&
      hasFamilyForm(language, key) &&
      !isKnownOtherwise(language, key)
    );
  }
  return (bits & WORD.name) !== 0 && (bits & (WORD.common | WORD.given)) === 0;
}

/** الكروي, القبيسي: as families are called after a place, a tribe or a trade. */
function hasFamilyForm({ article }: Language, key: string): boolean {
  return key.startsWith(article) && key.endsWith('ي') && key.length >= article.length + 4;
}

/** After a given name beyond doubt an adjective may be the family's; after a family name it is one (خاتمي الإصلاحي). */
function isGivenBefore(reading: Reading, at: number): boolean {
  const given = WORD.given | WORD.sure;
  return (reading.classOf(at - 1) & given) === given;
}

/** An adjective that may be a family name as well; those said of offices and institutions never are. */
function isFamilyAdjective(language: Language, key: string): boolean {
  return hasFamilyForm(language, key) && !isKnownOtherwise(language, key);
}

function isKnownOtherwise({ people }: Language, key: string): boolean {
  return people.between.has(key) || people.qualities.has(key);
}

/** حسن النية: without its article the word is a common one. Hardly any family is called by such a word in ة. */
function isCommonWithArticle(
  reading: Reading,
  { article }: Language,
  key: string,
): boolean {
  if (article === '' || !key.startsWith(article) || !key.endsWith('ه')) return false;
  const bare = key.slice(article.length);
  // الله is no ال + له.
  if (bare.length < 3) return false;
  const bits = reading.lexicon.wordClass(bare);
  return (bits & WORD.common) !== 0 && (bits & (WORD.name | WORD.given)) === 0;
}

/** An unknown word that is likelier a verb, or a word with a clitic, than a name. */
function looksInflected(reading: Reading, at: number, parts: number): boolean {
  const folded = reading.tokens[at]?.folded ?? '';
  if (/^(?:وال|فال|بال|كال|لل|ول|وب|سي|ست|سن)/.test(folded)) return true;
  // Verbs of the present: يتقمص, تحدثت
  if (parts > 0 && /^[يتن].{3,}/.test(folded)) return true;
  // Attached pronouns and plural endings of words that are no names.
  if (/(?:هم|هما|ها|كم|نا|تهم|ات|ون|تين|وا)$/.test(folded) && folded.length > 5)
    return true;
  for (const { skip, key } of reading.readings(at)) {
    if (skip === 0) continue;
    const bits = reading.lexicon.wordClass(key);
    if ((bits & (WORD.common | WORD.given | WORD.nisba)) !== 0 && key.length > 2)
      return true;
  }
  return false;
}
