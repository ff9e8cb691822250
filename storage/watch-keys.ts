import { browser } from 'wxt/browser';

/** Calls `listener` after a change of a key of `storage.local` that `concerns` us. */
export function watchKeys(
  concerns: (key: string) => boolean,
  listener: () => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && Object.keys(changes).some(concerns)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener(
    'abort',
    () => browser.storage.onChanged.removeListener(onChanged),
    { once: true },
  );
}
