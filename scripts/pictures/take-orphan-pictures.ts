import { clickOverlay, middleOf, waitForOverlay } from '../browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import { clickElement, openPopup, waitForText } from '../browsers/drive-popup';
import { findWords, selectWords, waitForPaint } from '../browsers/read-page';
import { EDITION_PATHS, SAMPLE_PATHS } from '../sample-news/sample-site';

/** In the paragraph that the second edition does not have. */
const GONE = 'قاعدة القيارة';
const EDITED = 'أكثر من مئة جندي';
const EDITED_NOW = '109 جنود';
const ELSEWHERE = 'موكب صغير';

/** Pictures of notes whose words have changed or gone, in the page and in the popup. */
export async function takeOrphanPictures(
  browser: BrowserDriver,
  site: string,
  picture: (page: PageDriver, name: string) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.resize({ width: 1100, height: 820 });
  await read(page, site, 'first');
  for (const words of [GONE, EDITED]) {
    await selectWords(page, words);
    await clickOverlay(page, '.hw-bar .hw-swatch-blue');
    await waitForPaint(page, words);
  }
  await read(page, site, 'second');
  await waitForPaint(page, EDITED_NOW);
  await page.click(middleOf(await findWords(page, EDITED_NOW)));
  await waitForOverlay(page, '.hw-place');
  await picture(page, 'place-changed');
  await page.press('Escape');

  const popup = await openPopup(browser, page);
  await popup.resize({ width: 400, height: 600 });
  await clickElement(popup, '#hw-tab-notes');
  await waitForText(popup, '.hw-anchor', '');
  await popup.evaluate(() =>
    document.querySelector('.hw-anchor')?.scrollIntoView({ block: 'center' }),
  );
  await picture(popup, 'popup-places');
  await popup.close();
  await page.toFront();

  await clickOverlay(page, '.hw-line-open');
  await clickOverlay(page, '.hw-lost summary');
  await picture(page, 'orphans-listed');
  await clickOverlay(page, '.hw-lost-note');
  await waitForOverlay(page, '.hw-review');
  await picture(page, 'orphan');
  await page.press('a');
  await waitForOverlay(page, '.hw-review-task');
  await selectWords(page, ELSEWHERE);
  await waitForOverlay(page, '.hw-bar');
  await picture(page, 'orphan-relink');
  await page.resize({ width: 360, height: 740 });
  await picture(page, 'orphan-relink-narrow');
  await page.close();
}

async function read(
  page: PageDriver,
  site: string,
  edition: keyof typeof EDITION_PATHS,
): Promise<void> {
  await page.goto(site + EDITION_PATHS[edition]);
  await page.goto(site + SAMPLE_PATHS.arabic);
  await waitForPaint(page, 'بغداد');
}
