import { browser } from 'wxt/browser';

/** To write files by ourselves. Must be called straight from a click: the browser asks the reader only then. */
export async function askForDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] }).catch(() => false);
}
