import { X } from 'lucide';
import { useRef } from 'preact/hooks';
import { IconButton } from '../icon/IconButton';
import { useMarginWords } from '../translation/translation-context';
import { noticeActionText, noticeText } from './notice-text';
import type { Notice } from './overlay-view';
import { popoverMode, useTopLayer } from './top-layer';
import { useStay } from './use-stay';

/** Milliseconds that a notice stays: time enough to read it and to reach Undo. */
const STAYS = 8000;

interface Props {
  notice: Notice;
  onGone: () => void;
}

/** A short line at the foot of the page. Waits while the pointer or the focus is on it; a problem waits for the reader. */
export function NoticeBar({ notice, onGone }: Props) {
  const words = useMarginWords();
  const bar = useRef<HTMLDivElement>(null);
  const stay = useStay(notice.tone === 'problem' ? null : STAYS, notice, onGone);
  useTopLayer(bar);
  const { action } = notice;
  return (
    <div
      ref={bar}
      class={`hw-notice hw-notice-${notice.tone}`}
      popover={popoverMode()}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      {...stay}
    >
      <span>{noticeText(words, notice)}</span>
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
          {noticeActionText(words, action.key)}
        </button>
      )}
      <IconButton node={X} label={words.t('action.dismiss')} onClick={onGone} />
    </div>
  );
}
