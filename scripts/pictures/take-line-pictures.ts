import { clickOverlay, waitForNoOverlay, waitForOverlay } from '../browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import { openPopup, waitUntilMet } from '../browsers/drive-popup';
import { selectWords, waitForPaint } from '../browsers/read-page';
import { EDITION_PATHS, SAMPLE_PATHS } from '../sample-news/sample-site';

const SIZES = {
  wide: { width: 1280, height: 860 },
  narrow: { width: 360, height: 740 },
} as const;

/** In the Arabic report and in its copy. */
const MARKED = 'موكب صغير';
const QUOTE = 'حظر التجول';
const NOTE = 'متى رُفع الحظر؟';

/** Pictures of the line at the foot of a page, and of what it opens into. */
export async function takeLinePictures(
  browser: BrowserDriver,
  site: string,
  picture: (page: PageDriver, name: string) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(site + EDITION_PATHS.first);
  await page.goto(site + SAMPLE_PATHS.arabic);
  await writeNotes(page);
  await meet(browser, page);
  for (const [width, size] of Object.entries(SIZES)) {
    await page.resize(size);
    await page.goto(site + SAMPLE_PATHS.copy);
    await waitForOverlay(page, '.hw-line-open');
    await picture(page, `line-${width}`);
    await clickOverlay(page, '.hw-line-open');
    await waitForOverlay(page, '.hw-panel');
    await picture(page, `line-panel-${width}`);
    await clickOverlay(page, '.hw-kin [aria-expanded]');
    await waitForOverlay(page, '.hw-why-facts');
    await picture(page, `line-why-${width}`);
    await clickOverlay(page, '.hw-panel-row .hw-button-main');
    await waitForOverlay(page, '.hw-review');
    await picture(page, `review-${width}`);
    await page.press('a');
    await waitForOverlay(page, '.hw-panel-notice .hw-link');
    await picture(page, `review-kept-${width}`);
    await page.press('u');
    await waitForNoOverlay(page, '.hw-panel-notice .hw-link');
    await page.press('Escape');
  }
  await page.goto(site + EDITION_PATHS.second);
  for (const [width, size] of Object.entries(SIZES)) {
    await page.resize(size);
    await page.goto(site + SAMPLE_PATHS.arabic);
    await clickOverlay(page, '.hw-line-open');
    await clickOverlay(page, '.hw-panel-changes .hw-button');
    await waitForOverlay(page, '.hw-panel-before');
    await picture(page, `changes-${width}`);
    await page.goto(site + EDITION_PATHS.first);
  }
  await page.close();
}

async function writeNotes(page: PageDriver): Promise<void> {
  await waitForPaint(page, 'بغداد');
  await selectWords(page, MARKED);
  await clickOverlay(page, '.hw-bar .hw-swatch-green');
  await waitForOverlay(page, '.hw-notice');
  await selectWords(page, QUOTE);
  await clickOverlay(page, '.hw-bar-note');
  await waitForOverlay(page, '.hw-editor textarea');
  await page.type(NOTE);
  await waitForOverlay(page, '.hw-editor .hw-saving svg');
  await page.press('Escape');
}

async function meet(browser: BrowserDriver, page: PageDriver): Promise<void> {
  const popup = await openPopup(browser, page);
  await waitUntilMet(popup);
  await popup.close();
  await page.toFront();
}
