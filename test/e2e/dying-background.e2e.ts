import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clickOverlay,
  middleOf,
  waitForNoOverlay,
  waitForOverlay,
} from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { findWords, selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes } from './read-database';

/** Milliseconds after the press at which the background is killed: before the request, inside, after. */
const DELAYS = [0, 1, 2, 4, 8, 12, 20, 35, 60, 120];

const QUOTES = [
  'موكب صغير',
  'تحت حراسة مشددة',
  'مساء الاثنين',
  'ثمناً باهظاً',
  'هجوم مباغت',
  'ليلة التالية',
  'أكثر من مئة جندي',
  'بانتظار نقلهما',
  'تقليص عدد الجنود',
  'جهاز المخابرات',
];

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe.each(BROWSER_NAMES)('a background that dies, in %s', (name) => {
  let session: Session;
  let page: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
  });
  afterAll(() => session?.close());

  it('paints although it was dead when the page asked', async () => {
    await session.browser.killBackground();
    await page.reload();
    await waitForPaint(page, 'بغداد');
  });

  it('shows the first card of a page although it was dead when the pointer came', async () => {
    const name = middleOf(await findWords(page, 'إسماعيل قاآني'));
    await session.browser.killBackground();
    await page.hover(name);
    await waitForOverlay(page, '.hw-card');
    await page.hover({ x: 3, y: 3 });
    await waitForNoOverlay(page, '.hw-card');
  });

  it('loses no highlight and doubles none, whenever it dies', async () => {
    let killed = 0;
    for (const [index, delay] of DELAYS.entries()) {
      const quote = QUOTES[index] ?? '';
      expect(await selectWords(page, quote)).toBe(quote);
      await clickOverlay(page, '.hw-bar .hw-swatch-blue');
      await pause(delay);
      if (await session.browser.killBackground()) killed++;
      await waitForNoOverlay(page, '.hw-bar');
    }
    expect(killed).toBeGreaterThan(DELAYS.length / 2);
    const notes = await poll(
      async () => {
        const found = await readNotes(session.browser);
        return found.length >= QUOTES.length ? found : null;
      },
      { what: 'all highlights in the database' },
    );
    const exacts = notes.map(({ target }) =>
      target.type === 'passage' ? target.selector.exact : '',
    );
    expect(exacts.sort()).toEqual([...QUOTES].sort());
  });

  it('loses no word of a note that is written while it dies again and again', async () => {
    await selectWords(page, 'حظر التجول');
    await clickOverlay(page, '.hw-bar-note');
    await waitForOverlay(page, '.hw-editor textarea');
    const words = Array.from({ length: 24 }, (_, index) => `كلمة${index}`);
    for (const [index, word] of words.entries()) {
      await page.type(`${word} `);
      await pause((index * 53) % 160);
      if (index % 2 === 0) await session.browser.killBackground();
    }
    await waitForOverlay(page, '.hw-editor .hw-saving svg', { what: '"saved"' });
    await page.press('Escape');
    const note = await poll(
      async () =>
        (await readNotes(session.browser)).find(({ body }) => body.includes('كلمة23')),
      { what: 'the last word in the database' },
    );
    expect(note.body.trim().split(/\s+/)).toEqual(words);
    expect(await readNotes(session.browser)).toHaveLength(QUOTES.length + 1);
  });

  it('keeps a new note although the database was deleted under it', async () => {
    const eraser = await session.browser.openExtensionPage('popup.html');
    const erased = await eraser.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
      for (const name of names) {
        await new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = resolve;
          request.onerror = () => reject(request.error);
        });
      }
      return names.length;
    });
    expect(erased).toBeGreaterThan(0);
    await eraser.close();
    await page.toFront();
    await selectWords(page, 'خيام المحتجين');
    await clickOverlay(page, '.hw-bar .hw-swatch-pink');
    const notes = await poll(
      async () => {
        const found = await readNotes(session.browser);
        return found.length > 0 ? found : null;
      },
      { what: 'the highlight in the new database' },
    );
    expect(notes.map(({ colour }) => colour)).toContain('pink');
  });
});
