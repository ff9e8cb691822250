import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import {
  createDraftJournal,
  readDrafts,
  removeDraft,
  setDraftAside,
} from './draft-journal';

const article = makeFacts();
const draft = (body: string, at = 0, id = NOTE_ID) =>
  makeDraft({ id, body, updatedAt: THEN + at });

/** The bodies that lie on the disk. */
async function bodies(): Promise<string[]> {
  const found = await readDrafts();
  return found.map(({ value }) => (value as { note: { body: string } }).note.body);
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('a draft', () => {
  it('is on the disk with its article until it is settled', async () => {
    const journal = createDraftJournal(() => {});
    journal.write(article, draft('أول'));
    expect(journal.holds(NOTE_ID)).toBe(false);
    await settled();
    expect((await readDrafts()).map(({ value }) => value)).toEqual([
      { article, note: draft('أول') },
    ]);
    expect(journal.holds(NOTE_ID)).toBe(true);
    journal.settle(draft('أول'));
    await settled();
    expect(await readDrafts()).toEqual([]);
  });

  it('is written once at a time, the newest of what came meanwhile next', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    const journal = createDraftJournal(() => {});
    for (const [at, body] of ['a', 'ab', 'abc', 'abcd'].entries())
      journal.write(article, draft(body, at));
    await settled();
    expect(set).toHaveBeenCalledTimes(2);
    expect(await bodies()).toEqual(['abcd']);
  });

  it('stays when an older state of it is settled', async () => {
    const journal = createDraftJournal(() => {});
    journal.write(article, draft('a'));
    journal.write(article, draft('ab', 1));
    journal.settle(draft('a'));
    await settled();
    expect(await bodies()).toEqual(['ab']);
  });

  it('of one tab is not taken away by another that wrote the same note', async () => {
    const one = createDraftJournal(() => {});
    const other = createDraftJournal(() => {});
    one.write(article, draft('one'));
    other.write(article, draft('other', 5));
    await settled();
    other.settle(draft('other', 5));
    await settled();
    expect(await bodies()).toEqual(['one']);
  });

  it('stays in its last written state when newer words find no room, and says so', async () => {
    const onFailure = vi.fn();
    const journal = createDraftJournal(onFailure);
    journal.write(article, draft('kept'));
    await settled();
    const set = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    journal.write(article, draft('kept and more', 1));
    await settled();
    expect(onFailure).toHaveBeenCalledWith(NOTE_ID);
    expect(journal.holds(NOTE_ID)).toBe(false);
    expect(await bodies()).toEqual(['kept']);
    set.mockRestore();
    journal.write(article, draft('kept and more, and more', 2));
    await settled();
    expect(journal.holds(NOTE_ID)).toBe(true);
    expect(await bodies()).toEqual(['kept and more, and more']);
  });

  it('fails aloud where the storage is gone altogether', async () => {
    const onFailure = vi.fn();
    const journal = createDraftJournal(onFailure);
    vi.spyOn(fakeBrowser.storage, 'local', 'get').mockReturnValue(undefined as never);
    journal.write(article, draft('a'));
    await settled();
    expect(onFailure).toHaveBeenCalledWith(NOTE_ID);
    journal.settle(draft('a'));
    await settled();
  });
});

describe('an entry', () => {
  it('that was read and saved is removed without what was written since', async () => {
    const journal = createDraftJournal(() => {});
    journal.write(article, draft('a'));
    await settled();
    const [read] = await readDrafts();
    journal.write(article, draft('ab', 1));
    await settled();
    await removeDraft(read?.key ?? '');
    expect(await bodies()).toEqual(['ab']);
  });

  it('that is damaged is kept aside', async () => {
    await fakeBrowser.storage.local.set({ 'draft:x:1': 'torn', other: 1 });
    await setDraftAside('draft:x:1', 'torn');
    expect(await readDrafts()).toEqual([]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      'draft-damaged:x:1': 'torn',
      other: 1,
    });
  });
});

it('whatever is written and settled in whatever order: the newest unsettled words of each note are on the disk, and nothing else', async () => {
  const step = fc.record({
    id: fc.constantFrom(NOTE_ID, OTHER_NOTE_ID),
    /** How many changes ago the settled state is; null: words are written. */
    settles: fc.option(fc.nat(3)),
    waits: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      fakeBrowser.reset();
      const journal = createDraftJournal(() => {});
      const latest = new Map<string, number>();
      const open = new Map<string, string>();
      for (const [at, { id, settles, waits }] of steps.entries()) {
        if (settles === null) {
          latest.set(id, at);
          open.set(id, `${id} ${at}`);
          journal.write(article, draft(`${id} ${at}`, at, id));
        } else {
          const last = latest.get(id);
          if (last !== undefined && settles === 0) open.delete(id);
          if (last !== undefined) journal.settle(draft('', last - settles, id));
        }
        if (waits) await settled();
      }
      await settled();
      expect((await bodies()).sort()).toEqual([...open.values()].sort());
    }),
  );
});
