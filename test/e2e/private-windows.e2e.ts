import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOverlay, waitForOverlay } from '@/scripts/browsers/ask-probe';
import { type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, openPopup, waitForText } from '@/scripts/browsers/drive-popup';
import { readPainted, selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import { writeNote } from './act-as-reader';
import { inExtension } from './ask-extension';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes, readTable } from './read-database';
import { readStorage } from './read-storage';

const EARLIER = 'أكثر من مئة جندي';
const WORDS = 'قاعدة القيارة';
/** Nothing else on the machine says this. */
const SECRET = 'Vortigaunt9Hidden';

interface SessionApi {
  storage: { session: { get(keys: null): Promise<Record<string, unknown>> } };
}

/**
 * The steps build on one another, as a reader's do. What the background does for a
 * private window is held for both browsers in `test/background/private-windows.test.ts`.
 */
describe('a private window, in Firefox', () => {
  let session: Session;
  let page: PageDriver;
  let other: PageDriver;

  const isPainted = async (words: string) =>
    Object.values((await readPainted(page)).notes)
      .flat()
      .some((painted) => painted.includes(words));
  const memory = () =>
    inExtension(session.browser, (own) =>
      own.evaluate(async () => {
        const api = globalThis as unknown as Record<'browser' | 'chrome', SessionApi>;
        return JSON.stringify(
          await (api.browser ?? api.chrome).storage.session.get(null),
        );
      }),
    );
  /** Every table of the database, and `storage.local`. */
  const disk = async () => {
    // Else the page that looks would stand in the private window, where it sees no disk.
    await other.toFront();
    const tables = ['articles', 'notes', 'versions', 'entities', 'sightings', 'history'];
    const more = [
      'fingerprints',
      'readings',
      'stories',
      'memberships',
      'refusals',
      'meta',
    ];
    const rows: unknown[] = [];
    for (const table of [...tables, ...more]) {
      rows.push(await readTable(session.browser, table));
    }
    return JSON.stringify([rows, await readStorage(session.browser)]);
  };

  beforeAll(async () => {
    session = await openSession('firefox', { viewport: TALL, inPrivateWindows: true });
    other = await session.open(PAGES.arabic);
    await waitForPaint(other, 'بغداد');
    await selectWords(other, EARLIER);
    await clickOverlay(other, '.hw-bar .hw-swatch-green');
    await poll(async () => (await readNotes(session.browser)).length === 1, {
      what: 'the earlier note',
    });
    await other.goto(PAGES.contact);
  });
  afterAll(() => session?.close());

  it('shows names and earlier notes', async () => {
    const opened = await session.browser.newPrivatePage?.();
    if (!opened) throw new Error('no private window');
    page = opened;
    await page.goto(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
    await poll(() => isPainted(EARLIER), { what: 'the earlier note' });
  });

  it('says in the editor what becomes of a note, and keeps it in memory', async () => {
    await writeNote(page, WORDS, SECRET);
    const editor = await waitForOverlay(page, '.hw-editor');
    expect(editor.text).toContain('Private window: kept in memory only');
    await page.press('Escape');
    expect(await memory()).toContain(SECRET);
  });

  it('has it again after a reload, with the background dead', async () => {
    await session.browser.killBackground();
    await page.reload();
    await waitForPaint(page, 'بغداد');
    await poll(() => isPainted(WORDS), { what: 'the private note' });
  });

  it('says in the popup the same, lists the notes and offers to export them', async () => {
    const popup = await openPopup(session.browser, page);
    await waitForText(popup, '.hw-banner', 'A private window');
    await clickElement(popup, '#hw-tab-notes');
    await waitForText(popup, '.hw-note', WORDS);
    expect(
      await popup.evaluate(() => document.querySelector('[role="switch"]')),
    ).toBeNull();
    await clickElement(popup, '.hw-popup-foot .hw-button');
    await clickElement(popup, '.hw-export .hw-button');
    const { downloadsDir } = session.browser;
    const file = await poll(
      async () =>
        existsSync(downloadsDir)
          ? readdirSync(downloadsDir).find((one) => one.endsWith('.json'))
          : undefined,
      { what: 'the file' },
    );
    await poll(
      async () => readFileSync(join(downloadsDir, file), 'utf8').includes(SECRET),
      {
        what: 'the words in the file',
      },
    );
    await popup.close();
    await page.toFront();
  });

  it('leaves nothing of it on the disk', async () => {
    await page.goto(PAGES.english);
    await waitForPaint(page, 'Baghdad');
    const kept = await disk();
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain('/en/politics');
    expect(kept).toContain(EARLIER);
  });

  it('takes it with it when it is closed', async () => {
    await page.close();
    await poll(async () => !(await memory()).includes(SECRET), {
      what: 'the memory to go',
    });
    await other.goto(PAGES.arabic);
    await waitForPaint(other, 'بغداد');
    expect(await readNotes(session.browser)).toHaveLength(1);
    expect(await disk()).not.toContain(SECRET);
  });
});
