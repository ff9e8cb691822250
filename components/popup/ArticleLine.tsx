import { History } from 'lucide';
import type { ArticleFacts } from '@/core/model/article';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import type { StoryView } from './popup-view';

interface Props {
  article: ArticleFacts;
  /** Null on a page that is not being read. */
  story: StoryView | null;
}

/** What is being read: title, site, date, and whether it was read before. */
export function ArticleLine({ article, story }: Props) {
  const { t, day, direction } = useReviewWords();
  const published = article.published ? day(article.published) : null;
  return (
    <section class="hw-article" dir="auto" aria-labelledby="hw-title">
      <h2 id="hw-title" lang={article.lang} title={article.title}>
        {article.title || t('kin.untitled')}
      </h2>
      <p class="hw-soft">
        {article.siteName && <bdi>{article.siteName}</bdi>}
        {article.siteName && published && ' · '}
        {published && (
          <time dir={direction} dateTime={article.published}>
            {published}
          </time>
        )}
      </p>
      {story && <ReadBefore story={story} />}
    </section>
  );
}

/** Has its height from the start, so that nothing moves when the answer comes. */
function ReadBefore({ story: { encounter, now } }: { story: StoryView }) {
  const { t, onDay } = useReviewWords();
  const { lastReadAt = null, timesRead = 0, unrecorded } = encounter ?? {};
  // Of what was not recorded nobody can say that it is read for the first time.
  const isFirst = lastReadAt === null && unrecorded === null;
  const words =
    lastReadAt === null
      ? isFirst && t('popup.notReadBefore')
      : t('popup.readBefore', { count: timesRead, when: onDay(lastReadAt, now) ?? '' });
  return (
    <p class="hw-soft hw-read-before">
      {words ? (
        <>
          <Icon node={History} size={14} />
          <bdi>{words}</bdi>
        </>
      ) : (
        '\u00a0'
      )}
    </p>
  );
}
