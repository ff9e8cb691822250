import { render } from 'preact';
import {
  createMarginTranslator,
  type MarginTranslator,
  type UiLanguage,
} from '@/locales/translate';
import { undoKey } from '../control/undo-key';
import { Line } from '../line/Line';
import type { LineActions, LineView } from '../line/line-view';
import { MarginWords } from '../translation/translation-context';
import { containEvents } from './contain-events';
import { EntityCard } from './EntityCard';
import { NoteEditor } from './NoteEditor';
import { NoticeBar } from './NoticeBar';
import styles from './overlay.css?inline';
import type { Notice, OverlayActions, OverlayView } from './overlay-view';
import { SelectionBar } from './SelectionBar';
import { focusableIn } from './trap-focus';

export interface OverlayHandle {
  show(view: OverlayView): void;
  notify(notice: Notice | null): void;
  /** The line at the foot of the page, or what it was opened into, stands beside what `show` shows. */
  showLine(line: LineView | null): void;
  setLanguage(lang: UiLanguage): void;
  isShowing(): OverlayView['type'];
  /** Puts the focus into what is shown, for the reader who works by keyboard; false when there is nothing. */
  focus(): boolean;
  /** Takes everything out of the root again. */
  destroy(): void;
}

/**
 * Puts the overlay into a shadow root. The caller owns the host element
 * (`all: initial`); everything else (language, direction, colours, fonts) is set here.
 * A `<style>` and no constructed sheet: Firefox does not let a content script adopt
 * one (https://bugzilla.mozilla.org/1928865). Its words are set by `textContent`,
 * which the page's content security policy lets a content script do.
 */
export function mountOverlay(
  root: ShadowRoot,
  options: {
    lang: UiLanguage;
    actions: OverlayActions;
    lineActions: LineActions;
    /** The page is in a private window: the editor says what that means for notes. */
    isPrivate?: boolean;
  },
): OverlayHandle {
  const { actions, lineActions, isPrivate = false } = options;
  let translator = createMarginTranslator(options.lang);
  let view: OverlayView = { type: 'none' };
  let notice: Notice | null = null;
  let line: LineView | null = null;
  /** What of the page had the focus before something here took it. */
  let focusBefore: Element | null = null;

  const style = document.createElement('style');
  style.textContent = styles;
  const surface = document.createElement('div');
  root.append(style, surface);
  const stop = new AbortController();
  containEvents(surface, stop.signal);
  surface.addEventListener(
    'keydown',
    (event) => {
      const key = undoKey(event, event.target);
      if (key !== null && actions.undo(key)) event.preventDefault();
    },
    { signal: stop.signal },
  );
  surface.addEventListener(
    'focusin',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && !surface.contains(relatedTarget))
        focusBefore = relatedTarget;
    },
    { signal: stop.signal },
  );

  const dropNotice = () => {
    notice = null;
    draw();
  };

  function draw() {
    surface.className = 'hw';
    surface.lang = translator.lang;
    surface.dir = translator.direction;
    render(
      <Overlay
        {...{ translator, view, notice, line, actions, lineActions, isPrivate }}
        onNoticeGone={dropNotice}
      />,
      surface,
    );
  }

  return {
    show(next) {
      view = next;
      redraw();
    },
    showLine(next) {
      const goesToText = next?.review.isPlacing && !line?.review.isPlacing;
      line = next;
      redraw();
      if (goesToText) leave();
    },
    notify(next) {
      notice = next;
      draw();
    },
    setLanguage(lang) {
      if (lang === translator.lang) return;
      translator = createMarginTranslator(lang);
      draw();
    },
    isShowing: () => view.type,
    focus() {
      const box = surface.querySelector<HTMLElement>('.hw-box');
      if (!box) return false;
      (focusableIn(box)[0] ?? box).focus({ preventScroll: true });
      return true;
    },
    destroy() {
      const hadFocus = root.activeElement !== null;
      stop.abort();
      render(null, surface);
      style.remove();
      surface.remove();
      if (hadFocus) giveBack();
    },
  };

  /** Who was on a button that goes stays in its panel, or goes on writing, or goes on where they were before. */
  function redraw() {
    const before = root.activeElement;
    const room = before?.closest<HTMLElement>('.hw-panel, .hw-editor');
    draw();
    if (before === null || root.activeElement !== null) return;
    if (room?.isConnected)
      (room.querySelector('textarea') ?? room).focus({ preventScroll: true });
    else giveBack();
  }

  /** Words of the page are to be selected, by keys too. */
  function leave() {
    if (!(root.activeElement instanceof HTMLElement)) return;
    root.activeElement.blur();
    giveBack();
  }

  function giveBack() {
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected) {
      focusBefore.focus({ preventScroll: true });
    }
    focusBefore = null;
  }
}

interface Props {
  translator: MarginTranslator;
  view: OverlayView;
  notice: Notice | null;
  line: LineView | null;
  actions: OverlayActions;
  lineActions: LineActions;
  isPrivate: boolean;
  onNoticeGone: () => void;
}

function Overlay(props: Props) {
  const { translator, view, notice, line, actions } = props;
  return (
    <MarginWords.Provider value={translator}>
      {line && <Line view={line} actions={props.lineActions} />}
      {view.type === 'entity-card' && <EntityCard view={view} actions={actions} />}
      {view.type === 'selection-bar' && <SelectionBar view={view} actions={actions} />}
      {view.type === 'note-editor' && (
        <NoteEditor
          key={view.noteId}
          view={view}
          isPrivate={props.isPrivate}
          actions={actions}
        />
      )}
      {notice && <NoticeBar notice={notice} onGone={props.onNoticeGone} />}
    </MarginWords.Provider>
  );
}
