import { failureText } from '../translation/failure-text';
import { useReviewWords } from '../translation/translation-context';

interface Props {
  /** Why notes cannot be read, as a `FailureCode`; null when they can. */
  failure: string | null;
  /** Notes that were brought back by themselves; null when the reader knows, or there were none. */
  broughtBack: number | null;
  onSave: () => void;
  onAccept: () => void;
  onUndo: () => void;
}

/** What the reader must know of their notes before anything else. */
export function KeepingBanners(props: Props) {
  const translator = useReviewWords();
  const { t } = translator;
  const { failure, broughtBack } = props;
  return (
    <>
      {failure !== null && (
        <p class="hw-banner hw-banner-problem" role="alert">
          {failureText(translator, failure)}{' '}
          <button type="button" class="hw-link" onClick={props.onSave}>
            {t('keeping.save')}
          </button>
        </p>
      )}
      {broughtBack !== null && (
        <p class="hw-banner" role="status">
          {t('keeping.lost', { count: broughtBack })}{' '}
          <button type="button" class="hw-link" onClick={props.onAccept}>
            {t('keeping.fine')}
          </button>{' '}
          <button type="button" class="hw-link" onClick={props.onUndo}>
            {t('action.undo')}
          </button>
        </p>
      )}
    </>
  );
}
