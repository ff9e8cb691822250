import { describe, expect, it, vi } from 'vitest';
import type { Entity } from '@/core/model/entity';
import type { Recognition } from '@/core/model/mention';
import { sendToBackground } from '@/messaging/client';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { NO_NAMES, POPUP, READER, startBackground } from './start-background';

const article = makeFacts();
const BAGHDAD: Entity = {
  id: 'loc/baghdad',
  kind: 'place',
  names: { ar: 'بغداد' },
  source: 'lexicon',
};

const save = (changes: object = {}) =>
  sendToBackground('save-note', { article, note: makeDraft(changes) });
const remove = (noteId: string, deleted = true) =>
  sendToBackground('set-note-deleted', { noteId, deleted, at: THEN + 5 });
const list = () => sendToBackground('list-notes', { article });

describe('the background', () => {
  it('gives an article its notes when it is opened, and remembers its names', async () => {
    startBackground();
    await save();
    const entities = [{ entity: BAGHDAD, count: 3 }];
    const opened = await sendToBackground('open-article', {
      article,
      visitId: NOTE_ID,
      entities,
    });
    expect(opened).toMatchObject({
      ok: true,
      value: { notes: [makeDraft()], firstOpenedAt: THEN },
    });
    expect(await sendToBackground('entity-history', { entityId: BAGHDAD.id })).toEqual({
      ok: true,
      value: { articles: 1, mentions: 3, firstSeenAt: THEN },
    });
  });

  it('lists the notes of an article, and none of one that it does not know', async () => {
    startBackground();
    expect(await list()).toEqual({ ok: true, value: { notes: [] } });
    await save();
    expect(await list()).toMatchObject({ ok: true, value: { notes: [makeDraft()] } });
  });

  it('finds the article again under an address that only tracks', async () => {
    startBackground();
    await save();
    const shared = { ...article, url: `${article.url}?utm_source=x#top` };
    expect(await sendToBackground('list-notes', { article: shared })).toMatchObject({
      ok: true,
      value: { notes: [makeDraft()] },
    });
  });

  it('finds names in a text, with its title', async () => {
    const { recognise } = startBackground();
    const reply = await sendToBackground('recognise', { text: 'نص', title: 'عنوان' });
    expect(reply).toEqual({ ok: true, value: { ...NO_NAMES, trace: '0:' } });
    expect(recognise).toHaveBeenCalledExactlyOnceWith('نص', 'عنوان');
  });

  it('says so when the names cannot be loaded, and goes on', async () => {
    const recognise = vi.fn(async () => NO_NAMES);
    recognise.mockRejectedValueOnce(new Error('lexicon.bin: 404'));
    startBackground({ recognise });
    expect(await sendToBackground('recognise', { text: 'نص' })).toMatchObject({
      ok: false,
      error: { code: 'unexpected', message: 'Error: lexicon.bin: 404' },
    });
    expect(await sendToBackground('recognise', { text: 'نص' })).toMatchObject({
      ok: true,
    });
  });
});

describe('the other tabs', () => {
  it('are told of a note written or deleted, but the one that wrote it', async () => {
    const { announceNotes, db } = startBackground();
    await save();
    const articleId = (await db.notes.get(NOTE_ID))?.articleId;
    expect(announceNotes.mock.calls).toEqual([[articleId, READER.tab.id]]);
    await remove(NOTE_ID);
    expect(announceNotes).toHaveBeenCalledTimes(2);
    expect(announceNotes).toHaveBeenLastCalledWith(articleId, READER.tab.id);
  });

  it('are all told of what the popup wrote', async () => {
    const { announceNotes } = startBackground({}, POPUP);
    await save();
    expect(announceNotes).toHaveBeenCalledExactlyOnceWith(expect.any(String), null);
  });

  it('are told only once the disk has it', async () => {
    const { db, announceNotes } = startBackground();
    let found: Promise<unknown> = Promise.resolve();
    announceNotes.mockImplementation(() => {
      found = db.notes.get(NOTE_ID);
    });
    await save();
    expect(await found).toMatchObject(makeDraft());
  });

  it('hear nothing of what was not written', async () => {
    const { announceNotes } = startBackground();
    expect(await remove(OTHER_NOTE_ID)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await save({ id: 'no uuid' })).toMatchObject({
      ok: false,
      error: { code: 'bad-message' },
    });
    expect(announceNotes).not.toHaveBeenCalled();
  });
});

describe('a bad request', () => {
  it.each([
    ['recognise', { text: 7 }],
    ['open-article', { article, visitId: 'today', entities: [] }],
    [
      'open-article',
      { article: { ...article, url: 'no address' }, visitId: NOTE_ID, entities: [] },
    ],
    [
      'open-article',
      {
        article: makeFacts({ url: 'https://else.example/' }),
        visitId: NOTE_ID,
        entities: [],
      },
    ],
    ['list-notes', {}],
    ['save-note', { article, note: { ...makeDraft(), body: null } }],
    ['set-note-deleted', { noteId: NOTE_ID, deleted: 'yes', at: THEN }],
    ['change-notes', { edits: [{ noteId: NOTE_ID, colour: 'red' }], at: THEN }],
    ['entity-history', { entityId: '' }],
    ['drop-database', {}],
    ['constructor', {}],
  ])('is refused and writes nothing: %s %j', async (name, request) => {
    const { deliver, db, recognise } = startBackground();
    expect(await deliver({ hawashi: 1, name, request })).toMatchObject({
      ok: false,
      error: { code: 'bad-message' },
    });
    expect(recognise).not.toHaveBeenCalled();
    expect(await db.articles.count()).toBe(0);
    expect(await db.notes.count()).toBe(0);
  });
});

describe('a note saved while long texts wait', () => {
  it('is answered before the next text is read', async () => {
    const order: string[] = [];
    let saving: Promise<unknown> = Promise.resolve();
    const recognise = vi.fn(async (text: string): Promise<Recognition> => {
      order.push(text);
      // Arrives while the first text holds the thread.
      if (text === 'one') saving = save().then(() => order.push('saved'));
      return NO_NAMES;
    });
    startBackground({ recognise });
    const texts = ['one', 'two', 'three'];
    await Promise.all(texts.map((text) => sendToBackground('recognise', { text })));
    await saving;
    expect(order).toEqual(['one', 'saved', 'two', 'three']);
  });
});
