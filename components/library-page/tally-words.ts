import type { Translator } from '@/locales/translate';

/** "3 articles, 2 notes"; what there is none of is not said. */
export function tallyWords(
  { t }: Translator,
  articles: number,
  notes: number,
  nothing = t('calendar.nothing'),
): string {
  const parts = [
    ...(articles > 0 ? [t('stories.articles', { count: articles })] : []),
    ...(notes > 0 ? [t('tally.notes', { count: notes })] : []),
  ];
  return parts.length === 0 ? nothing : parts.join(t('tally.separator'));
}
