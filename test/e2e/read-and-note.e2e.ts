import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  textsOf,
  waitForDownload,
  waitForText,
} from '@/scripts/browsers/drive-popup';
import {
  findWords,
  readPainted,
  selectWords,
  waitForPaint,
} from '@/scripts/browsers/read-page';
import { openNote, waitForNotePaint, writeNote } from './act-as-reader';
import { foreignRequests } from './foreign-requests';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes } from './read-database';

const NOTE = 'حاشية أولى: <b>مهم</b> وللمراجعة';
const QUOTE = 'تحت حراسة مشددة';
const MARKED = 'موكب صغير';

function allOf(painted: Record<string, string[]>): string[] {
  return Object.values(painted).flat();
}

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('a reader in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  let popup: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    page = await session.open(PAGES.arabic);
  });
  afterAll(() => session?.close());

  it('sees the names of an Arabic report painted by kind, clitics outside', async () => {
    await waitForPaint(page, 'بغداد');
    const { names } = await readPainted(page);
    expect(names['hw-person']).toEqual(
      expect.arrayContaining([
        'إسماعيل قاآني',
        'قاسم سليماني',
        'برهم صالح',
        'عمار الحكيم',
      ]),
    );
    const places = ['hw-power', 'hw-state', 'hw-place'].flatMap(
      (kind) => names[kind] ?? [],
    );
    expect(places).toEqual(
      expect.arrayContaining(['بغداد', 'العراق', 'إيران', 'طهران', 'أربيل', 'الكويت']),
    );
    // Named as an actor there: a warning to the one, missiles of the other.
    expect(names['hw-power']).toEqual(expect.arrayContaining(['طهران', 'إيران']));
    for (const words of allOf(names)) {
      expect(words).not.toMatch(/^\s|\s$/);
      expect(['بالعراق', 'وطهران', 'لقاسم سليماني', 'وواشنطن']).not.toContain(words);
    }
  });

  it('gets a card from a pointer that rests on a name, and loses it again', async () => {
    await page.hover(middleOf(await findWords(page, 'إسماعيل قاآني')));
    const card = await waitForOverlay(page, '.hw-card');
    expect(card.text).toMatch(/إسماعيل قا?[آأ]ني/);
    expect(card.text).toMatch(/Esma[ei]l (Q|Gh)a+ni/);
    await page.hover({ x: 3, y: 3 });
    await waitForNoOverlay(page, '.hw-card');
  });

  it('pins the card with a click and steps from mention to mention', async () => {
    await page.click(middleOf(await findWords(page, 'قاآني', 1)));
    const card = await waitForOverlay(page, '.hw-card');
    expect(card.text).toContain('قاآني');
    const position = () => waitForOverlay(page, '.hw-card .hw-figures');
    const before = (await position()).text;
    await clickOverlay(page, '.hw-stepper button:last-of-type');
    await poll(async () => (await position()).text !== before, {
      what: 'the next mention',
    });
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-card');
  });

  it('steps from a selection into its bar with Tab, and out of it with Escape', async () => {
    expect(await selectWords(page, QUOTE)).toBe(QUOTE);
    await waitForOverlay(page, '.hw-bar');
    await page.press('Tab');
    expect(await askProbe(page, 'focused')).toMatchObject({ tag: 'button' });
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-bar');
  });

  it('marks a selection in a colour', async () => {
    expect(await selectWords(page, MARKED)).toBe(MARKED);
    await clickOverlay(page, '.hw-bar .hw-swatch-green');
    await waitForNotePaint(page, MARKED);
  });

  it('writes a note, whose keys do not reach the page', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['keydown', 'keypress', 'keyup', 'input'])
        document.addEventListener(type, () => heard.push(type));
    });
    await writeNote(page, QUOTE, NOTE);
    const [field] = await askProbe(page, 'find', { selector: '.hw-editor textarea' });
    expect(field?.value).toBe(NOTE);
    expect(await page.evaluate(() => (globalThis as { heard?: string[] }).heard)).toEqual(
      [],
    );
    await page.press('Escape');
    await waitForNoOverlay(page, '.hw-editor');
  });

  it('finds names, counts and notes in the popup', async () => {
    popup = await openPopup(session.browser, page);
    await waitForText(popup, '.hw-entity-main', 'برهم صالح');
    await waitForText(popup, '.hw-article', 'قاآني في بغداد');
    await clickElement(popup, '#hw-tab-notes');
    await waitForText(popup, '.hw-note', QUOTE);
    const notes = await textsOf(popup, '.hw-note');
    expect(notes).toHaveLength(2);
    expect(notes.join()).toContain(NOTE);
    expect(
      await popup.evaluate(() => document.querySelectorAll('.hw-note b').length),
    ).toBe(0);
  });

  it('changes a note in the popup; the page knows', async () => {
    const at = (await textsOf(popup, '.hw-note')).findIndex((text) =>
      text.includes(NOTE),
    );
    await clickElement(popup, `.hw-note:nth-child(${at + 1}) .hw-note-edit button`);
    await popup.waitFor(
      () => document.activeElement?.localName === 'textarea',
      undefined,
      {
        what: 'the focus in the words',
      },
    );
    await popup.toFront();
    await popup.press('End');
    await popup.type(' ثم زيادة');
    await clickElement(popup, '.hw-note-form-foot .hw-button');
    await waitForText(popup, '.hw-note-words', 'ثم زيادة');
    await page.toFront();
    // The news of the change travels through the background.
    await poll(
      async () => {
        await page.press('Escape');
        await page.click(middleOf(await findWords(page, QUOTE)));
        const field = await waitForOverlay(page, '.hw-editor textarea');
        return field.value?.includes('ثم زيادة');
      },
      { what: 'the changed words in the editor of the page' },
    );
    await page.press('Escape');
  });

  it('keeps the last word typed into a popup that closes at once, as popups do', async () => {
    const at = (await textsOf(popup, '.hw-note')).findIndex((text) =>
      text.includes(NOTE),
    );
    await clickElement(popup, `.hw-note:nth-child(${at + 1}) .hw-note-edit button`);
    await popup.waitFor(
      () => document.activeElement?.localName === 'textarea',
      undefined,
    );
    await popup.toFront();
    await popup.press('End');
    await popup.type(' والخاتمة');
    await popup.close();
    await poll(
      async () =>
        (await readNotes(session.browser)).some(({ body }) => body.endsWith('والخاتمة')),
      { what: 'the last word in the database' },
    );
  });

  it('finds everything in its place after a reload', async () => {
    await page.reload();
    const painted = await poll(
      async () => {
        const { notes } = await readPainted(page);
        return allOf(notes).length >= 2 ? notes : null;
      },
      { what: 'both notes to be painted' },
    );
    expect(allOf(painted).sort()).toEqual([MARKED, QUOTE].sort());
    expect(Object.keys(painted).join()).not.toContain('probable');
    expect(await readNotes(session.browser)).toHaveLength(2);
  });

  it('takes the notes away as JSON and Markdown', async () => {
    popup = await openPopup(session.browser, page);
    await waitForText(popup, '.hw-entity-main', 'برهم صالح');
    await clickElement(popup, '.hw-popup-foot-row .hw-button');
    await clickElement(popup, '.hw-export-row .hw-button', 0);
    const json = await waitForDownload(session.browser, '.json');
    const data = JSON.parse(json.text) as {
      format: string;
      notes: { body: string }[];
      articles: { title: string }[];
    };
    expect(data.format).toBe('hawashi');
    expect(data.articles.map(({ title }) => title).join()).toContain('قاآني');
    expect(data.notes.map(({ body }) => body)).toContainEqual(
      `${NOTE} ثم زيادة والخاتمة`,
    );
    await clickElement(popup, '.hw-export-row .hw-button', 1);
    const markdown = await waitForDownload(session.browser, '.md');
    expect(markdown.text).toContain(QUOTE);
    expect(markdown.text).toContain('ثم زيادة');
    expect(markdown.text).not.toContain('<b>');
    await popup.close();
  });

  it('deletes a note from the page and takes that back', async () => {
    await page.toFront();
    await openNote(page, QUOTE);
    await clickOverlay(page, '.hw-editor .hw-icon-button');
    await poll(async () => !allOf((await readPainted(page)).notes).includes(QUOTE), {
      what: 'the paint of the note to go',
    });
    await clickOverlay(page, '.hw-notice-action');
    await poll(async () => allOf((await readPainted(page)).notes).includes(QUOTE), {
      what: 'the paint of the note to come back',
    });
    const notes = await readNotes(session.browser);
    expect(notes.map(({ deletedAt }) => deletedAt)).toEqual([null, null]);
  });

  it('reads an English report as well', async () => {
    await page.goto(PAGES.english);
    await waitForPaint(page, 'Baghdad');
    const { names } = await readPainted(page);
    expect(names['hw-person']).toEqual(
      expect.arrayContaining(['Esmail Qaani', 'Qasem Soleimani', 'Barham Salih']),
    );
    expect(allOf(names)).toEqual(expect.arrayContaining(['Iraq', 'Erbil', 'Kuwait']));
  });

  it('has told nobody: the network saw the pages, and nothing else', () => {
    const { log } = session.server;
    expect(log.map(({ url }) => url)).toContain(PAGES.arabic);
    expect(foreignRequests(log, [PAGES.arabic, PAGES.english])).toEqual([]);
  });
});
