import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const line = useRef<HTMLDivElement>(null);
  /** Where the reader was when it was said, or, if that is gone, before they came to it. */
  const cameFrom = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!line.current?.contains(activeElement)) cameFrom.current = activeElement;
  }, [notice]);

  function onFocusIn({ relatedTarget }: FocusEvent) {
    setHeld(true);
    const { current } = cameFrom;
    if (current?.isConnected && current !== document.body) return;
    const isInside =
      relatedTarget instanceof Node && line.current?.contains(relatedTarget);
    if (relatedTarget instanceof Element && !isInside) cameFrom.current = relatedTarget;
  }

  /** The line goes, and with it the button that has the focus: back to where the reader was. */
  function leave(act: () => void) {
    act();
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  }

  useEffect(() => {
    if (held || notice.tone === 'problem') return;
    const timer = setTimeout(onDismiss, STAYS);
    return () => clearTimeout(timer);
  }, [notice, held, onDismiss]);

  return (
    <div
      ref={line}
      class={`hw-notice-line hw-notice-${notice.tone}`}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={onFocusIn}
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
