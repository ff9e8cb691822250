import { tabIdOf } from '@/scripts/browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '@/scripts/browsers/browser-driver';

interface ExtensionApi {
  action: {
    getBadgeText(details: { tabId: number }): Promise<string>;
    getTitle(details: { tabId: number }): Promise<string>;
  };
  runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void };
}

/** What the icon in the toolbar says of the page. */
export async function readBadge(
  browser: BrowserDriver,
  page: PageDriver,
): Promise<{ text: string; title: string }> {
  const tabId = await tabIdOf(page);
  return inExtension(browser, async (own) =>
    own.evaluate(async (tabId) => {
      const api = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
      const { action } = api.browser ?? api.chrome;
      return {
        text: await action.getBadgeText({ tabId }),
        title: await action.getTitle({ tabId }),
      };
    }, tabId),
  );
}

/** A message to the background, as one of our own pages would send it. */
export async function tellBackground(
  browser: BrowserDriver,
  name: string,
  request: object,
): Promise<unknown> {
  return inExtension(browser, (own) =>
    own.evaluate(
      async (message) => {
        const api = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
        return (api.browser ?? api.chrome).runtime.sendMessage(message);
      },
      { hawashi: 1, name, request },
    ),
  );
}

/** Ends the extension and starts it again, as an update does; its pages close. */
export async function restartExtension(browser: BrowserDriver): Promise<void> {
  const own = await browser.openExtensionPage('popup.html');
  await own.evaluate(() => {
    const api = globalThis as unknown as Record<'browser' | 'chrome', ExtensionApi>;
    // After the answer to this.
    setTimeout(() => (api.browser ?? api.chrome).runtime.reload(), 50);
    return true;
  });
  // It has no sign of its own; a second is far more than it takes.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}

/** In a page of the extension, closed afterwards. */
export async function inExtension<T>(
  browser: BrowserDriver,
  ask: (own: PageDriver) => Promise<T>,
): Promise<T> {
  const own = await browser.openExtensionPage('popup.html');
  try {
    return await ask(own);
  } finally {
    await own.close();
  }
}
