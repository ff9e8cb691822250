/**
 * On or off, per site and per page: one key of `browser.storage.local` each, so
 * that two tabs never overwrite each other's choice, and every context may
 * watch without asking the background. On is the absence of a key.
 */
import { browser } from 'wxt/browser';
import { watchKeys } from './watch-keys';

const SITE = 'off:site:';
const PAGE = 'off:page:';

export interface SwitchState {
  site: boolean;
  page: boolean;
}

/** The site of an address as the switch knows it: its host without `www.`. */
export function siteOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return siteKey(host);
}

/** `pageKey` is the article's address key (`core/article/normalise-url.ts`). */
export async function readSwitch(url: string, pageKey: string): Promise<SwitchState> {
  const site = SITE + siteOf(url);
  const page = PAGE + pageKey;
  const kept = await browser.storage.local.get([site, page]);
  return { site: kept[site] === undefined, page: kept[page] === undefined };
}

/** Whether Hawashi may read this page: neither its site nor the page is off. */
export async function isOn(url: string, pageKey: string): Promise<boolean> {
  const { site, page } = await readSwitch(url, pageKey);
  return site && page;
}

/** `host` with or without `www.`. */
export function setSiteOn(host: string, on: boolean): Promise<void> {
  return setOn(SITE + siteKey(host), on);
}

export function setPageOn(pageKey: string, on: boolean): Promise<void> {
  return setOn(PAGE + pageKey, on);
}

/** Calls `listener` after any switch was turned, here or in another context; ask {@link isOn} then. */
export function watchSwitch(listener: () => void, signal: AbortSignal): void {
  watchKeys((key) => key.startsWith(SITE) || key.startsWith(PAGE), listener, signal);
}

function siteKey(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

async function setOn(key: string, on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: true });
}
