import { Check, TriangleAlert } from 'lucide';
import { Icon } from '../icon/Icon';
import { failureText } from '../translation/failure-text';
import { useMarginWords } from '../translation/translation-context';

/**
 * As the overlay's and the popup's notes have it; `code` is a `FailureCode` of
 * the protocol. `held`: written down where the words outlive the page.
 */
export type Saving =
  | { state: 'idle' | 'saving' | 'saved' }
  | { state: 'failed'; code: string; held: boolean };

/** Says quietly that words are kept, and loudly that they are not. */
export function SavingStatus({
  saving,
  onRetry,
}: {
  saving: Saving;
  onRetry: () => void;
}) {
  const translator = useMarginWords();
  const { t } = translator;
  if (saving.state === 'failed') {
    return (
      <span class="hw-failed" role="alert">
        <Icon node={TriangleAlert} size={14} />
        <span>
          <strong>{t(saving.held ? 'editor.held' : 'editor.notSaved')}</strong>{' '}
          {failureText(translator, saving.code)}{' '}
          <button type="button" class="hw-link" onClick={onRetry}>
            {t('action.retry')}
          </button>
        </span>
      </span>
    );
  }
  return (
    <span class="hw-saving" role="status">
      {saving.state === 'saving' && t('editor.saving')}
      {saving.state === 'saved' && (
        <>
          <Icon node={Check} size={14} />
          {t('editor.saved')}
        </>
      )}
    </span>
  );
}
