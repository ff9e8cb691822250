/** A disk without a byte left, under the whole profile; where the tests may mount one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES } from '@/scripts/browsers/browser-driver';
import { closeNote, startNote, typeWords } from '../act-as-reader';
import { openSession, type Session, TALL } from '../open-session';
import { tellFault } from './fault-table';
import { answerHarbours, openArticle, passage } from './harbour-article';
import { createLedger } from './ledger';
import { mountSmallDisk } from './small-disk';

const disk = mountSmallDisk();
afterAll(() => disk?.remove());

describe.skipIf(disk === null).each(BROWSER_NAMES)('on a full disk, in %s,', (name) => {
  let session: Session;

  beforeAll(async () => {
    const profile = `${disk?.folder}/${name}`;
    session = await openSession(name, {
      viewport: TALL,
      profile,
      answer: answerHarbours,
    });
  });
  afterAll(() => session?.close());

  it('no word is lost once there is room, and the reader is told while there is none', async () => {
    const ledger = createLedger();
    const page = await openArticle(session);
    const write = async (here: string, count: number) => {
      const words = ledger.newWords(count);
      ledger.wrote(here, words);
      await typeWords(page, words);
    };
    await startNote(page, passage(0));
    await write(passage(0), 3);
    await closeNote(page);
    await startNote(page, passage(1));
    await write(passage(1), 2);
    const makeRoom = disk?.fill();
    try {
      await write(passage(1), 6);
      // Chromium goes on writing into room that its files have taken before, and says "saved".
      if (name === 'firefox')
        await waitForOverlay(page, '.hw-editor .hw-failed', { timeout: 30_000 });
      await write(passage(1), 2);
    } finally {
      makeRoom?.();
    }
    await ledger.waitUntilKept(session.browser);
    const losses = await ledger.countLosses(session.browser);
    tellFault('disk full in mid-typing', name, 1, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
  });
});
