import { exportJson } from '@/core/export/json';
import type { ColumnRole } from '@/core/import/csv-columns';
import type { BrowserDriver, PageDriver } from '../browsers/browser-driver';
import { chooseFile } from '../browsers/choose-file';
import {
  clickElement,
  openPopup,
  waitForText,
  waitUntilMet,
} from '../browsers/drive-popup';
import { EDITION_PATHS, SAMPLE_PATHS } from '../sample-news/sample-site';
import { makeConflictFile, makeNotes, makeTable } from './make-notes-file';

const SIZES = {
  narrow: { width: 360, height: 780 },
  middle: { width: 800, height: 900 },
  wide: { width: 1600, height: 1000 },
} as const;
/** Pixels of the longest picture. */
const TALLEST = 2600;

type Picture = (page: PageDriver, name: string) => Promise<void>;

/** The library as one page, in each width, whole. */
interface Library {
  page: PageDriver;
  /** Pictures of what is shown now. */
  show: (name: string) => Promise<void>;
  go: (hash: string, selector: string) => Promise<void>;
  click: (selector: string, nth?: number) => Promise<void>;
}

/** Pictures of all parts of the library, with forty notes that came as a file. */
export async function takeLibraryPictures(
  browser: BrowserDriver,
  { site, language }: { site: string; language: 'ar' | 'en' },
  picture: Picture,
): Promise<void> {
  await readReports(browser, site);
  const page = await browser.openExtensionPage('library.html#settings');
  const library: Library = {
    page,
    show: (name) => showInAllWidths(page, name, picture),
    go: async (hash, selector) => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, hash);
      await waitForText(page, selector, '');
    },
    click: (selector, nth) => clickElement(page, selector, nth),
  };
  await takeImport(library, site);
  await takeNotes(library, language === 'ar' ? 'بغداد' : 'Baghdad');
  await takeAbout(library);
  await takeStories(library);
  await takeKept(library);
  await takeReview(library);
  await page.close();
}

/** So that there is a story, and a history. */
async function readReports(browser: BrowserDriver, site: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(site + EDITION_PATHS.first);
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
}

async function showInAllWidths(
  page: PageDriver,
  name: string,
  picture: Picture,
): Promise<void> {
  for (const [width, size] of Object.entries(SIZES)) {
    await page.resize(size);
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    if (needed > size.height)
      await page.resize({ ...size, height: Math.min(TALLEST, needed) });
    await picture(page, `${name}-${width}`);
  }
  await page.resize(SIZES.wide);
}

async function takeImport({ page, show, click }: Library, site: string): Promise<void> {
  const data = makeNotes(site, Date.now());
  const cancel = '.hw-keeping-file > .hw-keeping-buttons .hw-button:last-child';
  const preview = () => waitForText(page, '.hw-import-kind', '');

  await waitForText(page, '.hw-keeping-facts', '');
  await show('settings-before');
  await chooseFile(page, exportJson(data));
  await preview();
  await click('.hw-import-kind summary');
  await show('import-new');
  await click('.hw-keeping-file .hw-button-main');
  await waitForText(page, '.hw-notice-line', '');
  await show('import-done');

  await chooseFile(page, makeConflictFile(data));
  await preview();
  for (const fold of [0, 1, 2, 3, 4]) await click('.hw-keeping-file summary', fold);
  await show('import-conflict');
  await click(cancel);

  await chooseFile(page, makeTable(data), 'Notizen.csv');
  await waitForText(page, '.hw-import-columns', '');
  await show('import-columns');
  for (const [role, column] of [
    ['quote', 0],
    ['note', 1],
    ['url', 2],
  ] as const) {
    await chooseColumn(page, role, column);
  }
  await show('import-columns-chosen');
  await click(cancel);

  await chooseFile(page, '{"notes": [', 'broken.json');
  await waitForText(page, '.hw-notice-problem', '');
  await show('import-broken');
  await click('.hw-notice-problem .hw-icon-button');
}

