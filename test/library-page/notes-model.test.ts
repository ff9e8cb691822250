import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpokenNotice } from '@/components/control/NoticeLine';
import type { Route } from '@/components/library-page/library-view';
import { EVERYTHING } from '@/components/library-page/note-address';
import { createNotesModel } from '@/entrypoints/library/notes-model';
import { createSpeaker } from '@/entrypoints/popup/speaker';
import { createTranslator } from '@/locales/translate';
import { changeNotes } from '@/storage/change-notes';
import type { HawashiDatabase } from '@/storage/database';
import { settleIndex } from '@/storage/search/keep-index';
import { makeNote, THEN } from '../make-note';
import { makeStoryArticle } from '../make-story-article';
import { openTestDatabase } from '../open-test-database';

const client = vi.hoisted(() => ({ sendToBackground: vi.fn() }));
vi.mock('@/messaging/client', () => client);

const files = vi.hoisted(() => ({ writeFile: vi.fn() }));
vi.mock('@/entrypoints/popup/export-notes', () => files);

const language = { translator: signal(createTranslator('en')), toggle() {} };
let db: HawashiDatabase;

beforeEach(async () => {
  db = openTestDatabase();
  vi.stubGlobal('history', { pushState: vi.fn(), replaceState: vi.fn() });
  client.sendToBackground.mockReset();
  client.sendToBackground.mockImplementation(async (_name, request) => ({
    ok: true,
    value: { changed: await changeNotes(db, request) },
  }));
  await db.articles.add(makeStoryArticle('a').article);
  await db.notes.bulkAdd(
    Array.from({ length: 1_200 }, (_, index) =>
      makeNote({
        id: `n${String(index).padStart(4, '0')}`,
        articleId: 'a',
        body: index % 100 === 0 ? 'the dam' : 'a field',
        tags: index % 2 === 0 ? ['even'] : [],
        createdAt: THEN + index,
        updatedAt: THEN + index,
      }),
    ),
  );
  await settleIndex(db, { pause: 0, isWanted: () => true });
});

/** As long as it takes where many tests run at once. */
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 15_000 });

async function open() {
  const notice = signal<SpokenNotice | null>(null);
  const route = signal<Route>({ type: 'notes', query: EVERYTHING });
  const speaker = createSpeaker(notice, language);
  const model = createNotesModel({
    ...{ db, route, speaker, language },
    // Once each time, as long as nothing changes.
    watch(query, show, ending) {
      const read = async () => {
        const value = await query();
        if (!ending.aborted) show(value);
      };
      // The test may be over.
      read().catch(() => {});
    },
  });
  const ending = new AbortController();
  model.follow(ending.signal);
  await until(() => expect(model.part.value).not.toBeNull());
  const total = () => model.part.value?.total;
  return { model, notice, total };
}

describe('the notes', () => {
  it('are read around what is in view', async () => {
    const { model } = await open();
    expect(model.part.value?.rows[0]?.note.id).toBe('n1199');
    model.actions.showRows(800, 810);
    await until(() => expect(model.part.value?.offset).toBeGreaterThan(0));
    const { offset = 0, rows = [] } = model.part.value ?? {};
    expect(offset).toBeLessThanOrEqual(800);
    expect(offset + rows.length).toBeGreaterThanOrEqual(810);
    expect(rows[805 - offset]?.note.id).toBe('n0394');
  });

  it('are looked for, and the address says for what', async () => {
    const { model, total } = await open();
    model.actions.searchNotes('dam');
    await until(() => expect(total()).toBe(12));
    expect(history.replaceState).toHaveBeenLastCalledWith(null, '', '#notes?words=dam');
    model.actions.filterNotes({ tag: 'even' });
    await until(() => expect(total()).toBe(12));
    const both = '#notes?words=dam&tag=even';
    expect(history.pushState).toHaveBeenLastCalledWith(null, '', both);
    model.actions.filterNotes({ tag: undefined });
    expect(history.pushState).toHaveBeenLastCalledWith(null, '', '#notes?words=dam');
  });

  it('that were chosen are no longer when something else is looked for', async () => {
    const { model } = await open();
    model.actions.chooseNotes({ type: 'all', ids: new Set() });
    model.actions.searchNotes('dam');
    await until(() => expect(model.part.value?.chosen.type).toBe('some'));
  });

  it('are chosen from one to another, unread ones too', async () => {
    const { model } = await open();
    model.actions.chooseRange(700, 300);
    await until(() => expect(model.part.value?.chosen.ids.size).toBe(401));
  });
});

describe('what is done to all chosen', () => {
  it('reaches each of them, piece by piece, and is undone', async () => {
    const { model, notice } = await open();
    model.actions.chooseNotes({ type: 'all', ids: new Set(['n0000']) });
    model.actions.tagChosen(['river'], true);
    await until(() => expect(notice.value?.words ?? '').toContain('1,199'));
    expect(client.sendToBackground).toHaveBeenCalledTimes(3);
    expect((await db.notes.get('n0002'))?.tags).toEqual(['even', 'river']);
    expect((await db.notes.get('n0000'))?.tags).toEqual(['even']);
    notice.value?.undo?.();
    await until(async () => expect((await db.notes.get('n1199'))?.tags).toEqual([]));
    await until(() => expect(model.part.value?.busy).toBeNull());
    expect((await db.notes.get('n0002'))?.tags).toEqual(['even']);
  });

  it('throws away and brings back, though the clock was set back', async () => {
    const late = Date.now() + 9_000_000;
    await db.notes.update('n0001', { updatedAt: late });
    const { model, notice } = await open();
    model.actions.chooseNotes({ type: 'some', ids: new Set(['n0001', 'n0002']) });
    model.actions.deleteChosen(true);
    await until(() => expect(notice.value?.words).toBe('2 notes moved to the trash'));
    expect(model.part.value?.chosen.ids.size).toBe(0);
    expect((await db.notes.get('n0001'))?.deletedAt).toBeGreaterThan(late);
    notice.value?.undo?.();
    await until(async () => expect((await db.notes.get('n0001'))?.deletedAt).toBeNull());
  });

  it('goes into a file with its articles, unless it is stopped', async () => {
    const { model, notice } = await open();
    model.actions.chooseNotes({ type: 'some', ids: new Set(['n0003', 'n0004']) });
    model.actions.exportChosen('json');
    await until(() => expect(files.writeFile).toHaveBeenCalledOnce());
    const [data] = files.writeFile.mock.calls[0] ?? [];
    expect(data).toMatchObject({ scope: 'notes', articles: [{ id: 'a' }] });
    expect(data.notes.map(({ id }: { id: string }) => id)).toEqual(['n0003', 'n0004']);
    await until(() => expect(notice.value?.words).toBe('Export saved to your downloads'));
    files.writeFile.mockImplementation(async (_data, _wish, { signal }) => {
      model.actions.stopWriting();
      signal.throwIfAborted();
    });
    model.actions.exportChosen('json');
    await until(() => expect(notice.value?.words).toContain('stopped'));
    expect(model.part.value?.busy).toBeNull();
  });

  it('says why when it cannot be written', async () => {
    const error = { code: 'storage-full', message: '' };
    client.sendToBackground.mockResolvedValue({ ok: false, error });
    const { model, notice } = await open();
    model.actions.chooseNotes({ type: 'all', ids: new Set() });
    model.actions.colourChosen('pink');
    await until(() => expect(notice.value?.tone).toBe('problem'));
    expect(client.sendToBackground).toHaveBeenCalledOnce();
    expect(model.part.value?.busy).toBeNull();
  });
});
