/** The finer kind of a name that is known only as a person, a place or a body. */
import type { Language } from '../language/language';
import { type EntityKind, type MentionType, mentionTypeOf } from '../model/entity';
import { WORD } from './lexicon-format';
import type { Reading } from './reading';

const PLAIN: Readonly<Record<MentionType, EntityKind>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
};

/**
 * By the noun with which the name begins (جبهة, مستشفى) or, where names have
 * capitals, ends (Brigade, Airport; before "of", too). A noun of another class
 * says nothing.
 */
export function kindOfName(
  reading: Reading,
  { from, to }: { from: number; to: number },
  type: MentionType,
): EntityKind {
  const language = reading.rules(from);
  if (language === null || to - from < 2) return PLAIN[type];
  const trailing = language.trailingNouns.get(reading.key(to - 1));
  // Sultan Murad Brigade: no one is called so.
  if (type === 'PER') return trailing ?? 'person';
  const kind =
    trailing ??
    kindBeforeOf(reading, language, { from, to }) ??
    kindByFirst(reading, language, { from, to });
  return kind !== null && mentionTypeOf(kind) === type ? kind : PLAIN[type];
}

/** Workers' Party of Korea. */
function kindBeforeOf(
  reading: Reading,
  { trailingNouns }: Language,
  { from, to }: { from: number; to: number },
): EntityKind | null {
  for (let at = from + 2; at < to - 1; at++) {
    if (reading.key(at) === 'of') return trailingNouns.get(reading.key(at - 1)) ?? null;
  }
  return null;
}

function kindByFirst(
  reading: Reading,
  { kindNouns, typeNouns, armies, article }: Language,
  { from, to }: { from: number; to: number },
): EntityKind | null {
  for (const { key } of reading.readings(from)) {
    if (armies.has(key)) {
      const isNamed = reading.key(from + 1).startsWith(article);
      return isNamed && !hasNisba(reading, from, to) ? 'group' : 'organisation';
    }
    const kind = kindNouns.get(key) ?? typeNouns.get(key)?.kind;
    if (kind !== undefined) return kind;
  }
  return null;
}

function hasNisba(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if ((reading.classOf(at) & WORD.nisba) !== 0) return true;
  return false;
}
