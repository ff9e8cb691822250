import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../icon/IconButton';
import { noticeActionText, noticeText } from '../overlay/notice-text';
import type { Notice } from '../overlay/overlay-view';
import { popoverMode, useTopLayer } from '../overlay/top-layer';
import { useMarginWords } from '../translation/translation-context';
import { type KeyCommand, readKey } from './read-key';

interface Props {
  heading: string;
  /** Takes the focus when shown, and when `focusKey` changes. */
  takesFocus: boolean;
  focusKey: string;
  notice: Notice | null;
  onClose: () => void;
  onEscape: () => void;
  /** Keys count only while the focus is in the panel. False: it had no use for the key. */
  onCommand: (command: KeyCommand) => boolean;
  children: ComponentChildren;
  /** Stays in sight, however long the rest is. */
  foot?: ComponentChildren;
}

const HEADING_ID = 'hw-panel-heading';

/** What the quiet line opens into: stays in its corner while the page is read, until it is closed. */
export function LinePanel(props: Props) {
  const { heading, takesFocus, focusKey, notice } = props;
  const { t } = useMarginWords();
  const panel = useRef<HTMLDivElement>(null);
  useTopLayer(panel);

  // Another subject takes the focus anew.
  useLayoutEffect(() => {
    if (takesFocus) panel.current?.focus({ preventScroll: true });
  }, [takesFocus, focusKey]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      props.onEscape();
      return;
    }
    const onControl =
      event.target instanceof Element && event.target.matches('button, a');
    const command = readKey(event, onControl);
    if (command !== null && props.onCommand(command)) event.preventDefault();
  }

  return (
    <div
      ref={panel}
      class="hw-panel"
      popover={popoverMode()}
      role="dialog"
      tabIndex={-1}
      aria-labelledby={HEADING_ID}
      onKeyDown={onKeyDown}
    >
      <header class="hw-panel-head">
        <h3 id={HEADING_ID}>{heading}</h3>
        <IconButton node={X} label={t('line.close')} onClick={props.onClose} />
      </header>
      <div class="hw-panel-body">{props.children}</div>
      {props.foot && <footer class="hw-panel-foot">{props.foot}</footer>}
      <PanelNotice notice={notice} />
    </div>
  );
}

/** Always there: speech follows what comes into it. */
function PanelNotice({ notice }: Pick<Props, 'notice'>) {
  const words = useMarginWords();
  const action = notice?.action;
  return (
    <p
      class={`hw-panel-notice hw-panel-notice-${notice?.tone ?? 'info'}`}
      role={notice?.tone === 'problem' ? 'alert' : 'status'}
    >
      {notice && <span>{noticeText(words, notice)}</span>}
      {action && (
        <button type="button" class="hw-link" onClick={action.run}>
          {noticeActionText(words, action.key)}
        </button>
      )}
    </p>
  );
}
