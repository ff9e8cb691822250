import type { Story } from '@/core/model/story';
import type { Headline } from '@/core/stories/choose-headline';
import type { MarginTranslator } from '@/locales/translate';
import { isolated, siteOf, storyName } from './story-name';

/** The headline as one sentence, plain text. `now` in milliseconds since the epoch. */
export function headlineText(
  words: MarginTranslator,
  headline: Headline,
  now: number,
): string {
  const { t } = words;
  const named = (story: Story) => isolated(storyName(words, story));
  const on = (when: number) => words.onDay(when, now) ?? '';
  switch (headline.type) {
    case 'this-article':
      return t('headline.thisArticle', { story: named(headline.meeting.story) });
    case 'republished': {
      const { first, more, carried } = headline;
      const sentence = t('headline.republished', {
        site: isolated(siteOf(first)),
        when: on(first.firstReadAt),
      });
      return [
        sentence,
        ...(more > 0 ? [t('tally.copies', { count: more })] : []),
        ...(carried > 0 ? [t('tally.notes', { count: carried })] : []),
      ].join(t('tally.separator'));
    }
    case 'read-before': {
      const { changes: count, at } = headline;
      return count > 0
        ? t('headline.changed', { count, when: on(at) })
        : t('headline.readBefore', { when: on(at) });
    }
    case 'new-in-story':
      return t('headline.newInStory', { story: named(headline.meeting.story) });
    case 'in-story': {
      const { story, articles, notes } = headline.meeting;
      const sentence = t('headline.inStory', { story: named(story) });
      return articles > 0
        ? `${sentence} (${tallyText(words, articles, notes)})`
        : sentence;
    }
    case 'same-story': {
      const { articles, notes } = headline;
      return t('headline.sameStory', { tally: tallyText(words, articles, notes) });
    }
    case 'related-to-story':
      return t('headline.relatedToStory', { story: named(headline.meeting.story) });
    case 'related': {
      const { likeliest, articles: count } = headline;
      return count > 1 || likeliest.title === ''
        ? t('headline.relatedMore', { count })
        : t('headline.related', { title: isolated(likeliest.title) });
    }
  }
}

/** "4 read, 2 notes". */
export function tallyText(
  { t }: MarginTranslator,
  articles: number,
  notes: number,
): string {
  return [
    t('tally.read', { count: articles }),
    ...(notes > 0 ? [t('tally.notes', { count: notes })] : []),
  ].join(t('tally.separator'));
}
