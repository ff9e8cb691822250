import { browser } from 'wxt/browser';
import { openPanel } from '../popup/open-panel';

/** The name of the command in Chrome's manifest; Firefox has one of its own, and opens its sidebar itself. */
const COMMAND = 'open-panel';

export function openPanelByKey(): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) void openPanel(tab.id);
  });
}
