import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import { clickElement, openPanel, openPopup, waitForText } from '../browsers/drive-popup';
import { waitForPaint } from '../browsers/read-page';

const POPUP = { width: 400, height: 600 };
const WIDTHS = { narrow: 280, usual: 380, wide: 600 };

/** The side panel in its parts and widths, and the popup, of an article that has many notes. */
export async function takePanelPictures(
  browser: BrowserDriver,
  article: { url: string; name: string },
  picture: (page: PageDriver, name: string) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(article.url);
  await waitForPaint(page, article.name);
  const panel = await openPanel(browser, page);
  await waitForText(panel, '.hw-strip title', '');
  for (const [width, pixels] of Object.entries(WIDTHS)) {
    await panel.resize({ width: pixels, height: 820 });
    await clickElement(panel, '#hw-tab-names');
    await picture(panel, `panel-names-${width}`);
    await clickElement(panel, '.hw-xray-toggle');
    await picture(panel, `panel-opened-${width}`);
    await clickElement(panel, '.hw-xray-toggle');
    await clickElement(panel, '#hw-tab-map');
    await panel.waitFor(
      () => document.querySelector('.hw-map-place') !== null,
      undefined,
      { what: 'the map' },
    );
    await picture(panel, `panel-map-${width}`);
    await clickElement(panel, '#hw-tab-notes');
    await picture(panel, `panel-notes-${width}`);
  }
  await panel.close();

  await page.toFront();
  const popup = await openPopup(browser, page);
  await popup.resize(POPUP);
  await clickElement(popup, '#hw-tab-notes');
  await waitForText(popup, '.hw-note', '');
  await picture(popup, 'popup-many-notes');
  await clickElement(popup, '.hw-popup-foot-row .hw-button');
  await clickElement(popup, '.hw-export summary');
  await waitForText(popup, '.hw-export-preview', '');
  await picture(popup, 'popup-export-choice');
  await popup.close();
  await page.close();
}
