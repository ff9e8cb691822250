import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What an element's `popover` is to be: nothing where there are none (Chrome below 114). */
export function popoverMode(): 'manual' | undefined {
  return 'showPopover' in HTMLElement.prototype ? 'manual' : undefined;
}

/** Above every z-index and every dialog of the page, from the first drawing on; without popovers a z-index must do. */
export function useTopLayer(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!popoverMode() || !element?.isConnected) return;
    if (!element.matches(':popover-open')) element.showPopover();
  }, [ref]);
}
