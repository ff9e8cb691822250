import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import type { PopupState } from './popup-view';

/** To be read: notes on other articles that stood at this address. */
export function FormerNotes({ former }: Pick<PopupState, 'former'>) {
  const { t } = useReviewWords();
  return former.map(({ articleId, title, notes }) => (
    <details key={articleId} class="hw-former">
      <summary>{t('popup.former', { title: isolated(title) })}</summary>
      <ul>
        {notes.map(({ id, target, body, colour }) => (
          <li key={id}>
            {target.type === 'passage' && (
              <blockquote class={`hw-quote hw-mark-${colour}`} dir="auto">
                {target.selector.exact}
              </blockquote>
            )}
            <p class="hw-former-words" dir="auto">
              {body}
            </p>
          </li>
        ))}
      </ul>
    </details>
  ));
}
