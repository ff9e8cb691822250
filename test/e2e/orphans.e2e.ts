import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteOf } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import {
  askProbe,
  clickOverlay,
  middleOf,
  waitForNoOverlay,
  waitForOverlay,
} from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitForText,
  waitUntilClosed,
  waitUntilMet,
} from '@/scripts/browsers/drive-popup';
import { findWords, selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import { EDITION_PATHS } from '@/scripts/sample-news/sample-site';
import { readNotePaints, writeNote } from './act-as-reader';
import { openSession, PAGES, type Session, SITE, TALL } from './open-session';
import { readNotes, readTable } from './read-database';

/** In the paragraph that the second edition does not have. */
const GONE = 'قاعدة القيارة';
/** In the second edition other words stand in their place. */
const EDITED = 'أكثر من مئة جندي';
const EDITED_NOW = '109 جنود';
const MOVED = 'بطاريتان في الكويت بانتظار نقلهما';
/** Of those words: a name among them is painted as a name. */
const PART = 'بطاريتان في';
const PART_NOW = 'بطاريتين كانتا';
const WORDS = 'من رفع الحظر؟';
/** In every edition. */
const ELSEWHERE = 'حظر التجول';

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('notes whose words have changed, in %s', (name) => {
  let session: Session;
  let page: PageDriver;

  const isPainted = async (words: string) =>
    (await readNotePaints(page)).some((painted) => painted.includes(words));
  const noteOn = async (quote: string) =>
    (await readNotes(session.browser)).find((note) => quoteOf(note) === quote);
  const waitForNoteOn = (quote: string) =>
    poll(() => noteOn(quote), { what: `a note on ${quote}` });
  const popup = async () => {
    const opened = await openPopup(session.browser, page);
    await clickElement(opened, '#hw-tab-notes');
    return opened;
  };
  const read = async (edition: keyof typeof EDITION_PATHS) => {
    await page.goto(SITE + EDITION_PATHS[edition]);
    await page.goto(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
  };

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    for (const [words, part] of [
      [EDITED, EDITED],
      [MOVED, PART],
    ] as const) {
      await selectWords(page, words);
      await clickOverlay(page, '.hw-bar .hw-swatch-green');
      await poll(() => isPainted(part), { what: part });
    }
    await writeNote(page, GONE, WORDS);
    await page.press('Escape');
    const opened = await openPopup(session.browser, page);
    await waitUntilMet(opened);
    await opened.close();
  });
  afterAll(() => session?.close());

  it('are listed in the opened line with the reason, unasked by nothing else', async () => {
    await read('second');
    await poll(() => isPainted(EDITED_NOW), { what: 'the words that stand now' });
    expect(await isPainted(GONE)).toBe(false);
    await clickOverlay(page, '.hw-line-open');
    await clickOverlay(page, '.hw-lost summary');
    const list = await waitForOverlay(page, '.hw-lost');
    expect(list.text).toContain('1 note has no place');
    expect(list.text).toContain(GONE);
    expect(list.text).toContain('taken out');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-panel');
  });

  it('are settled in the popup, and the old place is kept', async () => {
    const opened = await popup();
    expect(await waitForText(opened, '.hw-note', GONE)).toContain('taken out');
    expect(await waitForText(opened, '.hw-note', EDITED)).toContain(EDITED_NOW);
    const at = await opened.evaluate(
      (quote) =>
        [...document.querySelectorAll('.hw-note')]
          .filter((note) => note.querySelector('.hw-place-answers'))
          .findIndex((note) =>
            note.querySelector('.hw-note-quote')?.textContent?.includes(quote),
          ),
      EDITED,
    );
    await clickElement(opened, '.hw-place-answers button:first-child', at);
    await waitForNoteOn(EDITED_NOW);
    const versions = await readTable<NoteVersion>(session.browser, 'versions');
    expect(versions.map(({ note }) => quoteOf(note))).toEqual([EDITED]);
    await clickElement(opened, '.hw-notice-line .hw-link, .hw-notice-line button');
    await waitForNoteOn(EDITED);
    await opened.close();
    await page.toFront();
  });

  it('show in the page their words as marked and as they stand, to be confirmed', async () => {
    await page.click(middleOf(await findWords(page, EDITED_NOW)));
    const editor = await waitForOverlay(page, '.hw-editor');
    expect(editor.text).toContain(EDITED);
    expect(editor.text).toContain(EDITED_NOW);
    await clickOverlay(page, '.hw-place-answers button:first-child');
    await waitForNoteOn(EDITED_NOW);
    await waitForNoOverlay(page, '.hw-place');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-editor');
  });

  it('lose a place that the reader denies, on the next visit too', async () => {
    await page.click(middleOf(await findWords(page, PART_NOW)));
    await clickOverlay(page, '.hw-place-answers button:last-child');
    const review = await waitForOverlay(page, '.hw-review');
    expect(review.text).toContain(MOVED);
    await poll(async () => !(await isPainted(PART_NOW)), { what: 'the paint to go' });
    await poll(
      async () => (await waitForOverlay(page, '.hw-review')).text.includes('You said'),
      { what: 'the reason' },
    );
    await page.press('Escape');
    await read('second');
    await poll(() => isPainted(EDITED_NOW), { what: 'the other note' });
    expect(await isPainted(PART_NOW)).toBe(false);
  });

  it('are put at words that are selected, from the popup and by keys', async () => {
    const opened = await popup();
    await waitForText(opened, '.hw-note', GONE);
    const at = await opened.evaluate(
      (words) =>
        [...document.querySelectorAll('.hw-note')]
          .filter((note) => note.querySelector('.hw-anchor-orphan button'))
          .findIndex((note) => note.textContent?.includes(words)),
      WORDS,
    );
    await clickElement(opened, '.hw-anchor-orphan button', at).catch(() => {});
    await waitUntilClosed(opened);
    await page.toFront();
    const panel = await waitForOverlay(page, '.hw-review-task');
    expect(panel.text).toContain('Select in the text');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-review-task');
    await page.press('a');
    await waitForOverlay(page, '.hw-review-task');
    expect(await selectWords(page, ELSEWHERE)).toBe(ELSEWHERE);
    await waitForOverlay(page, '.hw-bar');
    expect((await askProbe(page, 'find', { selector: '.hw-bar button' })).length).toBe(1);
    // What is being done stays in sight.
    await waitForOverlay(page, '.hw-review-task');
    await page.press('Tab');
    await page.press('Enter');
    expect((await waitForNoteOn(ELSEWHERE))?.body).toBe(WORDS);
    await poll(() => isPainted(ELSEWHERE), { what: 'the note at its new words' });
  });

  it('go back to their old place when that is undone', async () => {
    await page.press('u');
    expect((await waitForNoteOn(GONE))?.body).toBe(WORDS);
    await poll(async () => !(await isPainted(ELSEWHERE)), { what: 'the paint to go' });
    await page.press('Escape');
    const places = (await readTable<NoteVersion>(session.browser, 'versions')).map(
      ({ note }) => quoteOf(note),
    );
    expect(places).toEqual(expect.arrayContaining([EDITED, ELSEWHERE]));
  });

  it('are found again when the words are there again', async () => {
    await read('first');
    for (const words of [GONE, PART])
      await poll(() => isPainted(words), { what: `${words} in their place` });
  });

  it('are behind the paywall when the rest of the article is', async () => {
    await read('cut');
    const opened = await popup();
    expect(await waitForText(opened, '.hw-note', GONE)).toContain('Only the beginning');
    await opened.close();
    await page.toFront();
    const notes = await readNotes(session.browser);
    expect(notes.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(3);
  });
});
