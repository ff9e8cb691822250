/** One note, two tabs: no word of either is lost, and both are shown. And the ways back: undo, versions, the trash. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askProbe,
  clickOverlay,
  waitForNoOverlay,
  waitForOverlay,
} from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, waitForText } from '@/scripts/browsers/drive-popup';
import { waitForPaint } from '@/scripts/browsers/read-page';
import { openNote, startNote } from './act-as-reader';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes } from './read-database';

const QUOTE = 'موكب صغير';

describe.each(BROWSER_NAMES)('a note in two tabs, in %s', (name) => {
  let session: Session;
  let one: PageDriver;
  let other: PageDriver;

  const bodies = async () => (await readNotes(session.browser)).map(({ body }) => body);
  const saved = (body: string) =>
    poll(async () => (await bodies()).includes(body), { what: `"${body}" on the disk` });
  const field = async (page: PageDriver) =>
    (await askProbe(page, 'find', { selector: '.hw-editor textarea' }))[0]?.value;

  async function open(page: PageDriver): Promise<void> {
    await page.toFront();
    await openNote(page, QUOTE);
  }

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    one = await session.open(PAGES.arabic);
    await waitForPaint(one, 'بغداد');
    await startNote(one, QUOTE);
    await one.type('one');
    await saved('one');
    other = await session.open(PAGES.arabic);
    await waitForPaint(other, QUOTE);
  });
  afterAll(() => session?.close());

  it('undoes and redoes what is typed, as any field does', async () => {
    await one.toFront();
    await one.type(' more');
    await one.press('Control+z');
    await poll(async () => !(await field(one))?.includes('more'), { what: 'the undo' });
    await saved((await field(one)) ?? '');
    await one.press('Control+a');
    await one.type('one');
    await saved('one');
  });

  it('shows the words of the other tab beside its own, and lets the reader choose', async () => {
    await open(other);
    expect(await field(other)).toBe('one');
    await other.type(' other');
    await saved('one other');
    await one.toFront();
    const panel = await waitForOverlay(one, '.hw-elsewhere');
    expect(panel.text).toContain('one other');
    expect(await field(one)).toBe('one');
    await clickOverlay(one, '.hw-elsewhere button:nth-of-type(2)');
    await saved('one\n\none other');
    await waitForNoOverlay(one, '.hw-elsewhere');
    expect(await field(one)).toBe('one\n\none other');
    await other.toFront();
    expect((await waitForOverlay(other, '.hw-elsewhere')).text).toContain('one other');
    await clickOverlay(other, '.hw-elsewhere button:nth-of-type(1)');
    await other.press('Escape');
  });

  it('keeps what was replaced among its versions, and brings it back', async () => {
    await one.toFront();
    await one.press('Control+a');
    await one.type('all new');
    await saved('all new');
    await one.press('Escape');
    await waitForNoOverlay(one, '.hw-editor');
    await open(one);
    await clickOverlay(one, '.hw-earlier summary');
    expect((await waitForOverlay(one, '.hw-earlier ol')).text).toContain('other');
    await clickOverlay(one, '.hw-earlier li:last-child .hw-link');
    await poll(async () => (await field(one))?.includes('one'), { what: 'the words' });
    const brought = (await field(one)) ?? '';
    await saved(brought);
    await clickOverlay(one, '.hw-notice-action');
    await saved('all new');
    expect(await field(one)).toBe('all new');
  });

  it('comes back from the trash, by the key and by its page', async () => {
    await clickOverlay(one, '.hw-editor .hw-card-head .hw-icon-button:nth-of-type(1)');
    const isDeleted = async () =>
      (await readNotes(session.browser)).every(({ deletedAt }) => deletedAt !== null);
    await poll(isDeleted, { what: 'the note in the trash' });
    await one.toFront();
    await one.press('Control+z');
    await poll(async () => !(await isDeleted()), { what: 'the note back' });
    await open(one);
    await clickOverlay(one, '.hw-editor .hw-card-head .hw-icon-button:nth-of-type(1)');
    await poll(isDeleted, { what: 'the note in the trash' });
    const trash = await session.browser.openExtensionPage('library.html#trash');
    await waitForText(trash, '.hw-trashed', QUOTE);
    await clickElement(trash, '.hw-restore');
    await poll(async () => !(await isDeleted()), { what: 'the note back' });
    await waitForText(trash, '.hw-empty', '');
    await trash.close();
  });
});
