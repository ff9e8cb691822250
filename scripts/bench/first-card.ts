/** From the pointer to the first card of a page, the margin's code still to come. */
import { middleOf } from '../browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import { findWords, waitForPaint } from '../browsers/read-page';

export interface FirstCard {
  address: string;
  /** A name on it. */
  name: string;
  how: 'rest' | 'press';
  /** Once the page is painted, before the pointer has moved. */
  before(): Promise<void>;
}

/** Milliseconds from the pointer's last move, or its release, to the element that holds the card. */
export async function timeFirstCard(
  browser: BrowserDriver,
  { address, name, how, before }: FirstCard,
): Promise<number> {
  // A new one each time: a pointer that was there before would have brought the margin.
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await waitForPaint(page, name);
    const point = middleOf(await findWords(page, name));
    await watchForCard(page, how === 'rest' ? 'pointermove' : 'pointerup');
    await before();
    await (how === 'rest' ? page.hover(point) : page.click(point));
    return await page.waitFor(
      () => (globalThis as { cardAfter?: number }).cardAfter,
      undefined,
      { what: 'the first card' },
    );
  } finally {
    await page.close();
  }
}

function watchForCard(page: PageDriver, asking: string): Promise<void> {
  return page.evaluate((asking) => {
    let askedAt = 0;
    document.addEventListener(
      asking,
      ({ timeStamp }) => {
        askedAt = timeStamp;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const cardAfter = performance.now() - askedAt;
      Object.assign(globalThis, { cardAfter });
    }).observe(document.documentElement, { childList: true });
  }, asking);
}
