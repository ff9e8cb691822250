import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clickOverlay, middleOf, waitForOverlay } from '../browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitForText,
  waitUntilMet,
} from '../browsers/drive-popup';
import { findWords, selectWords, waitForPaint } from '../browsers/read-page';
import { SAMPLE_PATHS } from '../sample-news/sample-site';
import { takeLibraryPictures } from './take-library-pictures';
import { takeLinePictures } from './take-line-pictures';
import { takeOrphanPictures } from './take-orphan-pictures';
import { takePanelPictures } from './take-panel-pictures';

const LISTED = 'http://www.aljazeera.net';
const UNLISTED = 'http://news-of-nowhere.example';
const POPUP = { width: 400, height: 600 };
/** Milliseconds: what appears, appears gently. */
const SETTLE = 350;

interface Texts {
  report: string;
  name: string;
  marked: string;
  quote: string;
  note: string;
}

const TEXTS: Record<'ar' | 'en', Texts> = {
  ar: {
    report: SAMPLE_PATHS.arabic,
    name: 'إسماعيل قاآني',
    marked: 'موكب صغير',
    quote: 'تحت حراسة مشددة',
    note: 'من رافقه في الموكب؟ أقارن بما قالته وكالات أخرى.',
  },
  en: {
    report: SAMPLE_PATHS.english,
    name: 'Esmail Qaani',
    marked: 'small convoy',
    quote: 'under heavy guard',
    note: 'Who was with him in the convoy? Compare with the other agencies.',
  },
};

/** Pictures of every surface in its states, in one language and colour scheme. */
export async function takePictures(
  browser: BrowserDriver,
  language: 'ar' | 'en',
  folder: string,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = TEXTS[language];
  const picture = async (page: PageDriver, name: string) => {
    await settle();
    await page.screenshot(join(folder, `${name}.png`));
  };
  const page = await browser.newPage();
  const pictureOfPopup = async (
    name: string,
    prepare?: (popup: PageDriver) => unknown,
  ) => {
    const popup = await openPopup(browser, page);
    await popup.resize(POPUP);
    await prepare?.(popup);
    await picture(popup, name);
    await popup.close();
    await page.toFront();
  };

  await page.goto(LISTED + texts.report);
  await waitForPaint(page, texts.name);
  await picture(page, 'article');
  await page.hover(middleOf(await findWords(page, texts.name)));
  await waitForOverlay(page, '.hw-card');
  await picture(page, 'card-hover');
  await page.click(middleOf(await findWords(page, texts.name)));
  await picture(page, 'card-pinned');
  await page.press('Escape');
  await selectWords(page, texts.marked);
  await waitForOverlay(page, '.hw-bar');
  await picture(page, 'selection-bar');
  await clickOverlay(page, '.hw-bar .hw-swatch-green');
  await waitForOverlay(page, '.hw-notice');
  await picture(page, 'notice');
  await selectWords(page, texts.quote);
  await clickOverlay(page, '.hw-bar-note');
  await waitForOverlay(page, '.hw-editor textarea');
  await page.type(texts.note);
  await waitForOverlay(page, '.hw-editor .hw-saving svg');
  await picture(page, 'editor');
  await page.press('Escape');
  await takeEarlierWords(page, texts.quote, picture);

  await pictureOfPopup('popup-names', (popup) =>
    waitForText(popup, '.hw-entity-main', ''),
  );
  await pictureOfPopup('popup-notes', async (popup) => {
    await clickElement(popup, '#hw-tab-notes');
    await waitForText(popup, '.hw-note', texts.quote);
  });
  await pictureOfPopup('popup-edit', async (popup) => {
    await clickElement(popup, '#hw-tab-notes');
    await clickElement(popup, '.hw-note-edit button');
  });
  await pictureOfPopup('popup-deleted', async (popup) => {
    await clickElement(popup, '#hw-tab-notes');
    await clickElement(popup, '.hw-note-edit button', 1);
    await waitForText(popup, '.hw-notice-line', '');
  });
  await pictureOfPopup('popup-export', (popup) =>
    clickElement(popup, '.hw-popup-foot-row .hw-button'),
  );
  await pictureOfPopup('popup-off', async (popup) => {
    await clickElement(popup, '.hw-switch', 0);
    await waitForText(popup, '.hw-state-off', '');
  });
  await pictureOfPopup('popup-on-again', (popup) => clickElement(popup, '.hw-switch', 0));

  await page.goto(LISTED + SAMPLE_PATHS.unrelated);
  await pictureOfPopup('popup-no-story', waitUntilMet);
  await page.goto(LISTED + SAMPLE_PATHS.arabic);
  await pictureOfPopup('popup-read-before', waitUntilMet);
  await page.goto(LISTED + SAMPLE_PATHS.copy);
  await pictureOfPopup('popup-story', waitUntilMet);
  await pictureOfPopup('popup-why', async (popup) => {
    await clickElement(popup, '.hw-story-line');
    await clickElement(popup, '.hw-why-open');
    await waitForText(popup, '.hw-why-facts', '');
  });
  await pictureOfPopup('popup-history', (popup) =>
    clickElement(popup, '.hw-popup-foot .hw-icon-button'),
  );

  await page.goto(`${LISTED}${texts.report}?theme=dark`);
  await waitForPaint(page, texts.name);
  await picture(page, 'article-dark-ground');
  await page.goto(`${LISTED}${texts.report}?theme=light`);
  await waitForPaint(page, texts.name);
  await picture(page, 'article-light-ground');
  await page.resize({ width: 390, height: 780 });
  await page.click(middleOf(await findWords(page, texts.name)));
  await waitForOverlay(page, '.hw-card');
  await picture(page, 'card-narrow');
  await page.press('Escape');
  await page.resize({ width: 1100, height: 820 });

  await page.goto(LISTED + SAMPLE_PATHS.front);
  await pictureOfPopup('popup-not-article', (popup) =>
    waitForText(popup, '.hw-state-not-article', ''),
  );
  // Without a click on its icon the extension may not even know the address here.
  await page.goto(UNLISTED + texts.report);
  await pictureOfPopup('popup-forbidden');
  await page.close();
  const read = { url: LISTED + texts.report, name: texts.name };
  await takeLinePictures(browser, LISTED, picture);
  await takeOrphanPictures(browser, LISTED, picture);
  await takeLibraryPictures(browser, { site: LISTED, language }, picture);
  await takePanelPictures(browser, read, picture);
}

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE));

/** A note that was written anew, with its earlier words, while another tab writes it, too. */
async function takeEarlierWords(
  page: PageDriver,
  quote: string,
  picture: (page: PageDriver, name: string) => Promise<void>,
): Promise<void> {
  const open = async () => {
    await page.click(middleOf(await findWords(page, quote)));
    await waitForOverlay(page, '.hw-editor textarea');
  };
  await open();
  await page.press('Control+a');
  await page.type('…');
  await waitForOverlay(page, '.hw-editor .hw-saving svg');
  await page.press('Escape');
  await open();
  await waitForOverlay(page, '.hw-earlier summary');
  // The earlier words make the box longer, and it finds another place.
  await settle();
  await clickOverlay(page, '.hw-earlier summary');
  await waitForOverlay(page, '.hw-earlier[open]');
  await picture(page, 'editor-earlier');
  await clickOverlay(page, '.hw-earlier .hw-link');
  await waitForOverlay(page, '.hw-editor .hw-saving svg');
  await page.press('Escape');
}
