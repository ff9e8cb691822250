import { render } from 'preact';
import {
  createMarginTranslator,
  type MarginTranslator,
  type UiLanguage,
} from '@/locales/translate';
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
  options: { lang: UiLanguage; actions: OverlayActions },
): OverlayHandle {
  const { actions } = options;
  let translator = createMarginTranslator(options.lang);
  let view: OverlayView = { type: 'none' };
  let notice: Notice | null = null;
  let focusBefore: Element | null = null;

  const style = document.createElement('style');
  style.textContent = styles;
  const surface = document.createElement('div');
  root.append(style, surface);
  const stop = new AbortController();
  containEvents(surface, stop.signal);

  const dropNotice = () => {
    notice = null;
    draw();
  };

  function draw() {
    surface.className = 'hw';
    surface.lang = translator.lang;
    surface.dir = translator.direction;
    render(
      <Overlay {...{ translator, view, notice, actions, onNoticeGone: dropNotice }} />,
      surface,
    );
  }

  return {
    show(next) {
      const hadFocus = root.activeElement !== null;
      if (takesFocus(next) && !takesFocus(view)) {
        if (!hadFocus) focusBefore = document.activeElement;
      }
      view = next;
      draw();
      if (!takesFocus(next) && hadFocus && root.activeElement === null) giveBack();
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
      if (!focusBefore && root.activeElement === null)
        focusBefore = document.activeElement;
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

  /** The reader goes on where they were before the card or the editor took the focus. */
  function giveBack() {
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected) {
      focusBefore.focus({ preventScroll: true });
    }
    focusBefore = null;
  }
}

function takesFocus(view: OverlayView): boolean {
  return view.type === 'note-editor' || (view.type === 'entity-card' && view.pinned);
}

interface Props {
  translator: MarginTranslator;
  view: OverlayView;
  notice: Notice | null;
  actions: OverlayActions;
  onNoticeGone: () => void;
}

function Overlay({ translator, view, notice, actions, onNoticeGone }: Props) {
  return (
    <MarginWords.Provider value={translator}>
      {view.type === 'entity-card' && <EntityCard view={view} actions={actions} />}
      {view.type === 'selection-bar' && <SelectionBar view={view} actions={actions} />}
      {view.type === 'note-editor' && (
        <NoteEditor key={view.noteId} view={view} actions={actions} />
      )}
      {notice && <NoticeBar notice={notice} onGone={onNoticeGone} />}
    </MarginWords.Provider>
  );
}
