import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../icon/IconButton';
import { useMarginWords } from '../translation/translation-context';
import { showOnTop } from './OverlayBox';
import type { Notice } from './overlay-view';

/** Milliseconds that a notice stays: time enough to read it and to reach Undo. */
const STAYS = 8000;

interface Props {
  notice: Notice;
  onGone: () => void;
}

/** A short line at the foot of the page. Waits while the pointer or the focus is on it; a problem waits for the reader. */
export function NoticeBar({ notice, onGone }: Props) {
  const translator = useMarginWords();
  const { t, lookUp } = translator;
  const bar = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);

  useLayoutEffect(() => {
    if (bar.current) showOnTop(bar.current);
  }, []);

  useEffect(() => {
    if (held || notice.tone === 'problem') return;
    const timer = setTimeout(onGone, STAYS);
    return () => clearTimeout(timer);
  }, [held, notice, onGone]);

  const { action } = notice;
  return (
    <div
      ref={bar}
      class={`hw-notice hw-notice-${notice.tone}`}
      popover={'showPopover' in HTMLElement.prototype ? 'manual' : undefined}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>
        {lookUp(`notice.${notice.key}`) ??
          lookUp(`failure.${notice.key}`) ??
          t('failure.unexpected')}
      </span>
      {action && (
        <button
          type="button"
          class="hw-notice-action"
          onClick={() => {
            // In this order: what it does may bring a notice of its own.
            onGone();
            action.run();
          }}
        >
          {lookUp(`action.${action.key}`) ?? action.key}
        </button>
      )}
      <IconButton node={X} label={t('action.dismiss')} onClick={onGone} />
    </div>
  );
}
