import { undoKey } from '@/components/control/undo-key';
import type { OverlayStage } from '@/components/overlay/overlay-stage';
import { watchPointer } from '@/page/pointer/watch-pointer';
import type { Under } from '@/page/reader-ports';
import { hitsAt, type Reading } from '@/page/reading';
import { watchSelection } from '@/page/selection/watch-selection';
import type { StoryLine } from './line/story-line';
import type { OverlayHost } from './overlay-host';

interface Ports {
  document: Document;
  reading(): Reading | null;
  overlay: OverlayHost;
  stage: OverlayStage;
  line: StoryLine;
  /** The pointer rests on something of ours in the text, or has left it. */
  onHover(under: Under | null): void;
  onPress(under: Under | null): void;
  onSelection(selection: Selection | null): void;
  /** Of what was done to notes; false when there is nothing. */
  undo(which: 'undo' | 'redo'): boolean;
}

/** What goes before every card and every bar, mostly by a quarter of a second. */
const SIGNS_OF_NEED = ['pointermove', 'pointerdown', 'selectionchange'] as const;

/** What the reader does with pointer, keys and scrolling, told to the stage and the margin. */
export function watchGestures(ports: Ports, signal: AbortSignal): void {
  const { document, reading, overlay, stage, line } = ports;

  function onKey(event: KeyboardEvent): void {
    const undo = event.defaultPrevented ? null : undoKey(event, document.activeElement);
    if (undo !== null && ports.undo(undo)) event.preventDefault();
    if (event.key === 'Escape' && !event.isComposing) {
      // One thing at a time, the latest first.
      if (stage.view().type === 'none') line.escape();
      else stage.dismiss();
    }
    // The bar is the next stop after the selection, for who works by keyboard.
    const isTab = event.key === 'Tab' && !event.shiftKey;
    if (!isTab || stage.view().type !== 'selection-bar' || !isInSelection()) return;
    if (overlay.focus()) event.preventDefault();
  }

  /** The focus is where the selection is: in the text, and on nothing in it. */
  function isInSelection(): boolean {
    const { activeElement } = document;
    const at = document.getSelection()?.focusNode ?? null;
    return activeElement === null || (at !== null && activeElement.contains(at));
  }

  watchPointer<Under>(
    document,
    {
      hitTest(x, y) {
        const current = reading();
        return current && hitsAt(document, current, x, y);
      },
      isOurs: overlay.isOurs,
      onHover: ports.onHover,
      onPress: ports.onPress,
    },
    signal,
  );
  watchSelection(document, ports.onSelection, signal);
  document.addEventListener('keydown', onKey, { signal });
  const passive = { signal, capture: true, passive: true };
  document.addEventListener('scroll', () => stage.scrolled(innerHeight), passive);
  for (const sign of SIGNS_OF_NEED)
    document.addEventListener(sign, () => reading() && overlay.prepare(), passive);
}
