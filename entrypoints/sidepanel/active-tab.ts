import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { chosenTab } from '../popup/tab-access';

/** The active tab of the panel's window; the one that the address names, for good. */
export async function followActiveTab(
  search: string,
  stop: AbortSignal,
): Promise<ReadonlySignal<number | null>> {
  const tab = signal(await chosenTab(search));
  if (new URLSearchParams(search).has('tab')) return tab;
  const { id: ownWindow } = await browser.windows.getCurrent();
  const onActivated = ({ tabId, windowId }: { tabId: number; windowId: number }) => {
    if (windowId === ownWindow) tab.value = tabId;
  };
  browser.tabs.onActivated.addListener(onActivated);
  stop.addEventListener('abort', () =>
    browser.tabs.onActivated.removeListener(onActivated),
  );
  return tab;
}
