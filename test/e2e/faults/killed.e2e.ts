/** The background, a tab, the whole browser killed while the reader writes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver } from '@/scripts/browsers/browser-driver';
import {
  addTag,
  closeNote,
  deleteNote,
  highlight,
  openNote,
  pause,
  startNote,
  typeWords,
  waitForNotePaint,
} from '../act-as-reader';
import { openSession, type Session, TALL } from '../open-session';
import { DEPTH, tellFault } from './fault-table';
import { answerHarbours, openArticle, passage } from './harbour-article';
import { killAtMessages } from './hear-messages';
import { createLedger, type Ledger, type Losses } from './ledger';
import { openDiskView, waitForDisk } from './wait-for-disk';

/** Milliseconds between the last key and the end. */
const MOMENTS = [0, 5, 20, 60];

describe.each(BROWSER_NAMES)('nothing is lost, in %s,', (name) => {
  let session: Session;
  const profile = mkdtempSync(join(tmpdir(), 'hawashi-faults-'));
  const start = () =>
    openSession(name, { viewport: TALL, profile, answer: answerHarbours });
  let used = 0;
  const nextPassage = () => passage(used++);

  beforeAll(async () => {
    session = await start();
  });
  afterAll(async () => {
    await session?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Three notes made, written, tagged, deleted and brought back. */
  async function writeNotes(page: PageDriver, ledger: Ledger): Promise<void> {
    const marked = nextPassage();
    ledger.wrote(marked);
    await highlight(page, marked);

    const written = nextPassage();
    const words = ledger.newWords(4);
    ledger.wrote(written, words);
    await startNote(page, written);
    await typeWords(page, words);
    const [tag = ''] = ledger.newWords(1);
    ledger.tagged(written, tag);
    await addTag(page, tag);
    await closeNote(page);

    const undone = nextPassage();
    const more = ledger.newWords(3);
    ledger.wrote(undone, more);
    await startNote(page, undone);
    await typeWords(page, more);
    await deleteNote(page);
    await page.press('Control+z');
    await waitForNotePaint(page, undone);

    const gone = nextPassage();
    const last = ledger.newWords(2);
    ledger.wrote(gone, last);
    ledger.deleted(gone, true);
    await startNote(page, gone);
    await typeWords(page, last);
    await deleteNote(page);

    await openNote(page, written);
    const again = ledger.newWords(2);
    ledger.wrote(written, again);
    await page.press('End');
    await typeWords(page, again);
    await closeNote(page);
  }

  it('when the background is killed at the boundaries of messages', async () => {
    const ledger = createLedger();
    const page = await openArticle(session);
    let runs = 0;
    for (let phase = 0; phase < 2 * DEPTH; phase++) {
      const killing = await killAtMessages(session.browser, phase);
      await page.toFront();
      await writeNotes(page, ledger);
      const { killed } = await killing.stop();
      expect(killed).toBeGreaterThan(3);
      runs += killed;
    }
    await ledger.waitUntilKept(session.browser);
    const losses = await ledger.countLosses(session.browser);
    tellFault('background killed at a message', name, runs, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
    await page.close();
  });

  /** Kills in the middle of a word, at ever another one and moment; then looks for all that were finished. */
  async function writeUntilKilled(
    runs: number,
    kill: (page: PageDriver, run: number) => Promise<void>,
  ): Promise<Losses> {
    const ledger = createLedger();
    for (let run = 0; run < runs; run++) {
      const { browser } = session;
      const view = await openDiskView(session.browser);
      const page = await openArticle(session);
      const here = nextPassage();
      const words = ledger.newWords(3 + ((run * 3) % 7));
      ledger.wrote(here, words);
      await startNote(page, here);
      await typeWords(page, words);
      await waitForDisk(view, words.at(-1) ?? '');
      await page.type('و'.repeat((run + 2) % 4));
      await pause(MOMENTS[run % MOMENTS.length] ?? 0);
      await kill(page, run);
      if (session.browser === browser) await view.close();
    }
    await (await openArticle(session)).close();
    await ledger.waitUntilKept(session.browser);
    return ledger.countLosses(session.browser);
  }

  it('when the process of the page is killed in mid-typing, the background too', async () => {
    const runs = 2 * DEPTH;
    const losses = await writeUntilKilled(runs, async (page, run) => {
      if (run % 2 === 1) await session.browser.killBackground();
      await page.crash();
    });
    tellFault('page killed in mid-typing', name, runs, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
  });

  it('when the browser is killed in mid-typing, and opened again', async () => {
    const runs = DEPTH;
    const losses = await writeUntilKilled(runs, async () => {
      await session.browser.kill();
      await session.server.close();
      session = await start();
    });
    tellFault('browser killed in mid-typing', name, runs, losses);
    expect(losses).toMatchObject({ notesLost: 0, wordsLost: 0 });
  });
});
