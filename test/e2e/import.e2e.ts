import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { chooseFile } from '@/scripts/browsers/choose-file';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { makeData } from '../make-export';
import { makeNote, OTHER_NOTE_ID } from '../make-note';
import { openSession, type Session } from './open-session';
import { readNotes, readTable } from './read-database';

const FILE = JSON.stringify({
  ...{ format: 'hawashi', version: 1 },
  ...makeData({ notes: [makeNote(), makeNote({ id: OTHER_NOTE_ID, body: 'غيرها' })] }),
});

/** More than fits into memory, of which no byte is kept twice. */
const chooseGigabyte = (page: PageDriver) =>
  page.evaluate(() => {
    const part = new Blob(['[{"uri":"https://example.com/"},'.repeat(32_768)]);
    const file = new File(Array(1_024).fill(part), 'large.json');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no field for a file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return file.size;
  });

describe.each(BROWSER_NAMES)('bringing notes in in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  const open = async () => {
    page = await session.browser.openExtensionPage('library.html#settings');
    await waitForText(page, '.hw-keeping-facts', 'note');
  };

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    await open();
  });
  afterAll(() => session?.close());

  it('refuses a gigabyte, and brackets without end, in words', async () => {
    expect(await chooseGigabyte(page)).toBeGreaterThan(1e9);
    await waitForText(page, '.hw-notice-line', 'larger than 256 MB');
    await chooseFile(page, `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    await waitForText(page, '.hw-notice-line', 'No notes were recognised');
    await chooseFile(page, '{"format":"hawashi","version":1,"notes":[{"id"');
    await waitForText(page, '.hw-notice-line', 'ends in the middle');
    expect(await readNotes(session.browser)).toEqual([]);
  });

  it('shows what is in a backup, brings it in with its actors, and can undo it after the page was closed', async () => {
    await chooseFile(page, FILE);
    await waitForText(page, '.hw-keeping-file', '2 notes that are not here');
    expect(await readNotes(session.browser)).toEqual([]);
    await clickElement(page, '.hw-keeping-file .hw-button-main');
    await waitForText(page, '.hw-notice-line', '2 notes brought back');
    expect(await readTable(session.browser, 'sightings')).toHaveLength(2);
    await page.close();

    await open();
    await waitForText(page, '.hw-last-brought', '2 new notes');
    await clickElement(page, '.hw-last-brought button');
    await waitForText(page, '.hw-notice-line', 'Undone for 2 notes');
    const notes = await readNotes(session.browser);
    expect(notes.map(({ deletedAt }) => deletedAt !== null)).toEqual([true, true]);
    expect(await readTable(session.browser, 'sightings')).toEqual([]);
    expect(await readTable(session.browser, 'entities')).toEqual([]);
    await poll(async () => (await textsOf(page, '.hw-last-brought')).length === 0, {
      what: 'nothing more to undo',
    });
  });
});
