import { X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { IconButton } from '../icon/IconButton';
import { useReviewWords } from '../translation/translation-context';

export interface SpokenNotice {
  /** Words, already in the reader's language. */
  words: string;
  tone: 'info' | 'problem';
  undo?: () => void;
}

/** Milliseconds. */
const STAYS = 8000;

/** What was done, with its undo, or what went wrong. */
export function NoticeLine({
  notice,
  onDismiss,
}: {
  notice: SpokenNotice;
  onDismiss: () => void;
}) {
  const { t } = useReviewWords();
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (held || notice.tone === 'problem') return;
    const timer = setTimeout(onDismiss, STAYS);
    return () => clearTimeout(timer);
  }, [notice, held, onDismiss]);

  return (
    <div
      class={`hw-notice-line hw-notice-${notice.tone}`}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{notice.words}</span>
      {notice.undo && (
        <button type="button" class="hw-notice-action" onClick={notice.undo}>
          {t('action.undo')}
        </button>
      )}
      <IconButton node={X} label={t('action.dismiss')} onClick={onDismiss} />
    </div>
  );
}
