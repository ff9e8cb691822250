/** The tab that the popup speaks of, and what it may do there. */
import { browser } from 'wxt/browser';

export interface TabFacts {
  /** Null where the browser does not tell: a page that no extension may read. */
  url: URL | null;
  loading: boolean;
}

/** Null when there is no tab at all. */
export async function chosenTab(search: string): Promise<number | null> {
  const given = new URLSearchParams(search).get('tab');
  if (given !== null && /^\d+$/.test(given)) return Number(given);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Whether the tab is in a private window. */
export async function isPrivateTab(tabId: number | null): Promise<boolean> {
  if (tabId === null) return false;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.incognito === true;
}

export async function readTab(tabId: number): Promise<TabFacts | null> {
  try {
    const { url, status } = await browser.tabs.get(tabId);
    return {
      url: url !== undefined && URL.canParse(url) ? new URL(url) : null,
      loading: status === 'loading',
    };
  } catch {
    return null;
  }
}

export function isWebPage(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/** The pattern to ask for, for good: this host, both schemes, no other host. */
function patternOf(url: URL): string {
  return `*://${url.hostname}/*`;
}

export async function mayRead(url: URL): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [patternOf(url)] });
  } catch {
    return false;
  }
}

/** Straight from a click, with nothing awaited before: else the browser refuses to ask. */
export function askToRead(url: URL): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(url)] });
}

/** Starts the reader in the tab, as the manifest would; false where the browser forbids it. */
export async function injectReader(tabId: number): Promise<boolean> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, files: script?.css ?? [] });
    const files = (script?.js ?? []) as never[];
    await browser.scripting.executeScript({ target, files });
    return true;
  } catch {
    return false;
  }
}

export async function reloadTab(tabId: number): Promise<void> {
  try {
    await browser.tabs.reload(tabId);
  } catch {
    // The tab was closed meanwhile: the next look says so.
  }
}
