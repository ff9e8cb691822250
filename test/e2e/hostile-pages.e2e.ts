import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitForDownload,
  waitForText,
} from '@/scripts/browsers/drive-popup';
import { readPainted, selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { renderPage } from '@/scripts/sample-news/render-page';
import {
  headOf,
  paragraphsOf,
  REPORTS,
  renderReport,
} from '@/scripts/sample-news/reports';
import { writeNote } from './act-as-reader';
import { openSession, PAGES, type Session, SITE } from './open-session';

const HOSTILE_NOTE =
  'javascript:alert(1) [اضغط](javascript:alert(2)) <img src=x onerror="globalThis.hit=1">';

const report = REPORTS.ar;

function page(title: string, body: string): ServedPage {
  return {
    body: renderPage({
      lang: 'ar',
      theme: null,
      title,
      head: headOf(report),
      main: renderReport(report, body),
    }),
  };
}

const paragraphs = paragraphsOf(report).map((text) => `<p>${text}</p>`);

const HOSTILE: Record<string, () => ServedPage> = {
  '/hostile/2020/4/2/long': () => {
    const words = paragraphs.join(' ').split(/\s+/).length;
    return page(
      'طويل',
      Array(Math.ceil(100_000 / words))
        .fill(paragraphs.join('\n'))
        .join('\n'),
    );
  },
  '/hostile/2020/4/2/empty': () => ({ body: '' }),
  '/hostile/2020/4/2/surrogates': () =>
    page(
      'أنصاف',
      `${paragraphs.join('\n')}<p id="halves"></p><script>
        document.getElementById('halves').textContent =
          '\\uD83D وصل الوفد إلى بغداد \\uDE00\\uD800 وغادرها \\uDFFF إلى عمّان بعد لقاء قصير مع المسؤولين هناك.';
      </script>`,
    ),
  '/hostile/2020/4/2/names': () =>
    page(
      'أسماء',
      `${paragraphs.join('\n')}<p>قال الرئيس &lt;img src=x onerror="globalThis.hit=1"&gt; في بغداد، إن الوزير &lt;script&gt;globalThis.hit=1&lt;/script&gt; زار أربيل والتقى رئيس حكومة إقليم كردستان هناك.</p>`,
    ),
};

describe.each(BROWSER_NAMES)('hostile pages in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, {
      answer: (url) => HOSTILE[url.pathname]?.() ?? null,
    });
  });
  afterAll(() => session?.close());

  const hit = () => (globalThis as { hit?: number }).hit ?? 0;

  it('reads a page of 100,000 words, which stays usable', async () => {
    const long = await session.open(`${SITE}/hostile/2020/4/2/long`);
    await waitForPaint(long, 'بغداد', { timeout: 60_000 });
    // The page's own script still gets its turn.
    await long.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    await long.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const popup = await openPopup(session.browser, long);
    await waitForText(popup, '.hw-entity-main', 'بغداد');
    await popup.close();
    await long.close();
  });

  it('lets a page without anything be', async () => {
    const empty = await session.open(`${SITE}/hostile/2020/4/2/empty`);
    const popup = await openPopup(session.browser, empty);
    await waitForText(popup, '.hw-state-not-article', '');
    expect(await readPainted(empty)).toEqual({ names: {}, notes: {} });
    await popup.close();
    await empty.close();
  });

  it('keeps a highlight over halves of characters', async () => {
    const halves = await session.open(`${SITE}/hostile/2020/4/2/surrogates`);
    await waitForPaint(halves, 'عمّان');
    await selectWords(halves, 'وصل الوفد إلى بغداد');
    await clickOverlay(halves, '.hw-bar .hw-swatch-pink');
    await halves.waitFor(() => CSS.highlights.has('hw-note-pink'), undefined, {
      what: 'the highlight',
    });
    await halves.reload();
    await halves.waitFor(() => CSS.highlights.has('hw-note-pink'), undefined, {
      what: 'the highlight after a reload',
    });
    await halves.close();
  });

  it('shows markup in a text as text, and runs nothing', async () => {
    const names = await session.open(`${SITE}/hostile/2020/4/2/names`);
    await waitForPaint(names, 'أربيل');
    const popup = await openPopup(session.browser, names);
    await waitForText(popup, '.hw-entity-main', 'بغداد');
    expect(await popup.evaluate(hit)).toBe(0);
    expect(await popup.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    expect(await names.evaluate(hit)).toBe(0);
    await popup.close();
    await names.close();
  });

  it('keeps a note with a javascript: link as words, in the popup and in the export', async () => {
    const article = await session.open(PAGES.arabic);
    await waitForPaint(article, 'بغداد');
    await writeNote(article, 'موكب صغير', HOSTILE_NOTE);
    const popup = await openPopup(session.browser, article);
    await clickElement(popup, '#hw-tab-notes');
    await waitForText(popup, '.hw-note-words', HOSTILE_NOTE);
    const links = () => document.querySelectorAll('.hw-note a, .hw-note img').length;
    expect(await popup.evaluate(links)).toBe(0);
    expect(await popup.evaluate(hit)).toBe(0);
    await clickElement(popup, '.hw-popup-foot-row .hw-button');
    await clickElement(popup, '.hw-export-row .hw-button', 1);
    const { text } = await waitForDownload(session.browser, '.md');
    expect(text).not.toMatch(/[^\\]\]\(javascript:/);
    expect(text).not.toMatch(/(^|[^\\])<img/);
    await popup.close();
    await article.close();
  });
});
