import { browser } from 'wxt/browser';
import { readerFiles } from './reader-files';

/** After installing, the tabs already open are read too: the browser starts content scripts only in pages that load later. */
export function injectOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Not after an update: a reader of the old version may hold an unsaved draft.
    // But Firefox has ended all of those, and nobody would tell the reader.
    const isOver = import.meta.env.FIREFOX && reason === 'update';
    if (reason !== 'install' && !isOver) return;
    void injectInto(readerFiles().matches);
  });
}

/** A site just granted is read at once, also when asking for the grant closed the popup. */
export function injectOnGrant(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void injectInto(origins);
  });
}

async function injectInto(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  const { js, css } = readerFiles();
  const tabs = await browser.tabs
    .query({ url: matches, discarded: false })
    .catch(() => []);
  await Promise.all(
    tabs.map(async ({ id: tabId }) => {
      if (tabId === undefined) return;
      const target = { tabId };
      try {
        await browser.scripting.insertCSS({ target, files: css });
        await browser.scripting.executeScript({ target, files: js as never[] });
      } catch {
        // The page is one that no extension may read, or it is closing.
      }
    }),
  );
}
