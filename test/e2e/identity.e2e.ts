import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '@/core/model/article';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, openPopup, waitForText } from '@/scripts/browsers/drive-popup';
import { waitForPaint } from '@/scripts/browsers/read-page';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { answerSample, SAMPLE_PATHS } from '@/scripts/sample-news/sample-site';
import { readNotePaints, writeNote } from './act-as-reader';
import { openSession, type Session, SITE, TALL } from './open-session';
import { readNotes, readTable } from './read-database';

const WORDS = 'أكثر من مئة جندي';
const BODY = 'حاشية على الزيارة';
const FOOTBALL_NAME = 'دورتموند';

const DESKTOP = `${SITE}${SAMPLE_PATHS.arabic}`;
const WRONG = '<link rel="canonical" href="/news/report-of-the-day-1">';

/** A report as the newspaper prints it, with something more in its head. */
function report(path: string, head = ''): ServedPage {
  const page = answerSample(new URL(SITE + path));
  if (!page) throw new Error(`no ${path}`);
  return { ...page, body: String(page.body).replace('</head>', `${head}</head>`) };
}

/** One page whose article is in the fragment, as old single-page sites have it. */
function routePage(): ServedPage {
  const mainOf = ({ body }: ServedPage) =>
    /<main>([\s\S]*)<\/main>/.exec(String(body))?.[1] ?? '';
  const mains = {
    one: mainOf(report(SAMPLE_PATHS.arabic)),
    other: mainOf(report(SAMPLE_PATHS.unrelated)),
  };
  const script = `<script>
    const mains = ${JSON.stringify(mains).replaceAll('<', '\\u003c')};
    const show = () => {
      document.querySelector('main').innerHTML = mains[location.hash.replace('#/read/', '')] ?? '';
      document.title = document.querySelector('h1')?.textContent ?? '';
    };
    addEventListener('hashchange', show);
    show();
  </script>`;
  const frame = String(report(SAMPLE_PATHS.about).body);
  return {
    body: frame
      .replace(/<main>[\s\S]*<\/main>/, `<main></main>${script}`)
      .replace(
        '</head>',
        '<meta property="og:type" content="article"><link rel="canonical" href="/reader"></head>',
      ),
  };
}

describe.each(BROWSER_NAMES)('an article and its address, in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  let today: string = SAMPLE_PATHS.arabic;

  const answer = (url: URL): ServedPage | null => {
    switch (url.pathname) {
      case '/today':
        return report(today);
      case `${SAMPLE_PATHS.arabic}/amp`:
      case `/print${SAMPLE_PATHS.arabic}`:
      case '/lite/read/8123':
        return report(SAMPLE_PATHS.arabic);
      case '/opinion/one-11':
        return report(SAMPLE_PATHS.arabic, WRONG);
      case '/opinion/two-12':
        return report(SAMPLE_PATHS.unrelated, WRONG);
      case '/reader':
        return routePage();
      default:
        return null;
    }
  };
  const isPainted = async () =>
    (await readNotePaints(page)).some((painted) => painted.includes(WORDS));
  const read = async (url: string, painted = 'بغداد') => {
    await page.goto(url);
    await waitForPaint(page, painted);
  };
  const bringsNote = () => poll(isPainted, { what: 'the note' });
  const write = async () => {
    await writeNote(page, WORDS, BODY);
    await page.press('Escape');
  };
  const notesTab = async () => {
    const popup = await openPopup(session.browser, page);
    await clickElement(popup, '#hw-tab-notes');
    return popup;
  };
  /** Of the article that is read now: what the popup lists. */
  const hasNone = async () => {
    const popup = await notesTab();
    await waitForText(popup, '[role="tabpanel"]', 'No notes');
    expect(await isPainted()).toBe(false);
    await popup.close();
    await page.toFront();
  };

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL, answer });
    page = await session.open(DESKTOP);
    await waitForPaint(page, 'بغداد');
  });
  afterAll(() => session?.close());

  it('a note made on the AMP copy is on the desktop page, without www, and in print', async () => {
    await read(`${SITE}${SAMPLE_PATHS.arabic}/amp?utm_source=x`);
    await write();
    for (const url of [
      DESKTOP,
      DESKTOP.replace('www.', ''),
      `${SITE}/print${SAMPLE_PATHS.arabic}`,
      `${DESKTOP}?fbclid=abc&outputType=amp#comments`,
    ]) {
      await read(url);
      await bringsNote();
    }
    expect(await readNotes(session.browser)).toHaveLength(1);
  });

  it('and at an address that has nothing in common but the text', async () => {
    await read(`${SITE}/lite/read/8123`);
    await bringsNote();
    const articles = await readTable<Article>(session.browser, 'articles');
    expect(articles).toHaveLength(1);
    expect(articles[0]?.url).not.toContain('lite');
  });

  it('an address that shows another article each day keeps their notes apart, and both findable', async () => {
    await read(`${SITE}/today`);
    // The same text under another address: it is that article.
    await bringsNote();
    today = SAMPLE_PATHS.unrelated;
    await read(`${SITE}/today`, FOOTBALL_NAME);
    await hasNone();
    today = SAMPLE_PATHS.arabic;
    await read(`${SITE}/today`);
    await bringsNote();
  });

  it('a canonical address shared by two articles does not join them', async () => {
    await read(`${SITE}/opinion/one-11`);
    await bringsNote();
    await read(`${SITE}/opinion/two-12`, FOOTBALL_NAME);
    await hasNone();
  });

  it('routes in the fragment are articles of their own', async () => {
    await read(`${SITE}/reader#/read/other`, FOOTBALL_NAME);
    await hasNone();
    await page.evaluate(() => {
      location.hash = '#/read/one';
    });
    await bringsNote();
    await page.evaluate(() => {
      location.hash = '#/read/other';
    });
    await waitForPaint(page, FOOTBALL_NAME);
    await poll(async () => !(await isPainted()), { what: 'the note to go' });
  });

  it('has lost no word in all that', async () => {
    expect((await readNotes(session.browser)).map(({ body }) => body)).toEqual([BODY]);
  });
});
