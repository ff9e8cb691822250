import { ChevronLeft, ChevronRight, type IconNode } from 'lucide';
import { quoteOf } from '@/core/model/note';
import type { MarginTranslator } from '@/locales/translate';
import { Icon } from '../icon/Icon';
import { WordsNow } from '../note/WordsNow';
import { ArticleLink } from '../story/ArticleLink';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, LineView, Offer, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  now: LineView['now'];
  onStep: LineActions['stepOffer'];
}

/** Notes that were made in a copy of this article, or before it was edited: one after the other. */
export function ReviewBody({ review: { offers, at, isPlacing }, now, onStep }: Props) {
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
        {offer && <OfferedNote offer={offer} isPlacing={isPlacing} now={now} />}
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

interface OfferedProps {
  offer: Offer;
  isPlacing: boolean;
  now: LineView['now'];
}

function OfferedNote({ offer, isPlacing, now }: OfferedProps) {
  const { t } = useMarginWords();
  const { note, from, state } = offer;
  const quote = quoteOf(note) ?? '';
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
      {isPlacing ? (
        <p class="hw-review-task" role="status">
          {t('place.selectNow')}
        </p>
      ) : (
        <p class="hw-soft">{statusText(t, offer)}</p>
      )}
      {state === 'waiting' && <WordsNow label={t('place.now')} now={offer.now} />}
      {from && (
        <ArticleLink article={from} readAt={from.firstReadAt} notes={0} now={now} />
      )}
    </>
  );
}

function statusText(t: MarginTranslator['t'], { from, anchor, state }: Offer): string {
  if (state === 'accepted') return t(from ? 'carry.accepted' : 'carry.placed');
  if (state === 'refused') return t(from ? 'carry.refused' : 'carry.left');
  if (from) return t(`carry.status.${anchor.status}`);
  if (anchor.status !== 'orphan') return t(`anchor.${anchor.status}`);
  return `${t(`lost.${anchor.reason ?? 'deleted'}`)} ${t('lost.kept')}`;
}
