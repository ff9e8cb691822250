/** What a filter's value is called. */
import type { FacetCount, Facets, NoteFilters } from '@/core/model/search';
import type { Translator } from '@/locales/translate';
import { namesOf } from '../entity/entity-names';
import { storyName } from '../story/story-name';

/** As the reader calls it. */
export function entityWords(
  lang: 'ar' | 'en',
  { names, value }: Pick<Facets['entities'][number], 'names' | 'value'>,
): string {
  return names[lang] || namesOf({ names, id: value })[0].words;
}

export function storyWords(
  words: Translator,
  { name, names }: Omit<Facets['stories'][number], keyof FacetCount<string>>,
): string {
  return storyName(words, { name, ...(names && { names }) });
}

/** A filter that is set, in words; what has no name any more is called by its value. */
export function filterWords(
  words: Translator,
  filters: NoteFilters,
  name: keyof NoteFilters,
  facets: Facets,
): string {
  const { t, lang, day } = words;
  const { colour, kind, from, to, storyId, entityId } = filters;
  switch (name) {
    case 'colour':
      return colour ? t(`colour.${colour}`) : '';
    case 'kind':
      return kind ? t(`notes.kinds.${kind}`) : '';
    case 'orphaned':
      return t(filters.orphaned ? 'notes.orphaned' : 'notes.notOrphaned');
    case 'trash':
      return t('parts.trash');
    case 'from':
      return t('notes.since', { day: day(from ?? 0) ?? '' });
    case 'to':
      return t('notes.until', { day: day((to ?? 1) - 1) ?? '' });
    case 'storyId': {
      const story = facets.stories.find(({ value }) => value === storyId);
      return story ? storyWords(words, story) : t('notes.story');
    }
    case 'entityId': {
      const entity = facets.entities.find(({ value }) => value === entityId);
      return entity ? entityWords(lang, entity) : (entityId ?? '');
    }
    default:
      return filters[name] ?? '';
  }
}
