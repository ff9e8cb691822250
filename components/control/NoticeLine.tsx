import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  const { undo } = notice;
  const [held, setHeld] = useState(false);
  const cameFrom = useRef<EventTarget | null>(null);

  /** The line goes, and with it the button that has the focus: back to where the reader was. */
  function leave(act: () => void) {
    act();
    const { current } = cameFrom;
    if (current instanceof HTMLElement) current.focus();
  }

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
      onFocusIn={({ relatedTarget, currentTarget }) => {
        setHeld(true);
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          cameFrom.current = relatedTarget;
      }}
      onFocusOut={() => setHeld(false)}
    >
      <span>{notice.words}</span>
      {undo && (
        <button type="button" class="hw-notice-action" onClick={() => leave(undo)}>
          {t('action.undo')}
        </button>
      )}
      <IconButton node={X} label={t('action.dismiss')} onClick={() => leave(onDismiss)} />
    </div>
  );
}