/** Waits until the table was read again with what was chosen, which the field for it shows. */
async function chooseColumn(
  page: PageDriver,
  role: ColumnRole,
  column: number,
): Promise<void> {
  await page.evaluate(
    ({ role, column }) => {
      const choice = document.querySelector<HTMLSelectElement>(`[id$="-${role}"]`);
      if (!choice) throw new Error(`no choice of a column for ${role}`);
      choice.value = String(column);
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { role, column },
  );
  await page.waitFor(
    (role) => document.activeElement?.id.endsWith(`-${role}`) === true,
    role,
    { what: `the column for ${role}` },
  );
}

async function takeNotes({ page, show, go, click }: Library, words: string) {
  await go('#notes', '.hw-note-title');
  await show('notes');
  await go(`#notes?words=${encodeURIComponent(words)}`, '.hw-hit');
  await show('notes-search');
  await go('#notes?kind=note&colour=pink', '.hw-active-filter');
  await click('.hw-filters-open');
  await show('notes-filters');
  await click('.hw-filters-open');
  await go('#notes', '.hw-note-title');
  for (const row of [1, 2, 4]) await click('.hw-note-choose input', row);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  });
  await show('notes-chosen');
  await click('.hw-bulk-acts > .hw-button', 0);
  await show('notes-tagging');
  await click('.hw-bulk-acts > .hw-button', 1);
  await show('notes-exporting');
  await click('.hw-bulk-acts > .hw-button', 2);
  await waitForText(page, '.hw-notice-action', '');
  await show('notes-deleted');
  await click('.hw-notice-action');
  await go('#notes?words=xyzzy&kind=note', '.hw-empty');
  await show('notes-none');
}

async function takeAbout({ show, go, click, page }: Library): Promise<void> {
  await go('#notes?sort=oldest', '.hw-note-site');
  await click('.hw-note-site');
  await waitForText(page, '.hw-about-entity', '');
  await show('about-article');
  await click('.hw-about-entity');
  await waitForText(page, '.hw-company', '');
  await show('about-entity');
  await page.evaluate(() =>
    document.querySelector<SVGElement>('.hw-company-node')?.focus(),
  );
  await show('about-entity-lit');
  await go('#entity/nothing', '.hw-empty');
  await show('about-nothing');
}

async function takeStories({ page, show, go, click }: Library): Promise<void> {
  await go('#stories', '.hw-stories');
  await show('stories');
  await click('.hw-story-row a');
  await waitForText(page, '.hw-member', '');
  await show('story');
  await click('.hw-why-open');
  await waitForText(page, '.hw-why-facts', '');
  await show('story-why');
  await click('.hw-why-open');
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('.hw-timeline-column')?.focus(),
  );
  await show('story-timeline');
}

async function takeKept({ page, show, go, click }: Library): Promise<void> {
  await go('#history', '.hw-history');
  await click('.hw-ask-first button');
  await show('history');
  await go('#calendar', '.hw-calendar');
  await click('.hw-calendar [aria-current="date"]');
  await waitForText(page, '.hw-calendar-article', '');
  await show('calendar');
  await go('#trash', '.hw-trashed');
  await click('.hw-trashed .hw-ask-first button');
  await show('trash');
  await go('#settings', '.hw-keeping-facts');
  await show('settings');
}

async function takeReview({ page, show, go, click }: Library): Promise<void> {
  await go('#review', '.hw-review-begin');
  await show('daily');
  await click('.hw-review-begin');
  const isOver = () =>
    page.evaluate(() => !document.querySelector('.hw-review-progress'));
  await waitForText(page, '.hw-review-where, .hw-review-cue', '');
  const hidden = () =>
    page.evaluate(() => document.querySelector('.hw-review-hidden') !== null);
  let isShown = false;
  for (let answered = 0; answered < 40 && !(await isOver()); answered++) {
    const taken = isShown;
    if (await hidden()) {
      if (!taken) await show('daily-hidden');
      await click('.hw-review-show button');
      await waitForText(page, '.hw-review-words', '');
      if (!taken) await show('daily-shown');
      isShown = true;
    }
    const before = await page.evaluate(
      () => document.querySelector('.hw-review-progress')?.textContent ?? '',
    );
    await click('.hw-review-answers button', answered % 4);
    await page.waitFor(
      (before) =>
        document.querySelector('.hw-review-progress')?.textContent !== before &&
        document.querySelector('.hw-review-card[aria-busy]') === null,
      before,
      { what: 'the next note' },
    );
  }
  await show('daily-over');
}
