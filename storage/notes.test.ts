import { describe, expect, it, vi } from 'vitest';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { Note, NoteDraft } from '../core/model/note';
import type { KeyedFacts } from './articles';
import type { HawashiDatabase } from './database';
import { NoSuchRecordError } from './failure';
import { notesOfArticle, saveNote, setNoteDeleted, watchNotesOfArticle } from './notes';

const ARTICLE: KeyedFacts = {
  facts: makeFacts(),
  urlKey: 'example.com/story',
  now: THEN,
};

const save = (db: HawashiDatabase, changes: Partial<NoteDraft> = {}): Promise<Note> =>
  saveNote(db, makeDraft(changes), ARTICLE);

/** All bodies that are kept anywhere. */
async function wordsKept(db: HawashiDatabase): Promise<string[]> {
  const notes = await db.notes.toArray();
  const versions = await db.versions.toArray();
  const bodies = [...notes, ...versions.map(({ note }) => note)].map(({ body }) => body);
  return [...bodies, ...versions.flatMap(({ removed }) => removed)].sort();
}

describe('saveNote', () => {
  it('makes the article with the first note', async () => {
    const db = openTestDatabase();
    const note = await save(db);
    expect(await db.articles.get(note.articleId)).toMatchObject(makeFacts());
    expect(await db.notes.toArray()).toEqual([note]);
  });

  it('changes nothing when it is repeated', async () => {
    const db = openTestDatabase();
    const first = await save(db);
    for (let i = 0; i < 3; i++) expect(await save(db)).toEqual(first);
    expect(await db.notes.count()).toBe(1);
    expect(await db.articles.count()).toBe(1);
    expect(await db.versions.count()).toBe(0);
  });

  it('takes a later change and keeps what it replaced', async () => {
    const db = openTestDatabase();
    await save(db, { body: 'first' });
    await save(db, { body: 'second', updatedAt: THEN + 1 });
    expect((await db.notes.get(NOTE_ID))?.body).toBe('second');
    expect(await wordsKept(db)).toEqual(['first', 'second']);
  });

  it('answers a late copy of older words with the note as it stands', async () => {
    const db = openTestDatabase();
    await save(db, { body: 'first' });
    const later = await save(db, { body: 'first and second', updatedAt: THEN + 1 });
    expect(await save(db, { body: 'first' })).toEqual(later);
    expect(await wordsKept(db)).toEqual(['first and second']);
  });

  it('loses neither of two tabs that write in one note in the same millisecond', async () => {
    const db = openTestDatabase();
    await save(db, { body: '' });
    const both = [
      { body: 'من اللسان الأول', updatedAt: THEN + 5 },
      { body: 'من اللسان الثاني', updatedAt: THEN + 5 },
    ];
    await Promise.all([...both, ...both].map((change) => save(db, change)));
    expect(await wordsKept(db)).toEqual(both.map(({ body }) => body).sort());
  });

  it('keeps one version of a sentence erased letter by letter', async () => {
    const db = openTestDatabase();
    const words = 'erase me';
    for (let left = words.length; left >= 0; left--) {
      const updatedAt = THEN + words.length - left;
      await save(db, { body: words.slice(0, left), updatedAt });
    }
    expect(await wordsKept(db)).toEqual(['', 'erase me']);
  });

  it('keeps what goes in one session of writing together', async () => {
    const db = openTestDatabase();
    const bodies = [
      'كتبت هذا أولا',
      'كتبت ذاك أولا',
      'كتبت أولا ثم محوت',
      'كتبت أولا ثم',
    ];
    for (const [index, body] of bodies.entries()) {
      await save(db, { body, updatedAt: THEN + index });
    }
    const versions = await db.versions.toArray();
    expect(versions.map(({ note }) => note.body)).toEqual(['كتبت هذا أولا']);
    expect(versions.flatMap(({ removed }) => removed)).toEqual(['ذاك أولا', 'محوت']);
  });

  it('keeps a long note and unpaired surrogates unit by unit', async () => {
    const db = openTestDatabase();
    const body = `${'كلمة وأخرى 😀 '.repeat(9_000)}\ud800 x \udc00\u0000`;
    await save(db, { body });
    expect((await db.notes.get(NOTE_ID))?.body).toBe(body);
  });

  it('makes one article of notes saved at once in two connections', async () => {
    const db = openTestDatabase();
    const other = openTestDatabase(db.name);
    await Promise.all([
      save(db),
      save(other, { id: OTHER_NOTE_ID }),
      save(other),
      save(db, { id: OTHER_NOTE_ID }),
    ]);
    expect(await db.articles.count()).toBe(1);
    expect(await db.notes.count()).toBe(2);
  });

  it('writes neither note nor article when one of them fails', async () => {
    const db = openTestDatabase();
    await db.open();
    vi.spyOn(db.notes, 'add').mockRejectedValueOnce(new Error('disk'));
    await expect(save(db)).rejects.toThrow('disk');
    expect(await db.articles.count()).toBe(0);
    expect(await db.notes.count()).toBe(0);
  });
});

