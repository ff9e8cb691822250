import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '@/core/model/note';
import {
  askProbe,
  clickOverlay,
  waitForNoOverlay,
  waitForOverlay,
} from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPopup,
  waitUntilClosed,
  waitUntilMet,
} from '@/scripts/browsers/drive-popup';
import {
  findWords,
  readPainted,
  selectWords,
  waitForPaint,
} from '@/scripts/browsers/read-page';
import { EDITION_PATHS } from '@/scripts/sample-news/sample-site';
import { readNotePaints, writeNote } from './act-as-reader';
import { openSession, PAGES, type Session, SITE, TALL } from './open-session';
import { readNotes, readTable } from './read-database';

/** Both stand in the copy, too. */
const QUOTE = 'تحت حراسة مشددة';
const MARKED = 'موكب صغير';
/** In a paragraph that the copy does not have. */
const GONE = 'وأعلنت الأمم المتحدة';
const WORDS = 'من كان معه؟';

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the line of a page in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  /** The copy as its paper made it. */
  let untouched = '';

  const notePaints = () => readNotePaints(page);
  const paintsOf = async (paint: string) =>
    (await readPainted(page)).names[`hw-${paint}`] ?? [];
  const bodyOf = () => page.evaluate(() => document.body.outerHTML);
  const carried = async (): Promise<Note[]> =>
    (await readNotes(session.browser)).filter(
      ({ carriedFrom, deletedAt }) => carriedFrom && deletedAt === null,
    );

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    for (const words of [MARKED, GONE]) {
      await selectWords(page, words);
      await clickOverlay(page, '.hw-bar .hw-swatch-green');
      await poll(async () => (await notePaints()).includes(words), { what: words });
    }
    await writeNote(page, QUOTE, WORDS);
    const popup = await openPopup(session.browser, page);
    await waitUntilMet(popup);
    await popup.close();
  });
  afterAll(() => session?.close());

  it('says nothing of an article like no other', async () => {
    // Long enough for a line to come.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-line');
  });

  it('says on a copy that it is one, and takes neither the focus nor the page', async () => {
    await page.goto(PAGES.copy);
    untouched = await bodyOf();
    const line = await waitForOverlay(page, '.hw-line-open');
    expect(line.text).toContain('Republished');
    expect(line.text).toContain('3 notes');
    expect(await askProbe(page, 'focused')).toBeNull();
    expect(await bodyOf()).toBe(untouched);
  });

  it('opens into what the copy is, and why', async () => {
    await clickOverlay(page, '.hw-line-open');
    const panel = await waitForOverlay(page, '.hw-panel');
    expect(panel.text).toContain('قاآني في بغداد.. أول زيارة معلنة');
    expect(await askProbe(page, 'focused')).toMatchObject({ role: 'dialog' });
    await clickOverlay(page, '.hw-kin [aria-expanded]');
    const why = await waitForOverlay(page, '.hw-why-facts');
    expect(why.text).toContain('قاسم سليماني');
  });

  it('keeps a note of the first with one key, gives it back with another', async () => {
    await clickOverlay(page, '.hw-panel-row .hw-button-main');
    const first = await waitForOverlay(page, '.hw-review');
    expect(first.text).toContain('Note 1 of 3');
    expect(first.text).toContain(MARKED);
    await page.press('a');
    await poll(async () => (await carried()).length === 1, { what: 'the note kept' });
    await poll(async () => (await notePaints()).includes(MARKED), { what: 'its paint' });
    await page.press('u');
    await poll(async () => (await carried()).length === 0, { what: 'the way back' });
    await page.press('Enter');
    await poll(async () => (await carried()).length === 1, { what: 'the note again' });
    const second = await waitForOverlay(page, '.hw-review');
    expect(second.text).toContain(QUOTE);
    expect(second.text).toContain(WORDS);
    await page.press('x');
    await poll(async () => (await readTable(session.browser, 'refusals')).length === 1, {
      what: 'the refusal',
    });
    expect((await waitForOverlay(page, '.hw-review')).text).toContain(GONE);
    // It has no place here: nothing to keep.
    await page.press('a');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-panel');
    const [kept] = await carried();
    expect(kept?.target).toMatchObject({ selector: { exact: MARKED } });
    expect(await carried()).toHaveLength(1);
    expect(await bodyOf()).toBe(untouched);
  });

  it('says nothing twice on one visit, nor a moment later', async () => {
    await page.reload();
    await poll(async () => (await notePaints()).includes(MARKED), { what: 'the note' });
    await findWords(page, QUOTE);
    expect(await notePaints()).not.toContain(QUOTE);
  });

  it('shows what was changed since the last visit, and where', async () => {
    await page.goto(SITE + EDITION_PATHS.second);
    await page.goto(PAGES.arabic);
    const line = await waitForOverlay(page, '.hw-line-open');
    expect(line.text).toContain('paragraphs changed');
    await clickOverlay(page, '.hw-line-open');
    await clickOverlay(page, '.hw-panel-changes .hw-button');
    await poll(async () => (await paintsOf('added')).join().includes('وبدأ الكاظمي'), {
      what: 'the new paragraph to be marked',
    });
    expect((await paintsOf('changed')).join()).toContain('109');
    const seen: string[] = [];
    for (let step = 0; step < 4; step++) {
      seen.push((await waitForOverlay(page, '.hw-panel-changes')).text);
      await clickOverlay(page, '.hw-panel-stepper button:last-child');
    }
    expect(seen.join()).toContain('أكثر من مئة جندي');
    expect(seen.join()).toContain('سلّم التحالف الدولي');
    expect(seen.join()).toContain('A new paragraph');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-panel');
    expect(await paintsOf('added')).toEqual([]);
  });

  it('shows that again when the popup asks for it', async () => {
    const popup = await openPopup(session.browser, page);
    await waitUntilMet(popup);
    await clickElement(popup, '.hw-story-line');
    await clickElement(popup, '.hw-story-more .hw-carried button').catch(() => {});
    await waitUntilClosed(popup);
    await page.toFront();
    await waitForOverlay(page, '.hw-panel-changes .hw-panel-before');
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-panel');
  });

  it('leaves no trace when the site is switched off', async () => {
    await page.goto(PAGES.copy);
    await poll(async () => (await notePaints()).includes(MARKED), { what: 'the note' });
    const popup = await openPopup(session.browser, page);
    await waitUntilMet(popup);
    await clickElement(popup, '.hw-switch', 0);
    await page.toFront();
    await page.waitFor(() => CSS.highlights.size === 0, undefined, { what: 'no paint' });
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await askProbe(page, 'hosts')).toEqual([]);
    await popup.close();
  });
});
