import type { Translator } from '@/locales/translate';

/** "3 articles, 2 notes"; what there is none of is not said. */
export function tallyWords(
  { t }: Translator,
  articles: number,
  notes: number,
  nothing = t('calendar.nothing'),
): string {
  const read = t('stories.articles', { count: articles });
  const noted = t('tally.notes', { count: notes });
  if (articles === 0) return notes === 0 ? nothing : noted;
  return notes === 0 ? read : t('calendar.both', { articles: read, notes: noted });
}
