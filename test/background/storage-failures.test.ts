/** From the disk to the reader's eyes: what a failing database becomes on the way. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureText } from '@/components/translation/failure-text';
import { createTranslator } from '@/locales/translate';
import { sendToBackground } from '@/messaging/client';
import type { Failure, FailureCode } from '@/messaging/protocol';
import { createNoteKeeper, type KeepState } from '@/page/notes/note-keeper';
import type { StorageFailure } from '@/storage/failure';
import { makeDraft, makeFacts, NOTE_ID, THEN } from '@/test/make-note';
import { startBackground } from './start-background';

const article = makeFacts();
const save = (body: string, at: number) =>
  sendToBackground('save-note', {
    article,
    note: makeDraft({ body, updatedAt: at }),
  });

function failWrites(name: string): void {
  const fail = (): never => {
    throw new DOMException('no room', name);
  };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail);
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(fail);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a full disk', () => {
  it('is answered as such by all that writes, and nothing that was kept is harmed', async () => {
    const { db, announceNotes } = startBackground();
    await save('كلماتي', THEN);
    announceNotes.mockClear();
    failWrites('QuotaExceededError');
    const full = { ok: false, error: { code: 'storage-full' } };
    expect(await save('كلماتي وأكثر', THEN + 1)).toMatchObject(full);
    const wish = { noteId: NOTE_ID, deleted: true, at: THEN + 2 };
    expect(await sendToBackground('set-note-deleted', wish)).toMatchObject(full);
    expect(
      await sendToBackground('open-article', { article, visitId: NOTE_ID, entities: [] }),
    ).toMatchObject(full);
    expect(announceNotes).not.toHaveBeenCalled();
    expect(await db.notes.toArray()).toMatchObject([{ body: 'كلماتي', deletedAt: null }]);
    expect(await db.versions.count()).toBe(0);
  });

  it('still lets notes be read', async () => {
    startBackground();
    await save('كلماتي', THEN);
    failWrites('QuotaExceededError');
    expect(await sendToBackground('list-notes', { article })).toMatchObject({
      ok: true,
      value: { notes: [{ body: 'كلماتي' }] },
    });
  });

  it('reaches the writer as words, and what they wrote is saved when there is room', async () => {
    const { db } = startBackground();
    failWrites('QuotaExceededError');
    const seen: KeepState<Failure>[] = [];
    const keeper = createNoteKeeper<Failure>({
      journal: { write() {}, settle() {} },
      save: async (note) => {
        const reply = await sendToBackground('save-note', { article, note });
        return reply.ok ? { ok: true, value: reply.value.note } : reply;
      },
      onState: (_, state) => seen.push(state),
    });
    keeper.keep(makeDraft({ body: 'لا تضيعوا هذا' }));
    keeper.flush();
    await vi.waitFor(() => expect(seen.at(-1)?.state).toBe('failed'));
    const last = seen.at(-1);
    const code = last?.state === 'failed' ? last.failure.code : '';
    expect(failureText(createTranslator('en'), code)).toContain('full');
    expect(failureText(createTranslator('ar'), code)).toContain('ممتلئ');
    expect(keeper.unsaved()).toMatchObject([{ body: 'لا تضيعوا هذا' }]);
    vi.restoreAllMocks();
    startBackground({ db });
    keeper.flush();
    await vi.waitFor(() => expect(seen.at(-1)?.state).toBe('saved'));
    expect(await db.notes.toArray()).toMatchObject([{ body: 'لا تضيعوا هذا' }]);
    keeper.stop();
  });
});

describe('a database', () => {
  it('that was closed is opened again, unseen by the reader', async () => {
    const { db } = startBackground();
    await save('كلماتي', THEN);
    db.close();
    expect(await save('كلماتي وأكثر', THEN + 1)).toMatchObject({ ok: true });
    expect(await db.notes.toArray()).toMatchObject([{ body: 'كلماتي وأكثر' }]);
  });

  it.each([
    ['SecurityError', 'storage-unavailable'],
    ['UnknownError', 'storage-unavailable'],
    ['VersionError', 'storage-newer'],
  ])('that cannot be opened for a %s is answered as %s by all', async (name, code) => {
    startBackground();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', name);
    });
    const failed = { ok: false, error: { code } };
    expect(await save('كلماتي', THEN)).toMatchObject(failed);
    expect(await sendToBackground('list-notes', { article })).toMatchObject(failed);
    expect(await sendToBackground('entity-history', { entityId: 'loc/x' })).toMatchObject(
      failed,
    );
  });
});

describe('every failure', () => {
  const codes = {
    'storage-full': true,
    'storage-unavailable': true,
    'storage-newer': true,
    'storage-blocked': true,
    'storage-migration': true,
    private: true,
    'not-found': true,
    unexpected: true,
    'bad-message': true,
    unreachable: true,
  } satisfies Record<FailureCode | StorageFailure['code'], true>;

  it.each(['ar', 'en'] as const)('has words of its own: %s', (lang) => {
    const translator = createTranslator(lang);
    const texts = Object.keys(codes).map((code) => failureText(translator, code));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
