import { useId } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';
import { ImportPreview } from './ImportPreview';
import type { KeepingActions, KeepingWork } from './keeping-view';

interface Props {
  work: KeepingWork;
  actions: Pick<KeepingActions, 'bringFileBack' | 'cancelWork' | 'chooseColumns'>;
}

/** What a file holds, before anything of it is taken; then how far that is. */
export function KeepingFile({ work, actions }: Props) {
  const { t } = useReviewWords();
  if (work.type === 'preview') {
    return <ImportPreview preview={work.preview} actions={actions} />;
  }
  const { cancelWork } = actions;
  if (work.type === 'bringing') return <Progress {...work} onCancel={cancelWork} />;
  if (work.type === 'undoing') {
    return <Progress done={0} all={0} words={t('keeping.undoing')} />;
  }
  const { done } = work;
  const words = done === 0 ? t('import.reading') : t('import.comparing', { done });
  return <Progress done={0} all={0} words={words} onCancel={cancelWork} />;
}

/** `all` is 0 while it is not known. */
function Progress(props: {
  done: number;
  all: number;
  /** What is being done while `all` is not known. */
  words?: string;
  /** Absent where it cannot be ended. */
  onCancel?: () => void;
}) {
  const { t } = useReviewWords();
  const id = useId();
  const { done, all, words, onCancel } = props;
  return (
    <div class="hw-keeping-file" role="status">
      <div class="hw-keeping-progress">
        <span id={id}>
          {all === 0
            ? (words ?? t('keeping.working'))
            : t('keeping.progress', { done, all })}
        </span>
        {all === 0 ? (
          <progress aria-labelledby={id} />
        ) : (
          <progress aria-labelledby={id} value={done} max={all} />
        )}
      </div>
      {onCancel && (all > 0 || words !== undefined) && (
        <button type="button" class="hw-button" onClick={onCancel}>
          {t('stories.cancel')}
        </button>
      )}
    </div>
  );
}
