import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askProbe, middleOf, waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, openPopup, waitForText } from '@/scripts/browsers/drive-popup';
import { findWords, readPainted, waitForPaint } from '@/scripts/browsers/read-page';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { answerSample, SAMPLE_PATHS } from '@/scripts/sample-news/sample-site';
import { foreignRequests } from './foreign-requests';
import { openSession, PAGES, type Session, SITE } from './open-session';

const WATCHED = `${SITE}/watched${SAMPLE_PATHS.arabic}`;

/** The Arabic report with a script that writes down every change to its DOM. */
function watchedReport(url: URL): ServedPage | null {
  if (!url.pathname.startsWith('/watched/')) return null;
  const page = answerSample(new URL(url.pathname.slice('/watched'.length), SITE));
  const script = `<script>
    globalThis.changes = [];
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName, addedNodes } of records)
        changes.push([type, target.nodeName, attributeName, [...addedNodes].map((node) => node.nodeName)].join(' '));
    });
    const what = { subtree: true, childList: true, attributes: true, characterData: true };
    // The parser's own work is over by then, and content scripts have not begun.
    document.addEventListener('DOMContentLoaded', () => observer.observe(document, what));
  </script>`;
  return page && { body: String(page.body).replace('</body>', `${script}</body>`) };
}

/** The page as HTML, and apart from it what stands beside head and body. */
function readDom(page: PageDriver): Promise<{ html: string; hosts: string[] }> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const copy = root.cloneNode(true) as HTMLElement;
    const hosts = [...copy.children].filter(
      ({ localName }) => localName !== 'head' && localName !== 'body',
    );
    for (const host of hosts) host.remove();
    return { html: copy.outerHTML, hosts: hosts.map(({ outerHTML }) => outerHTML) };
  });
}

async function nothingPainted(page: PageDriver): Promise<boolean> {
  const { names, notes } = await readPainted(page);
  return Object.keys(names).length + Object.keys(notes).length === 0;
}

describe.each(BROWSER_NAMES)('pages in %s', (name) => {
  let session: Session;
  let plain: Session;

  beforeAll(async () => {
    session = await openSession(name, { answer: watchedReport });
    plain = await openSession(name, { answer: watchedReport, withHawashi: false });
  });
  afterAll(async () => {
    await session?.close();
    await plain?.close();
  });

  it('paints nothing on a front page, an index, a form or a page about us', async () => {
    const keys = ['front', 'index', 'contact', 'about'] as const;
    const opened: PageDriver[] = [];
    for (const key of keys) opened.push(await session.open(PAGES[key]));
    for (const page of opened) {
      const popup = await openPopup(session.browser, page);
      // The content script has looked, decided, and says so.
      await waitForText(popup, '.hw-state-not-article', '');
      await popup.close();
    }
    // It looks again, the last time five seconds after the load, for content that comes late.
    await new Promise((resolve) => setTimeout(resolve, 5500));
    for (const page of opened) {
      expect(await readPainted(page)).toEqual({ names: {}, notes: {} });
      expect(await askProbe(page, 'hosts')).toEqual([]);
      await page.close();
    }
  });

  it('leaves the DOM as it is without us, but for one host element', async () => {
    const page = await session.open(WATCHED);
    await waitForPaint(page, 'بغداد');
    const before = await readDom(page);
    const other = await plain.open(WATCHED);
    const untouched = await readDom(other);
    await other.close();
    expect(before).toEqual(untouched);
    await page.hover(middleOf(await findWords(page, 'إسماعيل قاآني')));
    await waitForOverlay(page, '.hw-card');
    const after = await readDom(page);
    expect(after.html).toBe(untouched.html);
    expect(after.hosts).toHaveLength(1);
    const changes = await page.evaluate(
      () => (globalThis as unknown as { changes: string[] }).changes,
    );
    // One child of the root, its own attributes, and nothing of the page's.
    expect(
      changes.filter((change) => !/^childList HTML|^attributes HW-/.test(change)),
    ).toEqual([]);
    await page.close();
  });

  it('switched off for the site, leaves no trace, and comes back when switched on', async () => {
    const page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    await page.hover(middleOf(await findWords(page, 'إسماعيل قاآني')));
    await waitForOverlay(page, '.hw-card');
    const popup = await openPopup(session.browser, page);
    await waitForText(popup, '.hw-entity-main', 'بغداد');
    await clickElement(popup, '.hw-switch', 0);
    await poll(() => nothingPainted(page), { what: 'the paint to go' });
    expect(await askProbe(page, 'hosts')).toEqual([]);
    expect((await readDom(page)).hosts).toEqual([]);
    const untouched = await plain.open(PAGES.arabic);
    expect(await readDom(page)).toEqual(await readDom(untouched));
    await untouched.close();
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await nothingPainted(page)).toBe(true);
    await clickElement(popup, '.hw-switch', 0);
    await waitForPaint(page, 'بغداد');
    await popup.close();
    await page.close();
  });

  it('has other dark colours on a dark ground', async () => {
    const page = await session.open(`${PAGES.arabic}?theme=dark`);
    await waitForPaint(page, 'بغداد');
    const { names } = await readPainted(page);
    expect(Object.keys(names).every((paint) => paint.endsWith('-dark'))).toBe(true);
    await page.close();
  });

  it('has asked the network for nothing of its own', () => {
    expect(session.server.log.length).toBeGreaterThan(4);
    const opened = [WATCHED, ...Object.values(PAGES)];
    expect(foreignRequests(session.server.log, opened)).toEqual([]);
  });
});
