import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { tellBackground } from './ask-extension';
import { foreignRequests } from './foreign-requests';
import { openSession, type Session } from './open-session';
import { readTable } from './read-database';

/** Comes with the extension, and would stand among the others here. */
const SEED = 'seed/iran-us-iraq-2020';
const STORY = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

const DAM =
  'The council of the northern valley said on Monday that the old dam would be emptied before winter. Engineers found cracks along its eastern wall, and 340 families in three villages below were asked to leave. The minister of water, who came by helicopter, promised new houses. Farmers blocked the bridge for two hours and asked who would pay for the fields.';
const DAM_LATER =
  'Families from three villages below the northern dam moved into tents on Tuesday. The council of the valley said the eastern wall, in which engineers found cracks, might not hold until winter. The minister of water promised new houses to all 340 families; farmers who had blocked the bridge went home.';
const RACES =
  'The grey mare won the autumn cup by half a length in front of nine thousand people. Her rider, who had broken a wrist in spring, said that he had only held on. The favourite came in fifth after a slow start, and bookmakers spoke of the best day of their year.';

/** Read one after the other: title, address, day of publication, text. */
const READ: [title: string, url: string, published: string, text: string][] = [
  ['Old dam to be emptied', 'https://first.example/dam', '2024-10-07', DAM],
  ['Villagers move into tents', 'https://second.example/tents', '2024-10-08', DAM_LATER],
  ['Grey mare wins the cup', 'https://second.example/cup', '2024-10-08', RACES],
];

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the library in %s', (name) => {
  let session: Session;
  let page: PageDriver;

  async function tell<Value>(request: string, body: object): Promise<Value> {
    // Again and again, as the client does: a background that is just starting fails.
    const reply = await poll(
      async () => {
        const reply = await tellBackground(session.browser, request, body);
        const { ok, error } = reply as { ok: boolean; error?: unknown };
        if (!ok) throw new Error(JSON.stringify(error));
        return reply as { value: Value };
      },
      { what: request },
    );
    return reply.value;
  }

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    await tell('change-story', { storyId: SEED, followed: false, at: Date.now() });
    const ids: string[] = [];
    for (const [title, url, published, text] of READ) {
      const siteName = new URL(url).hostname;
      const article = { url, title, published, siteName, lang: 'en', wordCount: 60 };
      const visitId = crypto.randomUUID();
      const opened = { article, visitId, entities: [] };
      ids.push((await tell<{ articleId: string }>('open-article', opened)).articleId);
      await tell('meet-article', { article, visitId, text, names: [] });
    }
    const wish = { storyId: STORY, articleId: ids[0], name: 'The dam', at: Date.now() };
    await tell('follow-story', wish);
    const says = { with: { storyId: STORY }, says: 'same', at: Date.now() };
    await tell('correct-likeness', { articleId: ids[1], ...says });
    page = await session.browser.openExtensionPage('library.html#stories');
  });
  afterAll(() => session?.close());

  const follow = (hash: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, hash);
  const undo = () => clickElement(page, '.hw-notice-action');
  const rows = (count: number, selector: string) =>
    poll(async () => (await textsOf(page, selector)).length === count, {
      what: `${count} of ${selector}`,
    });

  it('lists what is followed, and leads to it', async () => {
    await waitForText(page, '.hw-story-row', 'The dam2 articles');
    await clickElement(page, '.hw-story-row a');
    await waitForText(page, 'h1', 'The dam');
    await rows(2, '.hw-member');
    expect(await textsOf(page, '.hw-member .hw-kin-title')).toEqual([
      'Villagers move into tents',
      'Old dam to be emptied',
    ]);
    expect(await textsOf(page, '.hw-timeline-tip')).toHaveLength(2);
  });

  it('says why', async () => {
    await clickElement(page, '.hw-why-open');
    await waitForText(page, '.hw-why', 'You said it is the same story');
    await waitForText(page, '.hw-why-verdict', 'story');
    await clickElement(page, '.hw-why-open');
  });

  it('renames, and takes it back', async () => {
    await clickElement(page, '.hw-story-name .hw-icon-button');
    await page.type('The northern dam');
    await page.press('Enter');
    await waitForText(page, 'h1', 'The northern dam');
    await undo();
    await poll(async () => (await textsOf(page, 'h1')).join() === 'The dam', {
      what: 'the old name',
    });
  });

  it('takes an article out, which stays out, and puts it back', async () => {
    await clickElement(page, '.hw-take-out');
    await rows(1, '.hw-member');
    await page.reload();
    await waitForText(page, '.hw-fold summary', '1 article that you took out');
    expect(await textsOf(page, '.hw-member .hw-kin-title')).toEqual([
      'Old dam to be emptied',
    ]);
    await clickElement(page, '.hw-fold .hw-icon-button');
    await waitForText(page, '.hw-notice-line', 'taken back');
    await rows(0, '.hw-fold');
  });

  it('stops following, and follows again', async () => {
    await clickElement(page, '.hw-story-head .hw-button');
    await waitForText(page, '.hw-story-head .hw-button', 'Follow again');
    await undo();
    await waitForText(page, '.hw-story-head .hw-button', 'Stop following');
  });

  it('searches the history', async () => {
    await follow('#history');
    await waitForText(page, '[role="status"]', '3 articles in your history');
    await page.evaluate(() => document.querySelector('input')?.focus());
    await page.type('second TENTS');
    await waitForText(page, '[role="status"]', '1 article fits');
    await page.press('Escape');
    await rows(3, '.hw-history-row');
  });

  it('has it in the calendar, walked by keys, and lists the day', async () => {
    await follow('#calendar');
    await waitForText(page, '.hw-calendar-month [role="status"]', '3 articles');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[aria-current="date"]')?.focus();
    });
    // Nothing was read before.
    await page.press('PageUp');
    await page.press('Enter');
    await rows(3, '.hw-calendar-day .hw-member');
    const hash = await page.evaluate(() => location.hash);
    expect(hash).toMatch(/^#calendar\/\d{4}-\d\d-\d\d$/);
    await page.reload();
    await rows(3, '.hw-calendar-day .hw-member');
    await clickElement(page, '.hw-calendar-article > .hw-link');
    await waitForText(page, 'h1', 'Grey mare wins the cup');
    await follow('#history');
    await rows(3, '.hw-history-row');
  });

  it('forgets an article and a site, and brings both back', async () => {
    const before = await readTable(session.browser, 'fingerprints');
    await clickElement(page, '.hw-history-row .hw-icon-button');
    await rows(2, '.hw-history-row');
    await clickElement(page, '.hw-fold summary');
    await clickElement(page, '.hw-site-row .hw-button', 1);
    await rows(1, '.hw-history-row');
    await undo();
    await rows(3, '.hw-history-row');
    expect(await readTable(session.browser, 'fingerprints')).toEqual(before);
  });

  it('forgets everything once asked twice', async () => {
    await clickElement(page, '.hw-ask-first .hw-button');
    await clickElement(page, '.hw-ask-first .hw-button-problem');
    await waitForText(page, '.hw-empty', 'Nothing read yet');
    expect(await readTable(session.browser, 'fingerprints')).toEqual([]);
    await undo();
    await rows(3, '.hw-history-row');
  });

  it('keeps the settings', async () => {
    await follow('#settings');
    await waitForText(page, '.hw-switch', 'Remember what I read');
    await clickElement(page, '.hw-switch');
    await clickElement(page, '.hw-radio input', 3);
    await page.reload();
    await waitForText(page, '.hw-switch[aria-checked="false"]', 'Remember what I read');
    const chosen = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.hw-radio input')].map(
        ({ checked }) => checked,
      ),
    );
    expect(chosen).toEqual([false, false, false, true]);
    await follow('#history');
    await waitForText(page, '.hw-banner', 'Recording is paused');
  });

  it('asks no server for anything', () => {
    expect(foreignRequests(session.server.log, [])).toEqual([]);
  });
});
