import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitForText,
  waitUntilMet,
} from '../browsers/drive-popup';
import { SAMPLE_PATHS } from '../sample-news/sample-site';

const SIZES = {
  wide: { width: 1280, height: 860 },
  narrow: { width: 360, height: 780 },
} as const;

/** Pictures of the library, of what is read here and was read before. */
export async function takeStoryPictures(
  browser: BrowserDriver,
  site: string,
  picture: (page: PageDriver, name: string) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  for (const path of [
    SAMPLE_PATHS.arabic,
    SAMPLE_PATHS.sameStory,
    SAMPLE_PATHS.sameStoryEnglish,
    SAMPLE_PATHS.related,
  ]) {
    await page.goto(site + path);
    const popup = await openPopup(browser, page);
    await waitUntilMet(popup);
    await popup.close();
  }
  await page.close();

  for (const [width, size] of Object.entries(SIZES)) {
    const stories = await browser.openExtensionPage('library.html#stories');
    await stories.resize(size);
    await waitForText(stories, '.hw-stories', '');
    await picture(stories, `stories-${width}`);
    await clickElement(stories, '.hw-story-row a');
    await waitForText(stories, '.hw-member', '');
    await picture(stories, `story-${width}`);
    await clickElement(stories, '.hw-why-open');
    await waitForText(stories, '.hw-why-facts', '');
    await picture(stories, `story-why-${width}`);
    await clickElement(stories, '.hw-why-open');
    await stories.evaluate(() =>
      document.querySelector<HTMLElement>('.hw-timeline-column')?.focus(),
    );
    await picture(stories, `story-timeline-${width}`);
    await clickElement(stories, '.hw-page-nav a[href="#history"]');
    await waitForText(stories, '.hw-history', '');
    await clickElement(stories, '.hw-ask-first button');
    await picture(stories, `history-${width}`);
    await clickElement(stories, '.hw-page-nav a[href="#calendar"]');
    await clickElement(stories, '.hw-calendar [aria-current="date"]');
    await waitForText(stories, '.hw-calendar-article', '');
    await picture(stories, `calendar-${width}`);
    await clickElement(stories, '.hw-page-nav a[href="#trash"]');
    await waitForText(stories, '.hw-trashed', '');
    await clickElement(stories, '.hw-trashed .hw-ask-first button');
    await picture(stories, `trash-${width}`);
    await clickElement(stories, '.hw-page-nav a[href="#settings"]');
    await waitForText(stories, '.hw-settings', '');
    await picture(stories, `settings-${width}`);
    await stories.close();
  }
}
