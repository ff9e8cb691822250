import { ExternalLink, FileText } from 'lucide';
import type { RefObject } from 'preact';
import { passageLink } from '@/core/export/passage-link';
import type { Article } from '@/core/model/article';
import { isHighlight, type Note } from '@/core/model/note';
import { Icon } from '../icon/Icon';
import { isWebAddress } from '../story/ArticleLink';
import { isolated, siteOf } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { articleAddress } from './about-view';
import type { Card } from './review-view';

interface Props {
  card: Card;
  /** The reader's words are in sight. */
  isShown: boolean;
  now: number;
  cardRef: RefObject<HTMLElement | null>;
}

/** A note as it comes back: what was marked and where; the reader's words once they are asked for. */
export function ReviewCard({ card: { note, article }, isShown, now, cardRef }: Props) {
  const { t, onDay } = useReviewWords();
  const quote = note.target.type === 'passage' ? note.target.selector.exact : '';
  const title = article?.title || t('kin.untitled');
  const site = article === null ? '' : siteOf(article);
  const when = onDay(note.createdAt, now);
  return (
    <article
      ref={cardRef}
      tabIndex={-1}
      aria-label={t('daily.card', { title: isolated(title) })}
      class={`hw-review-card hw-mark-${note.colour}`}
    >
      {quote !== '' && (
        <blockquote class="hw-note-cited hw-review-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {quote === '' && <p class="hw-soft">{t('anchor.article')}</p>}
      <p class={quote === '' ? 'hw-review-cue' : 'hw-review-where'}>
        <bdi lang={article?.lang}>{title}</bdi>
        {site !== '' && (
          <span class="hw-soft">
            {' · '}
            <bdi>{site}</bdi>
          </span>
        )}
      </p>
      {!isHighlight(note) &&
        (isShown ? (
          <p class="hw-about-words hw-review-words" dir="auto">
            {note.body}
          </p>
        ) : (
          <p class="hw-review-hidden">{t('daily.hidden')}</p>
        ))}
      {note.tags.length > 0 && (
        <div class="hw-tags">
          {note.tags.map((tag) => (
            <bdi key={tag} class="hw-tag hw-tag-plain">
              {tag}
            </bdi>
          ))}
        </div>
      )}
      <p class="hw-soft hw-review-foot">
        {when !== null && <span>{t('daily.written', { when })}</span>}
        {article !== null && <Links note={note} article={article} />}
      </p>
    </article>
  );
}

function Links({ note: { target }, article }: { note: Note; article: Article }) {
  const { t } = useReviewWords();
  const { url } = article;
  const address = isWebAddress(url)
    ? target.type === 'passage'
      ? passageLink(url, target.selector)
      : url
    : null;
  return (
    <>
      {address !== null && (
        <a class="hw-link" href={address} target="_blank" rel="noreferrer noopener">
          <Icon node={ExternalLink} size={13} />
          {t('daily.open')}
        </a>
      )}
      <a class="hw-link" href={articleAddress(article.id)}>
        <Icon node={FileText} size={13} />
        {t('daily.page')}
      </a>
    </>
  );
}
