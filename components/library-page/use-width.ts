import { useLayoutEffect, useState } from 'preact/hooks';

/** CSS pixels of an element without padding, followed as it changes; a phone's until it is known. */
export function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    if (!element.current) return;
    // Before the first paint: the observer reports after it.
    setWidth(element.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
