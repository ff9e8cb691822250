import type { Entity } from '@/core/model/entity';

export interface WrittenName {
  words: string;
  lang: 'ar' | 'en';
}

/** The names to show, Arabic first; never empty. */
export function namesOf(
  entity: Pick<Entity, 'id' | 'names'>,
): [WrittenName, ...WrittenName[]] {
  const { ar, en } = entity.names;
  const arabic: WrittenName | null = ar ? { words: ar, lang: 'ar' } : null;
  const english: WrittenName | null = en ? { words: en, lang: 'en' } : null;
  if (arabic && english) return [arabic, english];
  // An entity has at least one name; its id is better than nothing if a sender forgot both.
  return [arabic ?? english ?? { words: entity.id, lang: 'en' }];
}

/** The one name to show where there is room for one: in the reader's language if there is such. */
export function nameIn(
  entity: Pick<Entity, 'id' | 'names'>,
  lang: WrittenName['lang'],
): WrittenName {
  const names = namesOf(entity);
  return names.find((name) => name.lang === lang) ?? names[0];
}

/** One line about it, in the reader's language if there is one. */
export function descriptionOf(entity: Entity, lang: 'ar' | 'en'): WrittenName | null {
  const { description } = entity;
  const other = lang === 'ar' ? 'en' : 'ar';
  if (description?.[lang]) return { words: description[lang], lang };
  if (description?.[other]) return { words: description[other], lang: other };
  return null;
}
