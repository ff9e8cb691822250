import type { ComponentChildren } from 'preact';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  actions: LineActions;
}

/** What can be said of the note at hand, each with its key; there is none when all are answered. */
export function ReviewFoot({ review: { offers, at }, actions }: Props) {
  const { t } = useMarginWords();
  const offer = offers[at];
  if (!offer) return null;
  const { state, anchor, from } = offer;
  return (
    <>
      {state === 'waiting' && anchor.status !== 'orphan' && (
        <KeyButton
          shortcut="A"
          also="Enter"
          tone="hw-button-main"
          onPress={() => actions.answerOffer('accepted')}
        >
          {t(from ? 'carry.accept' : 'carry.confirm')}
        </KeyButton>
      )}
      {state === 'waiting' && (
        <KeyButton
          shortcut="X"
          also="Delete"
          onPress={() => actions.answerOffer('refused')}
        >
          {t(from ? 'carry.refuse' : 'carry.leave')}
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
      <kbd class="hw-key">{shortcut}</kbd>
    </button>
  );
}
