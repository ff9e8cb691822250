import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetWithLastPrivateWindow } from '@/entrypoints/background/private-windows';
import { sendToBackground } from '@/messaging/client';
import type { BackgroundMessages } from '@/messaging/protocol';
import {
  ARTICLE_ID,
  makeDraft,
  makeFacts,
  NOTE_ID,
  OTHER_NOTE_ID,
  THEN,
} from '../make-note';
import { NO_NAMES, POPUP, READER, startBackground } from './start-background';

const SECRET = 'كلمات خاصة';
const article = makeFacts({ title: SECRET });
const visitId = OTHER_NOTE_ID;
const note = makeDraft({ body: SECRET });
const later = { ...note, body: `${SECRET} أطول`, updatedAt: THEN + 1 };
const PRIVATE = { ...READER, tab: { id: 7, incognito: true } };
const NAMED = {
  ...NO_NAMES,
  entities: [
    { id: 'q:1', kind: 'place' as const, names: { ar: SECRET }, source: 'text' as const },
  ],
};
const entity = NAMED.entities[0];

/** Everything that a message can carry, of every kind. */
const EVERYTHING: {
  [Name in keyof BackgroundMessages]: BackgroundMessages[Name]['request'];
} = {
  recognise: { text: SECRET, title: SECRET },
  'open-article': { article, visitId, entities: entity ? [{ entity, count: 2 }] : [] },
  'list-notes': { article },
  'save-note': { article, note },
  'list-versions': { article, noteId: NOTE_ID },
  'purge-notes': { what: { all: true }, at: THEN },
  'set-note-deleted': { noteId: NOTE_ID, deleted: true, at: THEN + 5 },
  'change-notes': { edits: [{ noteId: NOTE_ID, tags: [SECRET] }], at: THEN + 5 },
  'keep-review': {
    review: { noteId: NOTE_ID, state: null, left: true, changedAt: THEN },
  },
  'keep-review-settings': {
    settings: { on: true, atOnce: 5, round: 0, forgottenAt: null, changedAt: THEN },
  },
  'entity-history': { entityId: 'q:1' },
  'meet-article': { article, visitId, text: SECRET.repeat(40), names: [] },
  'leave-article': {},
  'explain-likeness': { articleId: ARTICLE_ID, with: { storyId: visitId } },
  'correct-likeness': {
    articleId: ARTICLE_ID,
    with: { storyId: visitId },
    says: 'same',
    at: THEN,
  },
  'follow-story': { storyId: visitId, articleId: ARTICLE_ID, name: SECRET, at: THEN },
  'change-story': { storyId: visitId, name: SECRET, at: THEN },
  'find-read-sentences': { storyId: visitId, article, text: SECRET },
  'refuse-carried': { noteId: NOTE_ID, articleId: ARTICLE_ID, refused: true, at: THEN },
  'keep-places': { article, places: [{ noteId: NOTE_ID, status: 'orphan' }] },
  'forget-history': { token: visitId, what: { site: 'example.com' }, at: THEN },
  'undo-forgetting': { token: visitId },
  'bring-margin': {},
  'back-up-now': {},
  'restore-backup': { token: visitId, generation: 1 },
  'bring-back': {
    ...{ token: visitId, versions: [], entities: [], sightings: [], ofFile: [] },
    articles: [
      {
        ...article,
        id: ARTICLE_ID,
        urlKey: SECRET,
        createdAt: THEN,
        updatedAt: THEN,
        lastOpenedAt: THEN,
        deletedAt: null,
      },
    ],
    notes: [{ ...note, articleId: ARTICLE_ID, deletedAt: null }],
  },
  'undo-bringing-back': { token: visitId },
};

/** All that is on the disk: every row of every database, and what the browser keeps. */
async function readDisk(): Promise<unknown> {
  const found = await Promise.all(
    (await indexedDB.databases()).map(async ({ name = '' }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const tables = await Promise.all(
        [...db.objectStoreNames].map(
          (table) =>
            new Promise((resolve) => {
              const asked = db.transaction(table).objectStore(table).getAll();
              asked.onsuccess = () => resolve([table, asked.result]);
            }),
        ),
      );
      db.close();
      return [name, Object.fromEntries(tables as [string, unknown][])];
    }),
  );
  return {
    databases: Object.fromEntries(found),
    local: await fakeBrowser.storage.local.get(null),
    sync: await fakeBrowser.storage.sync.get(null),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['a page', PRIVATE, {}],
  ['the popup', POPUP, { isPrivate: true }],
])(
  'nothing of what %s of a private window sends reaches the disk',
  async (_, from, marks) => {
    const { deliver } = startBackground({ recognise: async () => NAMED }, from);
    await deliver({ hawashi: 1, name: 'list-notes', request: { article }, ...marks });
    const before = await readDisk();
    for (const name of Object.keys(EVERYTHING) as (keyof BackgroundMessages)[]) {
      await deliver({ hawashi: 1, name, request: EVERYTHING[name], ...marks });
      await deliver({
        hawashi: 1,
        name: 'save-note',
        request: { article, note: later },
        ...marks,
      });
    }
    const after = await readDisk();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toContain(SECRET);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).toContain(SECRET);
  },
);

