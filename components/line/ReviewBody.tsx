import { ChevronLeft, ChevronRight, type IconNode } from 'lucide';
import { Icon } from '../icon/Icon';
import { ArticleLink } from '../story/ArticleLink';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, LineView, Offer, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  now: LineView['now'];
  onStep: LineActions['stepOffer'];
}

/** Notes that were made in a copy of this article, or before it was edited: one after the other. */
export function ReviewBody({ review: { offers, at }, now, onStep }: Props) {
  const { t } = useMarginWords();
  const offer = offers[at];
  const kept = offers.filter(({ state }) => state === 'accepted').length;
  return (
    <div class="hw-review">
      <div class="hw-panel-row">
        <span class="hw-soft hw-figures hw-spring" role="status">
          {offer
            ? t('carry.position', { index: at + 1, total: offers.length })
            : `${t('carry.finished')} ${kept > 0 ? t('carry.kept', { count: kept }) : ''}`}
        </span>
        <Step
          shortcut="P"
          also="ArrowUp"
          node={ChevronLeft}
          label={t('carry.previous')}
          onPress={() => onStep(-1)}
        />
        <Step
          shortcut="N"
          also="ArrowDown"
          node={ChevronRight}
          label={t('carry.next')}
          onPress={() => onStep(1)}
        />
      </div>
      <div class="hw-review-note" aria-live="polite">
        {offer && <OfferedNote offer={offer} now={now} />}
      </div>
    </div>
  );
}

interface StepProps {
  shortcut: string;
  also: string;
  node: IconNode;
  label: string;
  onPress: () => void;
}

function Step({ shortcut, also, node, label, onPress }: StepProps) {
  return (
    <button
      type="button"
      class="hw-icon-button"
      aria-label={label}
      aria-keyshortcuts={`${shortcut} ${also}`}
      title={`${label} (${shortcut})`}
      onClick={onPress}
    >
      <Icon node={node} directional />
    </button>
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
