import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOverlay, waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import { foreignRequests } from './foreign-requests';
import { openSession, PAGES, type Session, TALL } from './open-session';

const WORDS = 'عاد قاآني إلى بغداد';

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('an article and an actor in the library, in %s', (name) => {
  let session: Session;
  let library: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL, language: 'en' });
    await waitForPaint(await session.open(PAGES.english), 'Baghdad');
    const page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    await selectWords(page, 'تحت حراسة مشددة');
    await clickOverlay(page, '.hw-bar-note');
    await waitForOverlay(page, '.hw-editor textarea');
    await page.type(WORDS);
    await waitForOverlay(page, '.hw-editor .hw-saving svg', { what: '"saved"' });
    library = await session.browser.openExtensionPage('library.html#notes');
  });
  afterAll(() => session?.close());

  const heading = (words: string) => waitForText(library, 'h1', words);
  const hash = () => library.evaluate(() => decodeURIComponent(location.hash));
  const focused = () =>
    library.evaluate(() => document.activeElement?.getAttribute('href') ?? '');

  it('leads from a note to its article, with its notes and who is in it', async () => {
    await waitForText(library, '.hw-note-row', WORDS);
    await clickElement(library, '.hw-note-site');
    await waitForText(library, '.hw-about-words', WORDS);
    expect(await hash()).toMatch(/^#article\//);
    const names = await textsOf(library, '.hw-about-entity');
    expect(names.join()).toContain('Baghdad');
  });

  it('leads on to a place: in which articles, what was said of it, and with whom', async () => {
    await library.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLElement>('.hw-about-entity')];
      links.find(({ textContent }) => textContent?.includes('Baghdad'))?.click();
    });
    await heading('Baghdad');
    await waitForText(library, '.hw-part .hw-figures', '2 articles');
    await waitForText(library, '.hw-about-words', WORDS);
    await waitForText(library, '.hw-company-names', 'Baghdad');
    expect(await textsOf(library, '.hw-part-entity .hw-kin-title')).toHaveLength(2);
    const listed = await textsOf(library, '.hw-company .hw-company-name');
    const drawn = await library.evaluate(
      () => document.querySelectorAll('.hw-company-node').length,
    );
    expect(drawn).toBe(listed.length);
    expect(drawn).toBeGreaterThan(5);
  });

  it('is walked by keys alone, and back', async () => {
    const place = await hash();
    await library.evaluate(() =>
      document.querySelector<SVGElement>('.hw-company-node[tabindex="0"]')?.focus(),
    );
    await waitForText(library, '.hw-company-figure figcaption', ' with ');
    const first = await focused();
    await library.press('ArrowRight');
    await poll(async () => (await focused()) !== first, { what: 'the next circle' });
    const next = await focused();
    await library.press('Enter');
    await poll(async () => (await hash()) === decodeURIComponent(next), {
      what: 'the page of the other',
    });
    await waitForText(library, '.hw-company', 'Baghdad');
    await library.evaluate(() => history.back());
    await heading('Baghdad');
    expect(await hash()).toBe(place);
  });

  it('asks no server for anything', () => {
    const opened = [PAGES.arabic, PAGES.english];
    expect(foreignRequests(session.server.log, opened)).toEqual([]);
  });
});
