import { ChevronLeft, ChevronRight, type IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/Icon';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, ReviewView } from './line-view';

interface Props {
  review: ReviewView;
  actions: LineActions;
}

/** What can be said of the note at hand, and the way to the others; each with its key. */
export function ReviewFoot({ review: { offers, at }, actions }: Props) {
  const { t } = useMarginWords();
  const offer = offers[at];
  const state = offer?.state ?? 'finished';
  return (
    <>
      {state === 'waiting' && offer?.anchor.status !== 'orphan' && (
        <KeyButton
          shortcut="A"
          also="Enter"
          tone="hw-button-main"
          onPress={() => actions.answerOffer('accepted')}
        >
          {t(offer?.from ? 'carry.accept' : 'carry.confirm')}
        </KeyButton>
      )}
      {state === 'waiting' && (
        <KeyButton
          shortcut="X"
          also="Delete"
          onPress={() => actions.answerOffer('refused')}
        >
          {t(offer?.from ? 'carry.refuse' : 'carry.leave')}
        </KeyButton>
      )}
      {(state === 'accepted' || state === 'refused') && (
        <KeyButton shortcut="U" onPress={actions.undoAnswer}>
          {t('action.undo')}
        </KeyButton>
      )}
      <span class="hw-spring" />
      <Step
        shortcut="P"
        also="ArrowUp"
        node={ChevronLeft}
        label={t('carry.previous')}
        onPress={() => actions.stepOffer(-1)}
      />
      <Step
        shortcut="N"
        also="ArrowDown"
        node={ChevronRight}
        label={t('carry.next')}
        onPress={() => actions.stepOffer(1)}
      />
    </>
  );
}

interface KeyProps {
  shortcut: string;
  also?: string;
  onPress: () => void;
}

/** A button that says which key does the same. */
function KeyButton({
  shortcut,
  also = '',
  tone = '',
  onPress,
  children,
}: KeyProps & { tone?: string; children: ComponentChildren }) {
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

function Step({
  shortcut,
  also,
  node,
  label,
  onPress,
}: KeyProps & { node: IconNode; label: string }) {
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
