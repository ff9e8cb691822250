import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a list whose row goes away under it: whoever removes row
 * `index` by a button that fits `selector` says so with the function given
 * back, and when the row has gone the button of the row in its place has the focus.
 */
export function useFocusAfterLeaving(
  list: RefObject<HTMLElement | null>,
  selector: string,
  rows: readonly unknown[],
): (index: number) => void {
  const leaving = useRef<number | null>(null);
  useLayoutEffect(() => {
    const index = leaving.current;
    // Whoever has moved on meanwhile is left where they are.
    if (index === null || document.activeElement !== document.body) return;
    leaving.current = null;
    const buttons = list.current?.querySelectorAll<HTMLElement>(selector) ?? [];
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  }, [list, selector, rows]);
  return (index) => {
    leaving.current = index;
  };
}
