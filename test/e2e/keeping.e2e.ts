import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { makeDraft, makeFacts } from '@/test/make-note';
import { inExtension, tellBackground } from './ask-extension';
import { chooseFile } from './choose-file';
import { deleteDatabase, makeNewer } from './faults/spoil-database';
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
  const spoil = <Argument>(
    run: (argument: Argument) => Promise<void>,
    argument: Argument,
  ) => inExtension(session.browser, (own) => own.evaluate(run, argument));

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
    await deleteDatabase(session.browser);
    await session.browser.killBackground();
    await tell('list-notes', { article: makeFacts() });
    expect(await allBack('all notes back')).toEqual(before);
    expect(await readTable(session.browser, 'articles')).toHaveLength(7);
  });

  it('says so, until the reader says that they know', async () => {
    const page = await session.browser.openExtensionPage('library.html');
    await waitForText(
      page,
      '.hw-banner[role="status"]',
      `${COUNT} notes were brought back`,
    );
    await clickElement(page, '.hw-banner .hw-link');
    await poll(async () => (await textsOf(page, '.hw-banner')).length === 0, {
      what: 'no banner',
    });
    await page.close();
  });

  it('gives all notes back after everything in the database was emptied', async () => {
    const before = await allBack('all notes');
    await spoil(async (main) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await settled(indexedDB.open(main));
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all(
        stores.map((store) => settled(transaction.objectStore(store).clear())),
      );
      database.close();
    }, MAIN);
    await session.browser.killBackground();
    await tell('list-notes', { article: makeFacts() });
    expect(await allBack('all notes back')).toEqual(before);
  });

  it('mends a damaged row from the backup, and keeps what it found', async () => {
    const before = await allBack('all notes');
    await spoil(
      async ({ main, id }) => {
        const settled = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const database = await settled(indexedDB.open(main));
        const store = database.transaction('notes', 'readwrite').objectStore('notes');
        const damaged = { id, body: 5, updatedAt: 9_000_000_000_000 };
        await settled(store.put(damaged));
        database.close();
      },
      { main: MAIN, id: idOf(3) },
    );
    await session.browser.killBackground();
    await tell('list-notes', { article: makeFacts() });
    await poll(
      async () => {
        const notes = await readNotes(session.browser);
        const bodies = notes.map(({ body }) => String(body)).sort();
        return bodies.join() === before.join();
      },
      { what: 'the note as it was' },
    );
    const page = await session.browser.openExtensionPage('library.html#settings');
    await waitForText(page, '.hw-keeping-facts', '1 kept as it was found');
    await waitForText(page, '.hw-keeping-facts', `${COUNT} notes`);
    await page.close();
  });

  it('restores from a file: first what is in it, then that, then undone', async () => {
    const id = idOf(500);
    const [note] = await readNotes(session.browser);
    const [article] = await readTable<object>(session.browser, 'articles');
    const articleId = note?.articleId;
    const file = {
      ...{ format: 'hawashi', version: 1, exportedAt: 1, scope: 'everything' },
      articles: [{ ...article, id: articleId }],
      notes: [note, { ...note, id, body: 'from a file' }, { id: 'no note' }],
      ...{ versions: [], entities: [], sightings: [] },
    };
    const page = await session.browser.openExtensionPage('library.html#settings');
    await waitForText(page, '.hw-keeping-facts', 'notes');
    await chooseFile(page, JSON.stringify(file));
    await waitForText(page, '.hw-keeping-file', '1 note that is not here');
    await waitForText(page, '.hw-keeping-file', '1 note that is here already');
    await waitForText(page, '.hw-keeping-file', '1 record that cannot be read');
    expect(await readNotes(session.browser)).toHaveLength(COUNT);
    await page.toFront();
    await clickElement(page, '.hw-keeping-file .hw-button-main');
    await waitForText(page, '.hw-notice-line', '1 note brought back');
    const found = async () =>
      (await readNotes(session.browser)).find((one) => one.id === id);
    expect((await found())?.body).toBe('from a file');
    await clickElement(page, '.hw-notice-action');
    await waitForText(page, '.hw-notice-line', 'Undone for 1 note');
    expect((await found())?.deletedAt).not.toBeNull();
    await page.close();
  });

  it('takes the notes of another program, asks about those that differ, and undoes all of it', async () => {
    const page = await session.browser.openExtensionPage('library.html#settings');
    await waitForText(page, '.hw-keeping-facts', 'notes');
    const choose = (body: string) =>
      chooseFile(
        page,
        JSON.stringify({
          rows: [
            {
              ...{
                id: 'one',
                uri: 'https://www.example.com/3',
                text: body,
                document: {},
              },
              ...{ created: '2020-01-03T12:00:00Z', tags: ['x'] },
              target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'الحداد' }] }],
            },
            { id: 'two', uri: 'javascript:alert(1)', text: 'words' },
          ],
        }),
      );
    const found = async () =>
      (await readNotes(session.browser)).find(({ tags }) => tags[0] === 'x');
    await page.toFront();

    await choose('كلمات من هناك');
    await waitForText(page, '.hw-keeping-file', '1 note that is not here');
    await waitForText(page, '.hw-keeping-file', '1 record that cannot be read');
    await clickElement(page, '.hw-keeping-file .hw-button-main');
    await waitForText(page, '.hw-notice-line', '1 note brought back');
    expect((await found())?.body).toBe('كلمات من هناك');
    // The article of that address takes it: none was added.
    const own = (await readNotes(session.browser)).map(({ articleId }) => articleId);
    expect(new Set(own).size).toBe(7);

    await choose('كلمات من هناك');
    await waitForText(page, '.hw-keeping-file', '1 note that is here already');
    await clickElement(page, '.hw-keeping-file .hw-button');

    await choose('غيرها');
    await waitForText(page, '.hw-keeping-file', '1 note that says something else here');
    await clickElement(page, '.hw-keeping-file input[type="checkbox"]');
    await clickElement(page, '.hw-keeping-file .hw-button-main');
    await waitForText(page, '.hw-notice-line', '1 note brought back');
    expect((await found())?.body).toBe('غيرها');
    const versions = await readTable<{ note: { body: string } }>(
      session.browser,
      'versions',
    );
    expect(versions.map(({ note }) => note.body)).toContain('كلمات من هناك');
    await clickElement(page, '.hw-notice-action');
    await waitForText(page, '.hw-notice-line', 'Undone for 1 note');
    expect((await found())?.body).toBe('كلمات من هناك');
    await page.close();
  });

  it('lets all notes be saved from a database of a newer version', async () => {
    const before = await readNotes(session.browser);
    await makeNewer(session.browser);
    await session.browser.killBackground();
    const page = await session.browser.openExtensionPage('library.html');
    await waitForText(page, '.hw-banner-problem', 'newer version');
    await clickElement(page, '.hw-banner-problem .hw-link');
    const text = await poll(
      async () => {
        const [name] = readdirSync(session.browser.downloadsDir);
        return name && readFileSync(join(session.browser.downloadsDir, name), 'utf8');
      },
      { what: 'the file' },
    );
    const saved = JSON.parse(text) as { notes: unknown[] };
    expect(saved.notes).toEqual(before);
  });
});
