import type { ArticleFacts } from '@/core/model/article';
import { useReviewWords } from '../translation/translation-context';

/** What is being read: title, site, date. */
export function ArticleLine({ article }: { article: ArticleFacts }) {
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
    </section>
  );
}
