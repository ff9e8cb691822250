/** A thousand notes on one page, or ten thousand, restored from a file while the reader writes there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteOf } from '@/core/model/note';
import { BROWSER_NAMES, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, waitForText } from '@/scripts/browsers/drive-popup';
import {
  closeNote,
  openNote,
  pause,
  startNote,
  typeWords,
  waitForNotePaint,
} from '../act-as-reader';
import { chooseFile } from '../choose-file';
import { openSession, type Session, TALL } from '../open-session';
import { readNotes, readTable } from '../read-database';
import {
  answerCrowded,
  CROWD,
  CROWDED,
  crowd,
  crowdFile,
  QUIET_PLACE,
} from './crowded-article';
import { tellFault } from './fault-table';
import { openArticle } from './harbour-article';
import { createLedger, type Ledger } from './ledger';

/** For ten thousand notes brought, read again and again and compared, on a busy machine; in ms. */
const TIME = 400_000;
const COUNT = CROWD.toLocaleString('en');

describe.each(BROWSER_NAMES)('with a crowd of notes on a page, in %s,', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL, answer: answerCrowded });
  });
  afterAll(() => session?.close());

  async function tell(fault: string, runs: number, ledger: Ledger): Promise<void> {
    const losses = await ledger.countLosses(session.browser);
    tellFault(fault, name, runs, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
  }

  it(
    'they are restored while the page is written on, and no word is lost',
    async () => {
      const ledger = createLedger();
      const page = await openArticle(session, CROWDED);
      const write = async (count: number) => {
        const words = ledger.newWords(count);
        ledger.wrote(QUIET_PLACE, words);
        await typeWords(page, words);
      };
      await startNote(page, QUIET_PLACE);
      await write(3);
      const { note, article } = await readKept();
      const fromFile = ledger.newWords(2);
      ledger.wroteElsewhere(QUIET_PLACE, fromFile);
      for (const { passage, word } of crowd()) ledger.wrote(passage, [word]);
      const changed = {
        ...note,
        body: fromFile.join(' '),
        updatedAt: note.updatedAt + 1,
      };

      const settings = await session.browser.openExtensionPage('library.html#settings');
      await waitForText(settings, '.hw-keeping-facts', 'note');
      await chooseFile(settings, crowdFile(article, [changed]));
      await waitForText(settings, '.hw-keeping-file', COUNT);
      // What the file says of the note that is being written is in conflict, and only taken when asked for.
      await clickElement(settings, '.hw-import-kind > label input', 1);
      await clickElement(settings, '.hw-keeping-file .hw-button-main');
      await page.toFront();
      for (let round = 0; round < 5; round++) {
        await write(1);
        await pause(150);
      }
      await ledger.waitUntilKept(session.browser);
      await tell(`${COUNT} notes restored in mid-typing`, 1, ledger);

      await closeNote(page);
      await page.reload();
      await waitForNotePaint(page, QUIET_PLACE);
      await openNote(page, QUIET_PLACE);
      await page.press('End');
      let killed = 0;
      for (let round = 0; round < 4; round++) {
        await write(1);
        await pause(120 * round);
        if (await session.browser.killBackground()) killed++;
      }
      expect(killed).toBeGreaterThan(0);
      await closeNote(page);
      await ledger.waitUntilKept(session.browser);
      await tell(`${COUNT} notes on the page, background killed`, killed, ledger);
      expect(await readNotes(session.browser)).toHaveLength(CROWD + 1);
    },
    TIME,
  );

  async function readKept() {
    return poll(
      async () => {
        const note = (await readNotes(session.browser)).find(
          (one) => quoteOf(one) === QUIET_PLACE,
        );
        const articles = await readTable<{ id: string }>(session.browser, 'articles');
        const article = articles.find(({ id }) => id === note?.articleId);
        return note && article && { note, article };
      },
      { what: 'the note to be kept' },
    );
  }
});
