import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPopup,
  textsOf,
  waitForText,
  waitUntilMet,
} from '@/scripts/browsers/drive-popup';
import { waitForPaint } from '@/scripts/browsers/read-page';
import { EDITION_PATHS } from '@/scripts/sample-news/sample-site';
import { readBadge, tellBackground } from './ask-extension';
import { foreignRequests } from './foreign-requests';
import { openSession, PAGES, type Session, SITE } from './open-session';
import { readTable } from './read-database';

/** Another paper's site, for what another paper prints. */
const ELSEWHERE = 'http://www.alquds.co.uk';
const COPY = PAGES.copy.replace(SITE, ELSEWHERE);
/** Comes with the extension, and would join in everywhere here. */
const SEED = 'seed/iran-us-iraq-2020';

interface Row {
  id: string;
  url: string;
}

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the stories of a reader in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    await poll(async () => (await readTable(session.browser, 'stories')).length > 0, {
      what: 'the story that comes with the extension',
    });
    const request = { storyId: SEED, followed: false, at: Date.now() };
    expect(await tellBackground(session.browser, 'change-story', request)).toMatchObject({
      ok: true,
    });
  });
  afterAll(() => session?.close());

  /** Reads the page at the address, until it was compared with those before. */
  async function read(url: string): Promise<PageDriver> {
    const page = await session.open(url);
    await withPopup(page, async () => {});
    return page;
  }

  async function articlesAt(path: string): Promise<Row[]> {
    const rows = await readTable<Row>(session.browser, 'articles');
    return rows.filter(({ url }) => new URL(url).pathname === path);
  }

  async function withPopup<T>(
    page: PageDriver,
    work: (popup: PageDriver) => Promise<T>,
  ): Promise<T> {
    const popup = await openPopup(session.browser, page);
    try {
      await waitUntilMet(popup);
      return await work(popup);
    } finally {
      await popup.close();
      await page.toFront();
    }
  }

  const badgeOf = (page: PageDriver, text: string) =>
    poll(async () => (await readBadge(session.browser, page)).text === text, {
      what: `the badge "${text}"`,
    });

  it('say nothing of the first article', async () => {
    const page = await read(PAGES.arabic);
    await withPopup(page, async (popup) => {
      await waitForText(popup, '.hw-follow', 'Follow this story');
      expect(await textsOf(popup, '.hw-story-words')).toEqual([]);
    });
    expect((await readBadge(session.browser, page)).text).toBe('');
    await page.close();
  });

  it('know a copy with edits, in another paper, and why', async () => {
    const page = await read(COPY);
    await badgeOf(page, '=');
    await withPopup(page, async (popup) => {
      await waitForText(popup, '.hw-story-words', 'Republished: first seen at');
      await clickElement(popup, '.hw-story-line');
      await waitForText(popup, '.hw-kin-title', 'قاآني في بغداد');
      await clickElement(popup, '.hw-why-open');
      await waitForText(popup, '.hw-why', 'إسماعيل قاآني');
      await waitForText(popup, '.hw-why-passages', 'تحت حراسة مشددة');
    });
    const { title } = await readBadge(session.browser, page);
    expect(title).toContain('Republished: first seen at');
    await page.evaluate(() => history.pushState({}, '', '/'));
    await badgeOf(page, '');
    await page.close();
  });

  it('count what was read of the same story', async () => {
    const page = await read(PAGES.sameStory);
    await badgeOf(page, '2');
    await withPopup(page, async (popup) => {
      await waitForText(popup, '.hw-story-words', 'Same story: 2 read');
    });
    await page.close();
  });

  it('have nothing to say of football', async () => {
    const page = await read(PAGES.unrelated);
    await withPopup(page, async (popup) => {
      expect(await textsOf(popup, '.hw-story-words')).toEqual([]);
    });
    await page.close();
  });

  it('respect that two are not the same, also after a reload', async () => {
    const page = await read(PAGES.sameStory);
    await withPopup(page, async (popup) => {
      for (const left of [2, 1]) {
        await waitForText(popup, '.hw-story-line', '');
        if ((await textsOf(popup, '.hw-kin')).length === 0)
          await clickElement(popup, '.hw-story-line');
        await poll(async () => (await textsOf(popup, '.hw-kin')).length === left, {
          what: `${left} of the same story`,
        });
        await clickElement(popup, '.hw-why-open');
        await clickElement(popup, '.hw-why-own .hw-button', 1);
        await waitForText(popup, '.hw-why-own', 'You said it is not the same');
        // Shut, what was said to be another story is not listed any more.
        await clickElement(popup, '.hw-why-open');
      }
    });
    await page.reload();
    await withPopup(page, async (popup) => {
      await poll(
        async () =>
          (await textsOf(popup, '.hw-story-words')).every(
            (words) => !words.includes('Same story'),
          ),
        {
          what: 'the line to go',
        },
      );
    });
    const said = await readTable<{ says: string }>(session.browser, 'corrections');
    expect(said.map(({ says }) => says)).toEqual(['different', 'different']);
    await page.close();
  });

  it('are followed, and say when there is something new', async () => {
    const first = await read(PAGES.english);
    await withPopup(first, async (popup) => {
      await clickElement(popup, '.hw-follow');
      await waitForText(popup, '.hw-notice-line', 'You now follow');
      await waitForText(popup, '.hw-follow', 'Following');
    });
    await first.close();
    const second = await read(PAGES.sameStoryEnglish);
    await badgeOf(second, '+');
    await withPopup(second, (popup) =>
      waitForText(popup, '.hw-story-words', 'New in a story you follow'),
    );
    await second.close();
    const stories = await session.browser.openExtensionPage('library.html#stories');
    await waitForText(stories, 'main', 'Qaani in Baghdad');
    await stories.close();
  });

  it('are ended, and followed again from the notice', async () => {
    const page = await read(PAGES.english);
    await withPopup(page, async (popup) => {
      await waitForText(popup, '.hw-follow', 'Following');
      await clickElement(popup, '.hw-follow');
      await waitForText(popup, '.hw-notice-line', 'no longer follow');
      await clickElement(popup, '.hw-notice-action');
      await waitForText(popup, '.hw-follow', 'Following');
    });
    const stories = await readTable<{ id: string; followed: boolean }>(
      session.browser,
      'stories',
    );
    expect(stories.map(({ id, followed }) => [id === SEED, followed]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    await page.close();
  });

  it('say what changed since the article was read', async () => {
    await (await session.open(SITE + EDITION_PATHS.second)).close();
    const page = await session.open(PAGES.arabic);
    await badgeOf(page, '✓');
    await withPopup(page, (popup) =>
      waitForText(popup, '.hw-story-words', 'paragraphs changed since you read it'),
    );
    await page.close();
  });

  it('are not written while recording is paused', async () => {
    const page = await session.open(PAGES.english);
    await withPopup(page, async (popup) => {
      await clickElement(popup, '.hw-popup-foot .hw-icon-button');
      await clickElement(popup, '.hw-choice', 0);
      await waitForText(popup, '.hw-story-paused', 'Recording is paused');
    });
    const tables = ['articles', 'readings', 'fingerprints', 'memberships', 'sightings'];
    const count = () =>
      Promise.all(
        tables.map(async (table) => (await readTable(session.browser, table)).length),
      );
    const before = await count();
    await page.goto(PAGES.related);
    await waitForPaint(page, 'بغداد');
    await withPopup(page, async (popup) => {
      await waitForText(popup, '.hw-story-paused', 'Recording is paused');
      expect(await count()).toEqual(before);
      await clickElement(popup, '.hw-story-paused .hw-link');
      await poll(
        async () => (await articlesAt(new URL(PAGES.related).pathname)).length > 0,
        { what: 'the article to be remembered after all' },
      );
      // And it can be followed now.
      await popup.waitFor(
        () => document.querySelector('.hw-follow:not(:disabled)') !== null,
        undefined,
        { what: 'the button to follow' },
      );
    });
    expect(await count()).not.toEqual(before);
    await page.close();
  });

  it('forget an article, even one that is open, and bring it back', async () => {
    const { pathname } = new URL(PAGES.unrelated);
    expect(await articlesAt(pathname)).toHaveLength(1);
    const page = await read(PAGES.unrelated);
    await withPopup(page, async (popup) => {
      await clickElement(popup, '.hw-popup-foot .hw-icon-button');
      await clickElement(popup, '.hw-choice', 1);
      await waitForText(popup, '.hw-notice-line', 'forgotten');
      expect(await articlesAt(pathname)).toHaveLength(0);
      // The page has been told, and met its article again by now: it must not be back by that.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(await articlesAt(pathname)).toHaveLength(0);
      await clickElement(popup, '.hw-notice-action');
      await waitForText(popup, '.hw-notice-line', 'brought back');
    });
    expect(await articlesAt(pathname)).toHaveLength(1);
    await page.close();
  });

  it('are told to nobody: the network saw the pages, and nothing else', () => {
    const opened = [...Object.values(PAGES), COPY, SITE + EDITION_PATHS.second];
    const foreign = foreignRequests(session.server.log, opened);
    expect(foreign.filter((url) => url !== `${ELSEWHERE}/newspaper.css`)).toEqual([]);
  });
});
