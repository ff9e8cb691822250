import { CirclePause, CirclePlay, Eraser, type IconNode } from 'lucide';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import type { PopupActions, PopupState } from './popup-view';

interface Props {
  state: Pick<PopupState, 'recording' | 'canForget' | 'busy'>;
  actions: Pick<PopupActions, 'setRecording' | 'forgetArticle'>;
}

/** What is remembered of what the reader read, and how not to. */
export function HistoryPanel({ state, actions }: Props) {
  const { t } = useReviewWords();
  const { recording } = state;
  return (
    <section class="hw-history" aria-label={t('popup.history')}>
      <Choice
        node={recording ? CirclePause : CirclePlay}
        words={t(recording ? 'story.pause' : 'story.resume')}
        onClick={() => actions.setRecording(!recording)}
      />
      <Choice
        node={Eraser}
        words={t('story.forgetArticle')}
        disabled={!state.canForget || state.busy}
        onClick={actions.forgetArticle}
      />
      <p class="hw-soft">{t('popup.footer')}</p>
    </section>
  );
}

function Choice(props: {
  node: IconNode;
  words: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="hw-choice"
      aria-disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      <Icon node={props.node} />
      {props.words}
    </button>
  );
}
