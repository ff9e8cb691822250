import type { ComponentChildren } from 'preact';
import { ArticleLink } from '../story/ArticleLink';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, LineView, Offer } from './line-view';

interface Props {
  view: LineView;
  actions: LineActions;
}

/** Notes that were made in a copy of this article, or before it was edited: one after the other, kept here or not. */
export function ReviewPanel({ view: { review, now }, actions }: Props) {
  const { t } = useMarginWords();
  const { offers, at } = review;
  const offer = offers[at];
  if (!offer) return <Finished offers={offers} actions={actions} />;
  return (
    <section class="hw-review" aria-label={t('carry.label')}>
      <div aria-live="polite">
        <p class="hw-soft hw-figures">
          {t('carry.position', { index: at + 1, total: offers.length })}
        </p>
        <OfferedNote offer={offer} />
      </div>
      {offer.from && (
        <ArticleLink
          article={offer.from}
          readAt={offer.from.firstReadAt}
          notes={0}
          now={now}
        />
      )}
      <Answers offer={offer} actions={actions} />
      <div class="hw-review-steps">
        <KeyButton shortcut="P" onPress={() => actions.stepOffer(-1)} disabled={at === 0}>
          {t('carry.previous')}
        </KeyButton>
        <KeyButton shortcut="N" onPress={() => actions.stepOffer(1)}>
          {t('carry.next')}
        </KeyButton>
      </div>
    </section>
  );
}

function OfferedNote({ offer: { note, status, answer } }: { offer: Offer }) {
  const { t } = useMarginWords();
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
      <p class={`hw-soft hw-review-${status}`}>
        {answer === null ? t(`carry.status.${status}`) : t(`carry.${answer}`)}
      </p>
    </>
  );
}

function Answers({ offer, actions }: { offer: Offer } & Pick<Props, 'actions'>) {
  const { t } = useMarginWords();
  if (offer.answer !== null)
    return (
      <div class="hw-panel-row">
        <KeyButton shortcut="U" onPress={actions.undoAnswer}>
          {t('action.undo')}
        </KeyButton>
      </div>
    );
  return (
    <div class="hw-panel-row">
      {offer.status !== 'orphan' && (
        <KeyButton
          shortcut="A"
          also="Enter"
          isMain
          onPress={() => actions.answerOffer('accepted')}
        >
          {t(offer.from ? 'carry.accept' : 'carry.confirm')}
        </KeyButton>
      )}
      <KeyButton
        shortcut="X"
        also="Delete"
        onPress={() => actions.answerOffer('refused')}
      >
        {t(offer.from ? 'carry.refuse' : 'carry.leave')}
      </KeyButton>
    </div>
  );
}

function Finished({
  offers,
  actions,
}: {
  offers: readonly Offer[];
} & Pick<Props, 'actions'>) {
  const { t } = useMarginWords();
  const kept = offers.filter(({ answer }) => answer === 'accepted').length;
  return (
    <section class="hw-review" aria-label={t('carry.label')}>
      <p>
        {t('carry.finished')} {kept > 0 && t('carry.kept', { count: kept })}
      </p>
      <div class="hw-review-steps">
        <KeyButton shortcut="P" onPress={() => actions.stepOffer(-1)}>
          {t('carry.previous')}
        </KeyButton>
      </div>
    </section>
  );
}

interface KeyButtonProps {
  shortcut: string;
  also?: string;
  isMain?: boolean;
  disabled?: boolean;
  onPress: () => void;
  children: ComponentChildren;
}

/** A button that says which key does the same. */
function KeyButton(props: KeyButtonProps) {
  const { shortcut, also, isMain = false, disabled = false } = props;
  return (
    <button
      type="button"
      class={isMain ? 'hw-button hw-button-main' : 'hw-button'}
      aria-keyshortcuts={also ? `${shortcut} ${also}` : shortcut}
      disabled={disabled}
      onClick={props.onPress}
    >
      {props.children}
      <kbd class="hw-key">{shortcut}</kbd>
    </button>
  );
}