it('the same messages from another window do reach it', async () => {
  const { deliver } = startBackground();
  await deliver({ hawashi: 1, name: 'save-note', request: { article, note } });
  expect(JSON.stringify(await readDisk())).toContain(SECRET);
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

const listed = async () => {
  const reply = await sendToBackground('list-notes', { article });
  return reply.ok ? reply.value.notes.map(({ body }) => body) : reply.error;
};

it('notes are there until the last private window is closed, with a worker that died in between', async () => {
  const { db } = startBackground({}, PRIVATE);
  await sendToBackground('save-note', { article, note });
  await sendToBackground('save-note', { article, note: later });
  await sendToBackground('save-note', { article, note });
  expect(await listed()).toEqual([later.body]);
  const session = await fakeBrowser.storage.session.get(null);
  startBackground({ db }, PRIVATE);
  await fakeBrowser.storage.session.set(session);
  expect(await listed()).toEqual([later.body]);
  const opened = await sendToBackground('open-article', {
    article,
    visitId,
    entities: [],
  });
  expect(opened).toMatchObject({ ok: true, value: { articleId: null } });
  let incognito = true;
  const windows = { getAll: async () => [{ incognito: false }, { incognito }] };
  const closed: (() => void)[] = [];
  vi.spyOn(fakeBrowser.windows, 'getAll').mockImplementation(windows.getAll as never);
  vi.spyOn(fakeBrowser.windows.onRemoved, 'addListener').mockImplementation(
    (listener: unknown) => void closed.push(listener as () => void),
  );
  forgetWithLastPrivateWindow();
  closed[0]?.();
  await vi.waitFor(async () => expect(await listed()).toEqual([later.body]));
  incognito = false;
  closed[0]?.();
  await vi.waitFor(async () => expect(await listed()).toEqual([]));
});

it('last words that come when it is closed are forgotten at once', async () => {
  startBackground({ isPrivateWindowOpen: async () => false }, PRIVATE);
  expect(await sendToBackground('save-note', { article, note })).toMatchObject({
    ok: true,
  });
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

it('earlier notes are shown; what is made of them stays in memory', async () => {
  const { db, announceNotes } = startBackground();
  await sendToBackground('save-note', { article, note });
  const disk = await db.notes.toArray();
  startBackground({ db, announceNotes }, PRIVATE);
  expect(await listed()).toEqual([note.body]);
  await sendToBackground('save-note', { article, note: later });
  expect(await listed()).toEqual([later.body]);
  await sendToBackground('set-note-deleted', {
    noteId: NOTE_ID,
    deleted: true,
    at: THEN + 9,
  });
  expect(await listed()).toEqual([]);
  await sendToBackground('set-note-deleted', {
    noteId: NOTE_ID,
    deleted: false,
    at: THEN + 12,
  });
  expect(await listed()).toEqual([later.body]);
  expect(await db.notes.toArray()).toEqual(disk);
  expect(announceNotes).toHaveBeenLastCalledWith(null, 7);
});

it('a note is not shown on another article that stands at its address', async () => {
  startBackground({}, PRIVATE);
  const traceOf = async (text: string) => {
    const reply = await sendToBackground('recognise', { text });
    return reply.ok ? { trace: reply.value.trace } : {};
  };
  const words = (of: string) =>
    Array.from({ length: 60 }, (_, at) => `${of}${at}`).join(' ');
  const one = { ...article, ...(await traceOf(words('a'))) };
  const other = { ...makeFacts({ title: 'آخر' }), ...(await traceOf(words('b'))) };
  await sendToBackground('save-note', { article: one, note });
  const of = async (facts: typeof one) => {
    const reply = await sendToBackground('list-notes', { article: facts });
    return reply.ok ? reply.value.notes.length : reply.error;
  };
  expect([await of(one), await of(other)]).toEqual([1, 0]);
});

it('when the memory is full it says so', async () => {
  startBackground({}, PRIVATE);
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
  expect(await sendToBackground('save-note', { article, note })).toMatchObject({
    error: { code: 'storage-full' },
  });
});

it('what would be written down is refused, in words', async () => {
  startBackground({}, PRIVATE);
  const story = EVERYTHING['follow-story'];
  expect(await sendToBackground('follow-story', story)).toMatchObject({
    error: { code: 'private' },
  });
});
