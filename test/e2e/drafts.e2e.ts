/** Select, type, and go: every word that was typed is there again. `faults/` has what is worse. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteOf } from '@/core/model/note';
import { askProbe, clickOverlay, waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { waitForPaint } from '@/scripts/browsers/read-page';
import { pause, startNote } from './act-as-reader';
import { restartExtension } from './ask-extension';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes } from './read-database';
import { readStorage, writeStorage } from './read-storage';

const QUOTES = { close: 'تحت حراسة مشددة', update: 'ثمناً باهظاً' };
const WORDS = Array.from({ length: 12 }, (_, index) => `كلمة${index}`);
/** Milliseconds after the last key: long before a note is sent, long enough for a key to reach the page. */
const A_KEY = 60;

async function write(page: PageDriver, quote: string): Promise<void> {
  await startNote(page, quote);
  await page.type(WORDS.join(' '));
  await pause(A_KEY);
}

function waitForNote(session: Session, quote: string) {
  return poll(
    async () =>
      (await readNotes(session.browser)).find(
        (note) => quoteOf(note) === quote && note.body === WORDS.join(' '),
      ),
    { what: `every word of the note on ${quote}` },
  );
}

const drafts = async (session: Session) =>
  Object.keys(await readStorage(session.browser)).filter((key) =>
    key.startsWith('draft:'),
  );

describe.each(BROWSER_NAMES)('words in mid-writing, in %s', (name) => {
  let session: Session;

  async function openArticle(): Promise<PageDriver> {
    const page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    return page;
  }

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
  });
  afterAll(() => session?.close());

  it('are saved when the tab is closed', async () => {
    const page = await openArticle();
    await write(page, QUOTES.close);
    await page.close();
    await openArticle();
    await waitForNote(session, QUOTES.close);
  });

  it('that were torn on the disk stand in no other’s way', async () => {
    const [note] = await readNotes(session.browser);
    const {
      articleId: _,
      deletedAt: __,
      ...draft
    } = note ?? { articleId: '', deletedAt: null };
    const article = {
      url: PAGES.arabic,
      title: '',
      siteName: '',
      lang: 'ar',
      wordCount: 1,
    };
    const later = { ...draft, body: 'من جديد', updatedAt: Date.now() + 1 };
    await writeStorage(session.browser, {
      'draft:a': 'torn',
      'draft:b': { article, note: later },
    });
    await session.browser.killBackground();
    await openArticle();
    await poll(
      async () =>
        (await readNotes(session.browser)).some(({ body }) => body === 'من جديد'),
      { what: 'the whole draft' },
    );
    expect(await readStorage(session.browser)).toMatchObject({
      'draft-damaged:a': 'torn',
    });
    expect(await drafts(session)).toEqual([]);
  });
});

describe.each(BROWSER_NAMES)(
  'an update of the extension in mid-writing, in %s',
  (name) => {
    let session: Session;

    beforeAll(async () => {
      session = await openSession(name, { viewport: TALL });
    });
    afterAll(() => session?.close());

    it('is told at the next key, loses nothing written before, and what comes after can be copied', async () => {
      const page = await session.open(PAGES.arabic);
      await waitForPaint(page, 'بغداد');
      await write(page, QUOTES.update);
      await restartExtension(session.browser);
      await page.toFront();
      await page.type(' ثم');
      const notice = await waitForOverlay(page, '.hw-notice-problem');
      expect(notice.text).toContain('Reload to keep writing');
      const fields = await askProbe(page, 'find', { selector: 'textarea' });
      expect(fields.map(({ value }) => value?.slice(0, WORDS.join(' ').length))).toEqual([
        WORDS.join(' '),
      ]);
      await clickOverlay(page, '.hw-notice-action');
      expect((await waitForOverlay(page, '.hw-notice-info')).text).toContain('clipboard');
      await page.reload();
      await waitForPaint(page, 'بغداد');
      await waitForNote(session, QUOTES.update);
    });
  },
);
