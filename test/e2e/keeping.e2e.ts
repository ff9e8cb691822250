import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, poll } from '@/scripts/browsers/browser-driver';
import { makeDraft, makeFacts } from '@/test/make-note';
import { tellBackground } from './ask-extension';
import { openSession, type Session } from './open-session';
import { readNotes, readTable } from './read-database';

const MAIN = 'hawashi';
const COUNT = 40;

const idOf = (number: number) =>
  `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;

/** The steps build on one another. */
describe.each(BROWSER_NAMES)('the keeping of notes in %s', (name) => {
  let session: Session;

  const tell = (request: string, body: object) =>
    poll(
      async () => {
        const reply = await tellBackground(session.browser, request, body);
        const { ok } = (reply ?? {}) as { ok?: boolean };
        if (ok !== true) throw new Error(JSON.stringify(reply));
        return true;
      },
      { what: request },
    );

  /** In a page of the extension, past all of our code. */
  async function inExtension<Argument>(
    run: (argument: Argument) => Promise<void>,
    argument: Argument,
  ): Promise<void> {
    const page = await session.browser.openExtensionPage('popup.html');
    await page.evaluate(run, argument);
    await page.close();
  }

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    for (let number = 0; number < COUNT; number++) {
      const note = makeDraft({ id: idOf(number), body: `كلمات ${number}` });
      const article = makeFacts({ url: `https://www.example.com/${number % 7}` });
      await tellBackground(session.browser, 'save-note', { article, note });
    }
  });
  afterAll(() => session?.close());

  const allBack = (what: string) =>
    poll(
      async () => {
        const bodies = (await readNotes(session.browser)).map(({ body }) => body).sort();
        return bodies.length >= COUNT ? bodies : null;
      },
      { what },
    );

  it('gives all notes back after the database was deleted', async () => {
    const before = await allBack('all notes saved');
    await tell('back-up-now', {});
    await inExtension(
      (main) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(main);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
      MAIN,
    );
    await session.browser.killBackground();
    await tell('list-notes', { article: makeFacts() });
    expect(await allBack('all notes back')).toEqual(before);
    expect(await readTable(session.browser, 'articles')).toHaveLength(7);
  });
});
