/** One note written in two tabs, and in two windows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabIdOf } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  openNote,
  pause,
  startNote,
  typeWords,
  waitForNotePaint,
} from '../act-as-reader';
import { inExtension } from '../ask-extension';
import { openSession, type Session, TALL } from '../open-session';
import { readNotes } from '../read-database';
import { DEPTH, tellFault } from './fault-table';
import { answerHarbours, openArticle, passage } from './harbour-article';
import { createLedger, type Ledger } from './ledger';

const ROUNDS = 3;

interface WindowsApi {
  windows: { create(options: { tabId: number }): Promise<unknown> };
}

async function moveToOwnWindow(session: Session, page: PageDriver): Promise<void> {
  const tabId = await tabIdOf(page);
  await inExtension(session.browser, (own) =>
    own.evaluate(async (tabId) => {
      const api = globalThis as unknown as Record<'browser' | 'chrome', WindowsApi>;
      await (api.browser ?? api.chrome).windows.create({ tabId });
      return true;
    }, tabId),
  );
}

describe.each(BROWSER_NAMES)('with more than one hand on the notes, in %s,', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL, answer: answerHarbours });
  });
  afterAll(() => session?.close());

  async function tell(fault: string, ledger: Ledger): Promise<void> {
    const losses = await ledger.countLosses(session.browser);
    tellFault(fault, name, 2 * ROUNDS * DEPTH, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
  }

  /** Both write into the note that is open in both, by turns, at ever another moment of the other's save. */
  async function writeByTurns(here: string, apart: boolean): Promise<Ledger> {
    const ledger = createLedger();
    const one = await openArticle(session);
    const words = ledger.newWords(2);
    ledger.wrote(here);
    ledger.wroteElsewhere(here, words);
    await startNote(one, here);
    await typeWords(one, words);
    const saved = async () =>
      (await readNotes(session.browser)).some(({ body }) =>
        body.includes(words[1] ?? ''),
      );
    await poll(saved, { what: 'the note to be kept' });
    const other = await openArticle(session);
    if (apart) await moveToOwnWindow(session, other);
    await other.toFront();
    await waitForNotePaint(other, here);
    await openNote(other, here);
    for (let round = 0; round < ROUNDS * DEPTH; round++) {
      for (const page of [one, other]) {
        const words = ledger.newWords(2);
        ledger.wroteElsewhere(here, words);
        await page.toFront();
        await page.press('End');
        await typeWords(page, words);
        await pause((round * 130) % 500);
        if (round % 2 === 1) await session.browser.killBackground();
      }
    }
    await one.close();
    await other.close();
    // What a closed tab has left behind is saved when the article is opened.
    await openArticle(session).then((page) => page.close());
    const settled = async () =>
      (await ledger.countLosses(session.browser)).wordsLost === 0;
    await poll(settled, { what: 'every word in the note or a version' });
    return ledger;
  }

  it('two tabs write one note, and no word is lost', async () => {
    const ledger = await writeByTurns(passage(0), false);
    await tell('two tabs write one note', ledger);
  });

  it('two windows write one note, and no word is lost', async () => {
    const ledger = await writeByTurns(passage(1), true);
    await tell('two windows write one note', ledger);
  });
});
