import type { KeyInput, Page } from 'puppeteer-core';
import { evaluateWith, type PageDriver, poll } from './browser-driver';

/** `goto` of a `moz-extension://` page never settles: start it and ask the page itself. */
export async function openByAddress(page: Page, url: string): Promise<void> {
  void page.goto(url).catch(() => {});
  await poll(
    () =>
      page.evaluate(
        `location.href === ${JSON.stringify(new URL(url).href)} && document.readyState !== 'loading'`,
      ),
    { what: `the page ${url}` },
  );
}

export function drivePuppeteerPage(page: Page): Omit<PageDriver, 'crash'> {
  return {
    ...evaluateWith((source) => page.evaluate(source)),
    url: () => page.url(),
    async goto(url) {
      if (url.startsWith('moz-extension:')) await openByAddress(page, url);
      else await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    async reload() {
      if (page.url().startsWith('moz-extension:')) await openByAddress(page, page.url());
      else await page.reload({ waitUntil: 'domcontentloaded' });
    },
    hover: ({ x, y }) => page.mouse.move(x, y),
    async click({ x, y }) {
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    },
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const share of [0.25, 0.5, 0.75, 1]) {
        await page.mouse.move(
          from.x + (to.x - from.x) * share,
          from.y + (to.y - from.y) * share,
        );
      }
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    async press(key) {
      const [, held, plain = key] = /^(Control|Shift)\+(.+)$/.exec(key) ?? [];
      if (held) await page.keyboard.down(held as KeyInput);
      await page.keyboard.press(plain as KeyInput);
      if (held) await page.keyboard.up(held as KeyInput);
    },
    async screenshot(path, clip) {
      await page.screenshot({
        path: path as `${string}.png`,
        ...(clip ? { clip } : {}),
      });
    },
    resize: (size) => page.setViewport(size),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
