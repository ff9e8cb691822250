/**
 * Proposes what the tagger found. It learnt from corpora that differ in what a
 * name covers; for the reader its spans are cut and widened to our convention.
 */
import type { Language } from '../language/language';
import type { EntityKind } from '../model/entity';
import type { Candidate } from './candidate';
import { WORD } from './lexicon-format';
import { HASH_START, hashWord } from './lexicon-hash';
import { offsetInToken, type Reading } from './reading';
import type { Tagged, TaggedSpan } from './tagger/tagger';
import { BELIEF, type Edges } from './weigh-tagged';

const KIND: Readonly<Record<TaggedSpan['type'], EntityKind>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
};

export function findTagged(reading: Reading, tagged: Tagged, edges: Edges): Candidate[] {
  const { least, most } = BELIEF[edges];
  const found: Candidate[] = [];
  for (const span of tagged.spans) {
    const cut =
      edges === 'corpus' ? { ...span, kind: KIND[span.type] } : cutToName(reading, span);
    const first = reading.tokens[cut.from];
    const last = reading.tokens[cut.to - 1];
    if (cut.from >= cut.to || first === undefined || last === undefined) continue;
    found.push({
      from: cut.from,
      to: cut.to,
      start: offsetInToken(reading.text, first, cliticsOf(reading, cut.from)),
      end: last.end,
      kind: cut.kind,
      score: least + (most - least) * span.score,
      source: 'tagger',
      entities: [],
    });
  }
  return found;
}

interface Cut {
  from: number;
  to: number;
  kind: EntityKind;
}

function cutToName(reading: Reading, span: TaggedSpan): Cut {
  let { from, to } = span;
  while (from < to && reading.tokens[from]?.kind === 'mark') from++;
  while (to > from && isOuterMark(reading, to - 1)) to--;
  while (to - from > 1 && standsOutside(reading, from, span.type)) {
    from++;
    while (from < to && reading.tokens[from]?.kind === 'mark') from++;
  }
  const before = span.type === 'PER' ? null : nounBefore(reading, from, span.type);
  if (before !== null) return { from: from - 1, to, kind: before };
  return { from, to, kind: kindOf(reading, from, span.type) };
}

/** Full stops and possessives belong to initials and names; brackets and quotes that end a span do not. */
function isOuterMark(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  return token?.kind === 'mark' && token.folded !== '.';
}

/** Titles and offices of people; the nouns that only describe a place or a body. */
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
    return language.typeNouns.get(key)?.inside === false;
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

function kindOf(reading: Reading, from: number, type: TaggedSpan['type']): EntityKind {
  const noun = nounAt(reading, from);
  if (noun === null || type === 'PER') return KIND[type];
  const isPlace = noun.kind === 'facility' || noun.kind === 'place';
  return isPlace === (type === 'LOC') ? noun.kind : KIND[type];
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
  const article = reading.rules(index)?.article ?? '';
  if (article === '') return 0;
  const defined = readings.find(({ key }) => key.length > 4 && key.startsWith(article));
  return defined?.skip ?? 0;
}

function inLexicon(reading: Reading, key: string): boolean {
  return reading.lexicon.lookup(hashWord(HASH_START, key)) !== null;
}
