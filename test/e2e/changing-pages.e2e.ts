import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement } from '@/scripts/browsers/drive-popup';
import { readPainted, waitForPaint } from '@/scripts/browsers/read-page';
import { openSession, PAGES, type Session, TALL } from './open-session';

async function paintedWords(page: PageDriver): Promise<string[]> {
  const { names, notes } = await readPainted(page);
  return [...Object.values(names), ...Object.values(notes)].flat();
}

function waitForNoPaint(page: PageDriver): Promise<boolean> {
  return poll(async () => (await paintedWords(page)).length === 0, {
    what: 'the paint to go',
  });
}

describe.each(BROWSER_NAMES)('a page that changes, in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
  });
  afterAll(() => session?.close());

  it('paints an article that a single-page application shows without a load, and unpaints it when it goes', async () => {
    const page = await session.open(PAGES.application);
    await page.waitFor(() => document.querySelector('[data-to]') !== null, undefined);
    expect(await paintedWords(page)).toEqual([]);
    await clickElement(page, '[data-to]');
    expect(await page.evaluate(() => location.pathname)).toContain('baghdad-visit');
    await waitForPaint(page, 'بغداد');
    expect(await paintedWords(page)).toContain('برهم صالح');
    await page.evaluate(() => history.back());
    await waitForNoPaint(page);
    await page.evaluate(() => history.forward());
    await waitForPaint(page, 'بغداد');
    await page.close();
  });

  it('paints a report whose text arrives seconds after the load', async () => {
    const page = await session.open(`${PAGES.applicationReport}?delay=3000`);
    expect(await paintedWords(page)).toEqual([]);
    await waitForPaint(page, 'برهم صالح');
    await page.close();
  });

  it('paints a report whose paragraphs are line breaks', async () => {
    const page = await session.open(PAGES.lineBreaks);
    await waitForPaint(page, 'برهم صالح');
    expect(await paintedWords(page)).toEqual(expect.arrayContaining(['أربيل', 'الكويت']));
    await page.close();
  });

  it('follows a paragraph that is added, one that is changed and one that is removed', async () => {
    const page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'الكويت');
    await page.evaluate(() => {
      const last = document.querySelector('.report-body p:last-of-type');
      const late = document.createElement('p');
      late.textContent =
        'وفي القاهرة أجرى وزير الخارجية المصري سامح شكري اتصالات لتهدئة الموقف، شملت عدداً من العواصم العربية والأوروبية.';
      last?.after(late);
    });
    await waitForPaint(page, 'القاهرة');
    await page.evaluate(() => {
      const first = document.querySelector('.report-body p:last-of-type')?.firstChild;
      if (first)
        first.textContent = (first.textContent ?? '').replace('القاهرة', 'بيروت');
    });
    await waitForPaint(page, 'بيروت');
    expect(await paintedWords(page)).not.toContain('القاهرة');
    await page.evaluate(() =>
      document.querySelector('.report-body p:last-of-type')?.remove(),
    );
    await poll(async () => !(await paintedWords(page)).includes('بيروت'), {
      what: 'the paint of the removed paragraph to go',
    });
    expect(await paintedWords(page)).toContain('الكويت');
    await page.close();
  });
});
