import { ArticleLink } from '../story/ArticleLink';
import { useMarginWords } from '../translation/translation-context';
import type { LineView, Offer, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  now: LineView['now'];
}

/** Notes that were made in a copy of this article, or before it was edited: one after the other. */
export function ReviewBody({ review: { offers, at }, now }: Props) {
  const { t } = useMarginWords();
  const offer = offers[at];
  const kept = offers.filter(({ state }) => state === 'accepted').length;
  return (
    <div class="hw-review" aria-live="polite">
      {offer ? (
        <>
          <p class="hw-soft hw-figures">
            {t('carry.position', { index: at + 1, total: offers.length })}
          </p>
          <OfferedNote offer={offer} now={now} />
        </>
      ) : (
        <p>
          {t('carry.finished')} {kept > 0 && t('carry.kept', { count: kept })}
        </p>
      )}
    </div>
  );
}

function OfferedNote({ offer, now }: { offer: Offer } & Pick<Props, 'now'>) {
  const { t } = useMarginWords();
  const { note, anchor, from, state } = offer;
  const quote = note.target.type === 'passage' ? note.target.selector.exact : '';
  return (
    <>
      <blockquote class={`hw-quote hw-mark-${note.colour}`} dir="auto">
        {quote}
      </blockquote>
      {note.body !== '' && (
        <p class="hw-review-words" dir="auto">
          {note.body}
        </p>
      )}
      <p class="hw-soft">
        {t(state === 'waiting' ? `carry.status.${anchor.status}` : `carry.${state}`)}
      </p>
      {from && (
        <ArticleLink article={from} readAt={from.firstReadAt} notes={0} now={now} />
      )}
    </>
  );
}
