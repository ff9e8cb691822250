import { describe, expect, it } from 'vitest';
import { sendToBackground } from '@/messaging/client';
import { ARTICLE_ID, makeFacts, makeNote, NOTE_ID, THEN } from '@/test/make-note';
import { POPUP, READER, startBackground } from './start-background';

const TOKEN = '99999999-9999-4999-8999-999999999999';
const article = {
  ...{ ...makeFacts(), id: ARTICLE_ID, urlKey: 'example.com/story', deletedAt: null },
  ...{ createdAt: THEN, updatedAt: THEN, lastOpenedAt: THEN },
};
const piece = {
  token: TOKEN,
  articles: [article],
  notes: [makeNote()],
  versions: [],
  entities: [],
  sightings: [],
  ofFile: [ARTICLE_ID],
};

describe('a piece of a file', () => {
  it('is brought back once, and all tabs hear of it', async () => {
    const { db, announceAllNotes } = startBackground({}, POPUP);
    const first = await sendToBackground('bring-back', piece);
    expect(first).toEqual({ ok: true, value: { added: 1, changed: 0, same: 0 } });
    const again = await sendToBackground('bring-back', piece);
    expect(again).toEqual({ ok: true, value: { added: 0, changed: 0, same: 1 } });
    expect(await db.notes.toArray()).toEqual([makeNote()]);
    expect(await db.articles.toArray()).toEqual([article]);
    expect(announceAllNotes).toHaveBeenCalled();
  });

  it('never overwrites what is newer, and is undone', async () => {
    const { db } = startBackground({}, POPUP);
    await db.articles.add(article);
    const newer = makeNote({ body: 'newer', updatedAt: THEN + 5 });
    await db.notes.add(newer);
    const older = { ...piece, notes: [makeNote({ body: 'older words' })] };
    const reply = await sendToBackground('bring-back', older);
    expect(reply).toMatchObject({ value: { changed: 1 } });
    expect(await db.notes.get(NOTE_ID)).toEqual(newer);
    expect(await db.versions.toArray()).toMatchObject([
      { note: { body: 'older words' } },
    ]);
  });

  it('is undone: what came goes into the trash', async () => {
    const { db } = startBackground({}, POPUP);
    await sendToBackground('bring-back', piece);
    const undone = await sendToBackground('undo-bringing-back', { token: TOKEN });
    expect(undone).toEqual({ ok: true, value: { notes: 1 } });
    expect((await db.notes.get(NOTE_ID))?.deletedAt).toBe(THEN);
  });

  it.each(['bring-back', 'back-up-now', 'undo-bringing-back', 'restore-backup'] as const)(
    'and all about backups is refused to a page: %s',
    async (name) => {
      const { db } = startBackground({}, READER);
      const request = { ...piece, generation: 1 };
      expect(await sendToBackground(name, request as never)).toMatchObject({
        error: { code: 'bad-message' },
      });
      expect(await db.notes.count()).toBe(0);
    },
  );

  it('is refused when it is not what it should be', async () => {
    const { db } = startBackground({}, POPUP);
    const hostile = { ...piece, notes: [{ ...makeNote(), tags: { 0: 'x' } }] };
    expect(await sendToBackground('bring-back', hostile as never)).toMatchObject({
      error: { code: 'bad-message' },
    });
    expect(await db.notes.count()).toBe(0);
  });
});
