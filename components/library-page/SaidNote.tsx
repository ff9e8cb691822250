import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import { useReviewWords } from '../translation/translation-context';
import { AboutNote } from './AboutNote';
import { articleAddress } from './about-view';

/** A note with the article that it is on, and when it was made. */
export function SaidNote({ note, article }: { note: Note; article: Article }) {
  const { t, day } = useReviewWords();
  const made = day(note.createdAt);
  return (
    <li>
      <AboutNote note={note} />
      <p class="hw-soft">
        <a class="hw-link" href={articleAddress(article.id)}>
          <bdi lang={article.lang}>{article.title || t('kin.untitled')}</bdi>
        </a>
        {made && (
          <>
            {' · '}
            <time dateTime={new Date(note.createdAt).toISOString()}>{made}</time>
          </>
        )}
      </p>
    </li>
  );
}
