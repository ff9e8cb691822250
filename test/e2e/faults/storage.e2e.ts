/** The database taken away, replaced, held or without room, and the clock set back, while the reader writes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { makeDraft, makeFacts } from '@/test/make-note';
import {
  closeNote,
  deleteNote,
  openNote,
  startNote,
  typeWords,
  waitForNotePaint,
} from '../act-as-reader';
import { tellBackground } from '../ask-extension';
import { openSession, type Session, TALL } from '../open-session';
import { readStorage } from '../read-storage';
import { tellFault } from './fault-table';
import { answerHarbours, HARBOURS, openArticle, passage } from './harbour-article';
import { createLedger } from './ledger';
import { deleteDatabase, holdOlder, makeNewer } from './spoil-database';

const YEAR = 365 * 86_400_000;
const NOTHING = { notesLost: 0, wordsLost: 0 };

/** The steps share a database, the last one leaves it of a newer version. */
describe.each(BROWSER_NAMES)('no word is lost, in %s,', (name) => {
  let session: Session;
  let page: PageDriver;
  const ledger = createLedger();
  let used = 0;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL, answer: answerHarbours });
    page = await openArticle(session);
  });
  afterAll(() => session?.close());

  async function write(count: number): Promise<string> {
    const here = passage(used++);
    ledger.wrote(here);
    await startNote(page, here);
    await writeOn(here, count);
    return here;
  }
  /** Gives the last word. */
  async function writeOn(here: string, count: number): Promise<string> {
    const words = ledger.newWords(count);
    ledger.wrote(here, words);
    await typeWords(page, words);
    return words.at(-1) ?? '';
  }
  async function tell(fault: string): Promise<void> {
    const losses = await ledger.countLosses(session.browser);
    tellFault(fault, name, 1, losses);
    expect(losses).toMatchObject(NOTHING);
  }

  it('when the clock is set back', async () => {
    const here = passage(used++);
    const words = ledger.newWords(2);
    ledger.wrote(here, words);
    const selector = {
      exact: here,
      prefix: 'From ',
      suffix: ' the boats',
      start: 0,
      end: 1,
    };
    const written = Date.now() + YEAR;
    await tellBackground(session.browser, 'save-note', {
      article: makeFacts({ url: HARBOURS, title: 'Harbours' }),
      note: makeDraft({
        target: { type: 'passage', selector },
        body: `${words.join(' ')} `,
        ...{ createdAt: written, updatedAt: written },
      }),
    });
    await page.toFront();
    await waitForNotePaint(page, here);
    await openNote(page, here);
    await page.press('End');
    await writeOn(here, 2);
    await deleteNote(page);
    await page.press('Control+z');
    await waitForNotePaint(page, here);
    await openNote(page, here);
    await page.press('End');
    await writeOn(here, 1);
    await closeNote(page);
    await ledger.waitUntilKept(session.browser);
    await tell('clock set back by a year');
  });

  it('when the database is deleted', async () => {
    await page.toFront();
    const here = await write(3);
    await deleteDatabase(session.browser);
    await page.toFront();
    await writeOn(here, 2);
    await closeNote(page);
    await session.browser.killBackground();
    await openArticle(session).then((other) => other.close());
    await ledger.waitUntilKept(session.browser);
    await tell('database deleted in mid-typing');
  });

  it('when a page of an older version blocks the upgrade', async () => {
    const older = await holdOlder(session.browser);
    await page.toFront();
    const here = await write(3);
    expect((await waitForOverlay(page, '.hw-editor .hw-failed')).text).toBeTruthy();
    await writeOn(here, 2);
    await older.close();
    await page.toFront();
    await closeNote(page);
    await ledger.waitUntilKept(session.browser);
    await tell('upgrade blocked by an open page');
  });

  it('when the database becomes one of a newer version', async () => {
    await page.toFront();
    const here = await write(3);
    await makeNewer(session.browser);
    await session.browser.killBackground();
    await page.toFront();
    const last = await writeOn(here, 2);
    await waitForOverlay(page, '.hw-editor .hw-failed');
    // A key is on its way to the disk for some milliseconds.
    const isWritten = async () =>
      JSON.stringify(await readStorage(session.browser)).includes(last);
    await poll(isWritten, { what: 'the last word on the disk' });
    await page.crash();
    await tell('database of a newer version in mid-typing');
  });
});
