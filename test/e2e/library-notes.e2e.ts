import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '@/components/library-page/local-day';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { makeFacts, makeNote } from '../make-note';
import { tellBackground } from './ask-extension';
import { foreignRequests } from './foreign-requests';
import { openSession, type Session } from './open-session';
import { readTable } from './read-database';

const COUNT = 20_000;
/** Notes of one message. */
const PIECE = 1_000;
const uuid = (kind: string, number: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** So many notes on a hundredth as many articles; one in a thousand is about the dam. */
function pieceOf(from: number) {
  const at = Date.UTC(2020, 0, 3);
  const articles = Array.from({ length: PIECE / 100 }, (_, index) => {
    const number = from / 100 + index;
    const url = `https://site${number % 7}.example/story/${number}`;
    return {
      ...makeFacts({ url, title: `Report ${number}`, lang: 'en' }),
      ...{ id: uuid('a', number), urlKey: url.slice(8), deletedAt: null },
      ...{ createdAt: at, updatedAt: at, lastOpenedAt: at },
    };
  });
  const notes = Array.from({ length: PIECE }, (_, index) => {
    const number = from + index;
    return makeNote({
      id: uuid('b', number),
      articleId: uuid('a', Math.floor(number / 100)),
      body: number % 1_000 === 0 ? 'زيارة إلى بغداد' : `words ${number}`,
      tags: number % 2 === 0 ? ['even'] : [],
      createdAt: at + number,
      updatedAt: at + number,
    });
  });
  const ofFile = articles.map(({ id }) => id);
  return {
    token: uuid('c', 1),
    articles,
    notes,
    versions: [],
    entities: [],
    sightings: [],
    ofFile,
  };
}

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)(`${COUNT} notes in %s`, (name) => {
  let session: Session;
  let page: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    for (let from = 0; from < COUNT; from += PIECE) {
      await poll(
        async () => {
          const reply = await tellBackground(
            session.browser,
            'bring-back',
            pieceOf(from),
          );
          if (!(reply as { ok: boolean }).ok) throw new Error(JSON.stringify(reply));
          return true;
        },
        { what: 'a piece' },
      );
    }
    page = await session.browser.openExtensionPage('library.html');
  }, 300_000);
  afterAll(() => session?.close());

  const statusIs = (words: string) => waitForText(page, '[role="status"]', words);
  const hash = () => page.evaluate(() => location.hash);

  it('are listed, of which those in view are drawn', async () => {
    await statusIs('20,000 notes');
    await waitForText(page, '.hw-note-row', 'words 19999');
    expect((await textsOf(page, '.hw-note-row')).length).toBeLessThan(40);
  });

  it('are walked to the very end', async () => {
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
    });
    await page.press('End');
    await waitForText(page, '[aria-rowindex="20000"]', 'بغداد');
    await page.press('Home');
    await waitForText(page, '[aria-rowindex="1"]', 'words 19999');
  });

  it('are searched and filtered, which the address keeps', async () => {
    await page.evaluate(() => document.querySelector('input')?.focus());
    await page.type('بغداد');
    await statusIs('20 notes fit');
    await waitForText(page, 'mark', 'بغداد');
    await clickElement(page, '.hw-facet-value');
    await waitForText(page, '.hw-active-filter', 'Notes');
    const address = await hash();
    expect(address).toContain('kind=note');
    await page.reload();
    await statusIs('20 notes fit');
    expect(await hash()).toBe(address);
    await page.evaluate(() => history.back());
    await poll(async () => (await textsOf(page, '.hw-active-filter')).length === 0, {
      what: 'no filter',
    });
  });

  it('are thrown away many at once, and brought back', async () => {
    await clickElement(page, '.hw-bulk .hw-link');
    await statusIs('20 of 20 chosen');
    await clickElement(page, '.hw-bulk-acts > .hw-button', 2);
    await waitForText(page, '.hw-notice-line', '20 notes moved to the trash');
    await statusIs('0 notes fit');
    await clickElement(page, '.hw-notice-action');
    await statusIs('20 notes fit');
    const notes = (await readTable(session.browser, 'notes')) as {
      deletedAt: number | null;
    }[];
    expect(notes.filter(({ deletedAt }) => deletedAt !== null)).toEqual([]);
  });

  it('are in the calendar on their day, which leads to them', async () => {
    await page.evaluate(
      (day) => {
        location.hash = `#calendar/${day}`;
      },
      localDay(Date.UTC(2020, 0, 3)),
    );
    await waitForText(page, '.hw-calendar-day [role="status"]', '20,000 notes');
    expect(await textsOf(page, '.hw-about-note')).toHaveLength(20);
    await clickElement(page, '.hw-calendar-day p > .hw-link');
    await statusIs('20,000 notes fit');
    expect(await hash()).toMatch(/^#notes\?from=\d+&to=\d+$/);
  });

  it('asks no server for anything', () => {
    expect(foreignRequests(session.server.log, [])).toEqual([]);
  });
});
