/**
 * What happens inside the overlay is none of the page's business: its
 * single-key shortcuts must not fire while a note is written, its modals must
 * not take the focus back, its drag handlers must not see a click on a card.
 * A capturing listener that the page put on `window` before us still sees the
 * event (with the host as its target); nothing can prevent that.
 */
const CONTAINED = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'touchstart',
  'touchmove',
  'touchend',
  'wheel',
  'dragstart',
  'dragover',
  'drop',
  'focusin',
  'focusout',
  'selectstart',
] as const;

export function containEvents(root: EventTarget, signal: AbortSignal): void {
  for (const type of CONTAINED)
    root.addEventListener(type, (event) => event.stopPropagation(), {
      signal,
      // Never cancels scrolling, so the browser need not wait for it.
      passive: true,
    });
}
