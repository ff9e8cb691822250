import type { ComponentChildren } from 'preact';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, Offer, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  actions: LineActions;
}

/** What can be said of the note at hand, each with its key; there is none when all are answered. */
export function ReviewFoot({ review: { offers, at, isPlacing }, actions }: Props) {
  const { t } = useMarginWords();
  const offer = offers[at];
  if (!offer) return null;
  const { state } = offer;
  const { accept, refuse } = answersTo(offer);
  if (isPlacing)
    return (
      <KeyButton shortcut="Escape" onPress={actions.stopPlacing}>
        {t('place.cancel')}
      </KeyButton>
    );
  return (
    <>
      {state === 'waiting' && accept && (
        <KeyButton
          shortcut="A"
          also="Enter"
          tone="hw-button-main"
          onPress={() => actions.answerOffer('accepted')}
        >
          {t(accept)}
        </KeyButton>
      )}
      {state === 'waiting' && (
        <KeyButton
          shortcut="X"
          also="Delete"
          onPress={() => actions.answerOffer('refused')}
        >
          {t(refuse)}
        </KeyButton>
      )}
      {state !== 'waiting' && (
        <KeyButton shortcut="U" onPress={actions.undoAnswer}>
          {t('action.undo')}
        </KeyButton>
      )}
    </>
  );
}

function answersTo({ from, anchor }: Offer) {
  const isOrphan = anchor.status === 'orphan';
  if (from)
    return { accept: isOrphan ? null : 'carry.accept', refuse: 'carry.refuse' } as const;
  return isOrphan
    ? ({ accept: 'place.select', refuse: 'carry.leave' } as const)
    : ({ accept: 'carry.confirm', refuse: 'carry.deny' } as const);
}

interface KeyProps {
  shortcut: string;
  also?: string;
  tone?: string;
  onPress: () => void;
  children: ComponentChildren;
}

/** A button that says which key does the same. */
function KeyButton({ shortcut, also = '', tone = '', onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      class={`hw-button ${tone}`}
      aria-keyshortcuts={`${shortcut} ${also}`.trim()}
      onClick={onPress}
    >
      {children}
      <kbd class="hw-key">{shortcut === 'Escape' ? 'Esc' : shortcut}</kbd>
    </button>
  );
}
