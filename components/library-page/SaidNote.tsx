import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import { useReviewWords } from '../translation/translation-context';
import { AboutNote } from './AboutNote';
import { articleAddress } from './about-view';

/** A note with the article that it is on. */
export function SaidNote({ note, article }: { note: Note; article: Article }) {
  const { t } = useReviewWords();
  return (
    <li>
      <AboutNote note={note} />
      <p class="hw-soft">
        <a class="hw-link" href={articleAddress(article.id)}>
          <bdi lang={article.lang}>{article.title || t('kin.untitled')}</bdi>
        </a>
      </p>
    </li>
  );
}
