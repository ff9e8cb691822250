import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clickOverlay,
  middleOf,
  waitForNoOverlay,
  waitForOverlay,
} from '../browsers/ask-probe';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitForDownload,
  waitForText,
  waitUntilMet,
} from '../browsers/drive-popup';
import { findWords, selectWords, waitForPaint } from '../browsers/read-page';
import { SAMPLE_PATHS } from '../sample-news/sample-site';

/** Kept by the tour beside its pictures. */
const NOTE = 'من رافقه في الموكب؟ أقارن بما قالته وكالات أخرى.';
const QUOTE = 'تحت حراسة مشددة';

/**
 * What a reader would try first, without one: opens the sample news at the
 * address, reads, marks, writes, reviews and exports, and leaves a picture of
 * each step in the folder. Calls `tell` before each.
 */
export async function takeTour(
  browser: BrowserDriver,
  site: string,
  folder: string,
  tell: (step: string) => void,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let pictures = 0;
  const picture = async (page: PageDriver, name: string) => {
    // What appears fades in, in a closed shadow root whose animations cannot be awaited.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const number = String(++pictures).padStart(2, '0');
    await page.screenshot(join(folder, `${number}-${name}.png`));
  };

  const page = await browser.newPage();
  tell('The index of the sample news');
  await page.goto(site + SAMPLE_PATHS.index);
  await picture(page, 'index');

  tell('An Arabic report: its names light up');
  await page.goto(site + SAMPLE_PATHS.arabic);
  await waitForPaint(page, 'بغداد');
  await picture(page, 'report');

  tell('A name under the pointer: who it is');
  await page.hover(middleOf(await findWords(page, 'برهم صالح')));
  await waitForOverlay(page, '.hw-card');
  await picture(page, 'card');
  await page.hover({ x: 4, y: 4 });
  await waitForNoOverlay(page, '.hw-card');

  tell('Words selected: a highlight or a note');
  await selectWords(page, QUOTE);
  await waitForOverlay(page, '.hw-bar');
  await picture(page, 'selection');
  await clickOverlay(page, '.hw-bar-note');
  await waitForOverlay(page, '.hw-editor textarea');
  await page.type(NOTE);
  await waitForOverlay(page, '.hw-saving svg');
  await picture(page, 'note');
  await page.press('Escape');

  tell('The popup: names, notes');
  const popup = await openPopup(browser, page);
  await popup.resize({ width: 400, height: 600 });
  await waitForText(popup, '.hw-entity-main', 'بغداد');
  await picture(popup, 'popup-names');
  await clickElement(popup, '#hw-tab-notes');
  await waitForText(popup, '.hw-note', QUOTE);
  await picture(popup, 'popup-notes');

  tell('The notes as files');
  await clickElement(popup, '.hw-popup-foot-row .hw-button');
  // One after the other: the buttons rest while a file is being made.
  for (const [button, ending] of ['.json', '.md'].entries()) {
    await clickElement(popup, '.hw-export-row .hw-button', button);
    const { name, text } = await waitForDownload(browser, ending);
    writeFileSync(join(folder, name), text);
  }
  await picture(popup, 'popup-export');
  await popup.close();

  tell('The report in another paper: a quiet line says so, and the popup why');
  await page.goto(site + SAMPLE_PATHS.copy);
  await waitForOverlay(page, '.hw-line-open');
  await picture(page, 'copy');
  const story = await openPopup(browser, page);
  await story.resize({ width: 400, height: 600 });
  await waitUntilMet(story);
  await picture(story, 'popup-story');
  await clickElement(story, '.hw-story-line');
  await clickElement(story, '.hw-why-open');
  await waitForText(story, '.hw-why-facts', '');
  await picture(story, 'popup-why');
  await story.close();
  await page.toFront();

  tell('A front page: nothing is painted');
  await page.goto(site + SAMPLE_PATHS.front);
  await picture(page, 'front-page');
}
