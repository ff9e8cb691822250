import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tabIdOf } from './ask-probe';
import { type BrowserDriver, type PageDriver, poll } from './browser-driver';

/** The popup as a page of its own, speaking of the given page's tab. */
export async function openPopup(
  browser: BrowserDriver,
  page: PageDriver,
): Promise<PageDriver> {
  const popup = await browser.openExtensionPage(`popup.html?tab=${await tabIdOf(page)}`);
  await popup.waitFor(() => document.querySelector('.hw-popup') !== null, undefined, {
    what: 'the popup',
  });
  return popup;
}

/** The side panel as a page of its own, speaking of the given page's tab. */
export async function openPanel(
  browser: BrowserDriver,
  page: PageDriver,
): Promise<PageDriver> {
  const panel = await browser.openExtensionPage(
    `sidepanel.html?tab=${await tabIdOf(page)}`,
  );
  await panel.waitFor(() => document.querySelector('.hw-side') !== null, undefined, {
    what: 'the side panel',
  });
  return panel;
}

/** Waits until the article of which the popup speaks was compared with those read before. */
export async function waitUntilMet(popup: PageDriver): Promise<void> {
  await popup.waitFor(
    () => document.querySelector('.hw-story[aria-busy="false"]') !== null,
    undefined,
    { what: 'the article to be met' },
  );
}

/** Waits until the popup has closed itself: Firefox cannot bring another tab forward from one that is going. */
export async function waitUntilClosed(popup: PageDriver): Promise<void> {
  const isGone = () => popup.evaluate(() => false).catch((): boolean => true);
  await poll(isGone, { what: 'the popup to close itself' });
}

/** Clicks the element in the page's own script: extension pages need no pointer for it. */
export async function clickElement(
  page: PageDriver,
  selector: string,
  nth = 0,
): Promise<void> {
  await page.waitFor(
    ({ selector, nth }) => {
      const element = document.querySelectorAll<HTMLElement>(selector)[nth];
      // A click on a button that rests is a click on nothing.
      if (element === undefined || element.matches(':disabled, [aria-disabled="true"]'))
        return false;
      element.click();
      return true;
    },
    { selector, nth },
    { what: `${selector} to click` },
  );
}

/** More than any of our pages has stops. */
const MOST_STOPS = 150;

/**
 * Goes by Tab, forwards or backwards, until the focus is on an element that
 * fits, as a reader without a pointer.
 */
export async function tabTo(page: PageDriver, selector: string): Promise<void> {
  const look = (selector: string) => {
    const goal = document.querySelector(selector);
    const { activeElement } = document;
    if (goal === null) return null;
    if (activeElement?.matches(selector)) return 'there';
    const isBehind =
      activeElement !== null &&
      activeElement !== document.body &&
      goal.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBehind ? 'Shift+Tab' : 'Tab';
  };
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const key = await page.waitFor(look, selector, { what: selector });
    if (key === 'there') return;
    await page.press(key);
  }
  throw new Error(`no stop of Tab fits ${selector}`);
}

export function textsOf(page: PageDriver, selector: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map(
        (element) => element.textContent ?? '',
      ),
    selector,
  );
}

/** Waits until an element that fits the selector has the words, and gives its text. */
export function waitForText(
  page: PageDriver,
  selector: string,
  words: string,
): Promise<string> {
  return page.waitFor(
    ({ selector, words }) =>
      [...document.querySelectorAll(selector)]
        .map((element) => element.textContent ?? '')
        .find((text) => text.includes(words)) ?? null,
    { selector, words },
    { what: `"${words}" in ${selector}` },
  );
}

/** Sets the interface's language as the popup's own switch does. */
export async function chooseLanguage(
  browser: BrowserDriver,
  language: 'ar' | 'en',
): Promise<void> {
  const page = await browser.openExtensionPage('popup.html');
  await page.evaluate(async (language) => {
    const api = globalThis as unknown as Record<
      'browser' | 'chrome',
      { storage: { local: { set(values: object): Promise<void> } } } | undefined
    >;
    await (api.browser ?? api.chrome)?.storage.local.set({ 'ui-language': language });
  }, language);
  await page.close();
}

export interface Downloaded {
  name: string;
  text: string;
}

/** Waits for a download whose name ends so, and which is whole. */
export function waitForDownload(
  browser: BrowserDriver,
  ending: string,
): Promise<Downloaded> {
  const find = async () => {
    if (!existsSync(browser.downloadsDir)) return null;
    const name = readdirSync(browser.downloadsDir).find((file) => file.endsWith(ending));
    if (name === undefined) return null;
    const text = readFileSync(join(browser.downloadsDir, name), 'utf8');
    return text === '' ? null : { name, text };
  };
  return poll(find, { what: `a download ending in ${ending}` });
}
