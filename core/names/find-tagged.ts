/**
 * Proposes what the tagger found. It learnt from corpora that differ in what a
 * name covers; for the reader its spans are cut and widened to our convention.
 */
import type { Language } from '../language/language';
import type { EntityKind } from '../model/entity';
import { STRIDE, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { kindOfName } from './kind-of-name';
import { KnownNames } from './known-names';
import { WORD } from './lexicon-format';
import { HASH_START, hashWord } from './lexicon-hash';
import { personSignBefore } from './person-signs';
import { offsetInToken, type Reading } from './reading';
import type { Tagged, TaggedSpan } from './tagger/tagger';
import { type Edges, isPeople } from './weigh-tagged';

const KIND: Readonly<Record<TaggedSpan['type'], EntityKind>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
};

/** Scores of the tagger's names, from hardly likely to sure: a sure one outweighs what others make of its words. */
const LEAST = 0.4;
const MOST = 2;

/** `known`: what the lexicon proposes; a name it knows whole has the edges that it gives. */
export function* findTagged(
  reading: Reading,
  tagged: Tagged,
  known: readonly Candidate[],
  edges: Edges,
): Steps<Candidate[]> {
  const found: Candidate[] = [];
  const names = new KnownNames(known);
  yield;
  for (const [index, span] of tagged.spans.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    const cut =
      edges === 'corpus'
        ? { ...span, kind: KIND[span.type] }
        : cutToName(reading, span, names);
    if (cut === null || (edges === 'product' && isPhraseOfWords(reading, cut))) continue;
    const first = reading.tokens[cut.from];
    const last = reading.tokens[cut.to - 1];
    if (first === undefined || last === undefined) continue;
    const same = names.sameAs(cut.from, cut.to, span.type);
    found.push({
      from: cut.from,
      to: cut.to,
      start:
        same?.start ?? offsetInToken(reading.text, first, cliticsOf(reading, cut.from)),
      end: last.end,
      kind: same?.kind ?? cut.kind,
      score: LEAST + (MOST - LEAST) * (span.score - doubtOf(reading, cut, edges)),
      source: 'tagger',
      entities: same?.entities ?? names.sameFamily(reading, cut) ?? [],
    });
  }
  return found;
}

/** One word that is a people, a nationality or a mere type noun: الأكراد, بنك. */
function isNoName(
  reading: Reading,
  { from, to }: Pick<Cut, 'from' | 'to'>,
  type: TaggedSpan['type'],
): boolean {
  if (to - from !== 1) return false;
  if (type !== 'PER' && nounAt(reading, from) !== null) return true;
  return isPeople(reading, { from, to }) || isJoinedWord(reading, from);
}

/** A common word with "and" written onto it, which no list has as a name: ومحيط. */
function isJoinedWord(reading: Reading, index: number): boolean {
  const language = reading.rules(index);
  const folded = reading.tokens[index]?.folded ?? '';
  if (language?.conjunctions.has(folded[0] ?? '') !== true) return false;
  const isNamed = (reading.classOf(index) & ~WORD.common) !== 0;
  if (isNamed || inLexicon(reading, reading.key(index))) return false;
  const rest = reading.readings(index).find(({ skip }) => skip === 1)?.key ?? '';
  // With the article it may well be a town: والقيصومة.
  if (rest.length < 3 || rest.startsWith(language.article)) return false;
  return reading.lexicon.wordClass(rest) === WORD.common;
}

/** How much surer the tagger has to be of a single word that the language uses for something else. */
function doubtOf(reading: Reading, { from, to }: Cut, edges: Edges): number {
  const common = to - from === 1 && (reading.classOf(from) & WORD.common) !== 0;
  return edges === 'product' && common ? 0.4 : 0;
}

/**
 * A given name that is a word as well, alone or with a common word with the article, and
 * no sign of a person before them: نور الشمس, في صالح الجميع. The tagger has
 * met too few of them to doubt them itself.
 */
function isPhraseOfWords(reading: Reading, { from, to, kind }: Cut): boolean {
  if (kind !== 'person' || to - from > 2) return false;
  const first = reading.classOf(from);
  if ((first & WORD.given) === 0 || (first & WORD.sure) !== 0) return false;
  const last = to - 1;
  const article = reading.rules(last)?.article ?? '';
  if (to - from === 2) {
    if (reading.classOf(last) !== WORD.common || article === '') return false;
    if (reading.tokens[last]?.folded.startsWith(article) !== true) return false;
  }
  return personSignBefore(reading, from) === null;
}

interface Cut {
  from: number;
  to: number;
  kind: EntityKind;
}