describe('setNoteDeleted', () => {
  const wish = (deleted: boolean, at: number) => ({ noteId: NOTE_ID, deleted, at });

  it('puts into the trash and takes out again', async () => {
    const db = openTestDatabase();
    const { articleId } = await save(db);
    const gone = await setNoteDeleted(db, wish(true, THEN + 1));
    expect(gone.deletedAt).toBe(THEN + 1);
    expect(await notesOfArticle(db, articleId)).toEqual([]);
    const back = await setNoteDeleted(db, wish(false, THEN + 2));
    expect(back.deletedAt).toBeNull();
    expect(await notesOfArticle(db, articleId)).toEqual([back]);
  });

  it('may be repeated, and late copies of old wishes do nothing', async () => {
    const db = openTestDatabase();
    await save(db);
    const gone = await setNoteDeleted(db, wish(true, THEN + 1));
    expect(await setNoteDeleted(db, wish(true, THEN + 1))).toEqual(gone);
    const back = await setNoteDeleted(db, wish(false, THEN + 5));
    expect(await setNoteDeleted(db, wish(true, THEN + 1))).toEqual(back);
    await setNoteDeleted(db, wish(true, THEN + 9));
    expect((await setNoteDeleted(db, wish(false, THEN + 5))).deletedAt).toBe(THEN + 9);
  });

  it('stands against an earlier wish that arrives after it', async () => {
    const db = openTestDatabase();
    await save(db);
    await setNoteDeleted(db, wish(false, THEN + 2));
    expect((await setNoteDeleted(db, wish(true, THEN + 1))).deletedAt).toBeNull();
    await setNoteDeleted(db, wish(true, THEN + 3));
    const again = await setNoteDeleted(db, wish(true, THEN + 5));
    expect(await setNoteDeleted(db, wish(false, THEN + 4))).toEqual(again);
    expect(await setNoteDeleted(db, wish(true, THEN + 5))).toEqual(again);
  });

  it('is not undone by a late copy of the words, even from the same millisecond', async () => {
    const db = openTestDatabase();
    await save(db);
    await setNoteDeleted(db, wish(true, THEN));
    expect((await save(db)).deletedAt).toBe(THEN);
  });

  it('is undone by words written later in another tab', async () => {
    const db = openTestDatabase();
    await save(db);
    await setNoteDeleted(db, wish(true, THEN + 1));
    const written = await save(db, { body: 'كلماتي وغيرها', updatedAt: THEN + 9 });
    expect(written.deletedAt).toBeNull();
  });

  it('says so when there is no such note', async () => {
    const db = openTestDatabase();
    await expect(setNoteDeleted(db, wish(true, THEN))).rejects.toThrow(NoSuchRecordError);
  });
});

describe('watchNotesOfArticle', () => {
  it('tells the notes now and after each change, until it is stopped', async () => {
    const db = openTestDatabase();
    const { articleId } = await save(db);
    const seen: string[][] = [];
    const stop = new AbortController();
    const listener = (notes: Note[]) => seen.push(notes.map(({ body }) => body));
    watchNotesOfArticle(db, articleId, listener, () => {}, stop.signal);
    await vi.waitFor(() => expect(seen).toEqual([['كلماتي']]));
    await save(db, { body: 'كلماتي وأكثر', updatedAt: THEN + 1 });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['كلماتي وأكثر']));
    stop.abort();
    const heard = seen.length;
    await save(db, { body: 'كلماتي وأكثر وأكثر', updatedAt: THEN + 2 });
    expect(await notesOfArticle(db, articleId)).toHaveLength(1);
    expect(seen).toHaveLength(heard);
  });

  it('tells a failure that the reader can be told of', async () => {
    const db = openTestDatabase();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    const stop = new AbortController();
    const failed = vi.fn();
    watchNotesOfArticle(db, 'any', () => {}, failed, stop.signal);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    open.mockRestore();
    stop.abort();
    expect(failed.mock.calls[0]?.[0]).toMatchObject({ code: 'storage-unavailable' });
  });

  it('goes on after another context had the connection closed', async () => {
    const db = openTestDatabase();
    const { articleId } = await save(db);
    const seen: string[][] = [];
    const failed = vi.fn();
    const stop = new AbortController();
    const listener = (notes: Note[]) => seen.push(notes.map(({ body }) => body));
    watchNotesOfArticle(db, articleId, listener, failed, stop.signal);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    db.giveUp(db.backendDB());
    const other = openTestDatabase(db.name);
    await save(other, { body: 'كلماتي وأكثر', updatedAt: THEN + 1 });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['كلماتي وأكثر']));
    expect(failed).not.toHaveBeenCalled();
    stop.abort();
  });
});