/** Null when nothing that is a name remains, or the lexicon knows better where it ends. */
function cutToName(reading: Reading, span: TaggedSpan, names: KnownNames): Cut | null {
  let { from, to } = span;
  while (from < to && reading.tokens[from]?.kind === 'mark') from++;
  while (to > from && endsOutside(reading, to - 1)) to--;
  while (to - from > 1 && standsOutside(reading, from, span.type)) {
    from++;
    while (from < to && reading.tokens[from]?.kind === 'mark') from++;
  }
  if (from === to || isNoName(reading, { from, to }, span.type)) return null;
  if (span.type === 'PER' && names.holdsTwoPeople(from, to)) return null;
  // منظمة حماس: the lexicon has the name without the noun, and does not have it with it.
  const inner = names.wholeAt(from + 1, span.type);
  if (inner?.to === to && names.wholeAt(from, span.type) === null) {
    if (nounAt(reading, from) !== null) from++;
  }
  const before = span.type === 'PER' ? null : nounBefore(reading, from, span.type);
  const widened = before === null ? null : { from: from - 1, to, kind: before };
  // مطار عرعر is no Arar, though the lexicon has that.
  if (widened !== null && span.type === 'LOC') return widened;
  const whole = names.wholeAt(from, span.type);
  if (whole !== null) return whole.to < to ? null : { from, to, kind: whole.kind };
  if (widened !== null) return widened;
  return { from, to, kind: kindOfName(reading, { from, to }, span.type) };
}

/** Brackets and quotes, and a clitic left alone before them (لـ «الحياة»); full stops belong to initials. */
function endsOutside(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind === 'mark') return token.folded !== '.';
  return token?.script === 'arab' && token.folded.length === 1;
}

/**
 * Titles and offices of people; the nouns that only describe a place or a body.
 * The noun of a place is no description of a body: مدينة الملك عبدالله للطاقة.
 */
function standsOutside(
  reading: Reading,
  index: number,
  type: TaggedSpan['type'],
): boolean {
  const language = reading.rules(index);
  if (language === null) return false;
  return reading.readings(index).some(({ key }) => {
    if (type === 'PER') {
      return language.people.titles.has(key) || language.people.roles.has(key);
    }
    const noun = language.typeNouns.get(key);
    return noun?.inside === false && (type === 'LOC' || noun.kind !== 'place');
  });
}

/** The kind by the noun directly before, when that noun belongs to the name: قاعدة عين الأسد. */
function nounBefore(
  reading: Reading,
  from: number,
  type: TaggedSpan['type'],
): EntityKind | null {
  const token = reading.tokens[from];
  if (from === 0 || token?.lineStart === true || reading.next(from - 1) !== from)
    return null;
  const noun = nounAt(reading, from - 1);
  if (noun === null || !noun.inside) return null;
  // Of a place only its facility or natural feature is widened; of a body only its own noun.
  const isPlace = noun.kind === 'facility' || noun.kind === 'place';
  return isPlace === (type === 'LOC') ? noun.kind : null;
}

function nounAt(reading: Reading, index: number) {
  const language: Language | null = reading.rules(index);
  if (language === null || language.capitals) return null;
  for (const { key } of reading.readings(index)) {
    const noun = language.typeNouns.get(key);
    if (noun !== undefined) return noun;
  }
  return null;
}

/**
 * How many units of the first word are clitics. A word that is known whole
 * stays whole (وليد); else the first reading whose rest is known decides, and
 * the article after a clitic gives it away (بالعراق, والعامري).
 */
function cliticsOf(reading: Reading, index: number): number {
  const token = reading.tokens[index];
  if (token === undefined || token.kind !== 'word') return 0;
  const names = WORD.given | WORD.name;
  if ((reading.classOf(index) & names) !== 0 || inLexicon(reading, reading.key(index)))
    return 0;
  const readings = reading.readings(index).filter(({ skip }) => skip > 0);
  for (const { skip, key } of readings) {
    const known =
      (reading.lexicon.wordClass(key) & (names | WORD.nisba)) !== 0 ||
      inLexicon(reading, key);
    if (known) return skip;
  }
  const language = reading.rules(index);
  // لبنك كريديت سويس: a noun of the name, or any word where the whole is none.
  const noun = readings.find(
    ({ key }) =>
      language?.typeNouns.has(key) === true ||
      (reading.classOf(index) === 0 && reading.lexicon.wordClass(key) !== 0),
  );
  if (noun !== undefined) return noun.skip;
  const article = language?.article ?? '';
  if (article === '') return 0;
  const defined = readings.find(({ key }) => key.length > 4 && key.startsWith(article));
  return defined?.skip ?? 0;
}

function inLexicon(reading: Reading, key: string): boolean {
  return reading.lexicon.lookup(hashWord(HASH_START, key)) !== null;
}
