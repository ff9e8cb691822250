import { beforeEach, describe, expect, test, vi } from 'vitest';
import { describePassage } from '@/core/anchoring/describe-passage';
import { createPassageFinder } from '@/core/anchoring/find-passage';
import type { Note, NoteDraft } from '@/core/model/note';
import type { Encounter, Kin } from '@/core/model/story';
import { makeFacts, makeNote, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import type { PlacedNote } from '../reader-ports';
import { NOTHING_MARKED, type Reading } from '../reading';
import { type Carrying, createCarrying } from './carry-notes';
import { explainPlace } from './explain-place';
import { createNotesDesk, type NotesDesk } from './notes-desk';

const THERE =
  'The delegation arrived in the capital on Monday evening.\n\nTalks about water and power went on late into the night.\n\nA spokesman refused to name the hosts.';
const HERE =
  'By our staff.\n\nThe delegation arrived in the capital on Monday evening.\n\nTalks about water and power went on late into the night.';

const FROM: Kin = {
  ...{
    articleId: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
    verdict: 'same-text',
    score: 1,
  },
  ...{ url: 'https://other.example/1', title: 'Talks', siteName: 'Other' },
  ...{ firstReadAt: THEN, notes: 2 },
};

let reading: Reading | null;
let saved: Map<string, Note>;
let refusals: [noteId: string, refused: boolean][];
let isRefusing: boolean;
let desk: NotesDesk<string>;
let carrying: Carrying<string>;

function noteOn(
  id: string,
  text: string,
  quote: string,
  change: Partial<Note> = {},
): Note {
  const start = text.indexOf(quote);
  const selector = describePassage(text, start, start + quote.length);
  return makeNote({ id, target: { type: 'passage', selector }, ...change });
}

const OF_COPY = { articleId: FROM.articleId, colour: 'pink' as const, tags: ['مياه'] };
const later = noteOn(NOTE_ID, THERE, 'went on late into', OF_COPY);
const sooner = noteOn(OTHER_NOTE_ID, THERE, 'arrived in the capital', {
  ...OF_COPY,
  body: '',
});
const gone = noteOn(
  '33333333-3333-4333-8333-333333333333',
  THERE,
  'refused to name',
  OF_COPY,
);

function place(notes: readonly Note[]): PlacedNote[] {
  const text = reading?.model.text ?? '';
  const finder = createPassageFinder(text);
  return notes.map((note) => {
    const { target } = note;
    const anchor = target.type === 'passage' ? finder.find(target.selector) : null;
    return explainPlace({ text, isCut: false }, { note, anchor });
  });
}

function open(
  text: string,
  carried: readonly Note[],
  url = 'https://here.example/1',
): void {
  const encounter: Encounter = {
    ...{ unrecorded: null, lastReadAt: null, timesRead: 0, changes: null },
    ...{ copies: [FROM], sameStory: [], related: [], stories: [] },
    carried: carried.map((note) => ({ note, from: FROM })),
  };
  reading = {
    facts: makeFacts({ url }),
    model: { text, blocks: [] as const } as unknown as Reading['model'],
    recognition: { lang: 'en', mentions: [], entities: [] },
    ...{ entities: [], articleId: 'article-1', notes: [], carried: [] },
    ...{ encounter, marked: NOTHING_MARKED },
  };
  carrying.refresh();
}

const known = () =>
  carrying
    .offers()
    .map(({ note, state, anchor }) => [
      note.id,
      state,
      anchor.status === 'orphan' ? 'nowhere' : 'placed',
    ]);
const flush = () => vi.waitFor(() => expect(desk.unsaved()).toEqual([]));

beforeEach(() => {
  saved = new Map();
  refusals = [];
  isRefusing = true;
  desk = createNotesDesk<string>({
    reading: () => reading,
    show(notes) {
      if (reading) reading = { ...reading, notes: place(notes) };
    },
    async save(_, draft: NoteDraft) {
      const note = { ...draft, articleId: 'article-1', deletedAt: null };
      saved.set(draft.id, note);
      return { ok: true, value: note };
    },
    write() {},
    settle() {},
    async setDeleted(noteId, deleted, at) {
      const note = { ...(saved.get(noteId) as Note), deletedAt: deleted ? at : null };
      saved.set(noteId, note);
      return { ok: true, value: note };
    },
    isMissing: () => false,
    onState: () => {},
    onForeign() {},
  });
  carrying = createCarrying<string>({
    reading: () => reading,
    desk,
    show(notes) {
      if (reading) reading = { ...reading, carried: place(notes) };
    },
    async refuse(noteId, _, refused) {
      refusals.push([noteId, refused]);
      return isRefusing
        ? { ok: true, value: null }
        : { ok: false, error: 'storage-full' };
    },
  });
  reading = null;
});

describe('notes of a copy', () => {
  test('are offered in the order of this text, those without a place last', () => {
    expect(carrying.offers()).toEqual([]);
    open(HERE, [gone, later, sooner]);
    expect(known()).toEqual([
      [sooner.id, 'waiting', 'placed'],
      [later.id, 'waiting', 'placed'],
      [gone.id, 'waiting', 'nowhere'],
    ]);
    expect(carrying.offers()[0]?.from).toEqual(FROM);
  });

  test('accepted are notes of this article, described in this text', async () => {
    open(HERE, [later, sooner]);
    expect(carrying.accept(later.id)).toBe(true);
    await flush();
    const start = HERE.indexOf('went on late into');
    const [note] = [...saved.values()];
    expect(note).toMatchObject({
      ...{ body: later.body, colour: 'pink', tags: ['مياه'] },
      carriedFrom: { noteId: later.id, articleId: FROM.articleId },
      target: { selector: describePassage(HERE, start, start + 17) },
    });
    expect(note?.id).not.toBe(later.id);
    expect(known()[1]).toEqual([later.id, 'accepted', 'placed']);
    expect(reading?.notes.map(({ note: { id } }) => id)).toEqual([note?.id]);
    // What is no longer offered is no longer painted as offered.
    expect(reading?.carried.map(({ note: { id } }) => id)).toEqual([sooner.id]);
    expect(carrying.accept(later.id)).toBe(false);
    expect(saved.size).toBe(1);
  });

  test('keep where they came from when they are changed', async () => {
    open(HERE, [later]);
    carrying.accept(later.id);
    await flush();
    const [id = ''] = saved.keys();
    desk.change(id, { body: 'more words' });
    desk.flush();
    await flush();
    expect(saved.get(id)).toMatchObject({
      body: 'more words',
      carriedFrom: { noteId: later.id },
    });
  });

  test('without a place cannot be accepted, but refused', async () => {
    open(HERE, [gone]);
    expect(carrying.accept(gone.id)).toBe(false);
    expect(saved.size).toBe(0);
    await carrying.refuse(gone.id);
    expect(refusals).toEqual([[gone.id, true]]);
    expect(known()).toEqual([[gone.id, 'refused', 'nowhere']]);
  });

  test('accepted and given back are offered again, and leave nothing that stands for them', async () => {
    open(HERE, [later]);
    carrying.accept(later.id);
    await flush();
    await carrying.undo(later.id);
    await flush();
    const [note] = [...saved.values()];
    expect(note?.deletedAt).not.toBeNull();
    expect(note).not.toHaveProperty('carriedFrom');
    expect(known()).toEqual([[later.id, 'waiting', 'placed']]);
    expect(reading?.notes).toEqual([]);
    expect(carrying.accept(later.id)).toBe(true);
    await flush();
    expect(
      [...saved.values()].filter(({ deletedAt }) => deletedAt === null),
    ).toHaveLength(1);
  });

  test('refused are offered no more, until that is taken back', async () => {
    open(HERE, [later]);
    await carrying.refuse(later.id);
    await carrying.refuse(later.id);
    expect(known()).toEqual([[later.id, 'refused', 'placed']]);
    expect(reading?.carried).toEqual([]);
    await carrying.undo(later.id);
    expect(refusals).toEqual([
      [later.id, true],
      [later.id, false],
    ]);
    expect(known()).toEqual([[later.id, 'waiting', 'placed']]);
    expect(reading?.carried).toHaveLength(1);
    expect(await carrying.undo(later.id)).toEqual({ ok: true, value: null });
  });

  test('are offered still when the refusal could not be kept', async () => {
    open(HERE, [later]);
    isRefusing = false;
    expect(await carrying.refuse(later.id)).toEqual({ ok: false, error: 'storage-full' });
    expect(known()).toEqual([[later.id, 'waiting', 'placed']]);
    isRefusing = true;
    await carrying.refuse(later.id);
    isRefusing = false;
    await carrying.undo(later.id);
    expect(known()).toEqual([[later.id, 'refused', 'placed']]);
  });

  test('are decided on for this article only', async () => {
    open(HERE, [later]);
    await carrying.refuse(later.id);
    open(HERE, [later], 'https://third.example/1');
    expect(known()).toEqual([[later.id, 'waiting', 'placed']]);
    open(`${HERE} And more.`, [later]);
    expect(known()).toEqual([]);
  });

  test('are refused for this visit where nothing is remembered', async () => {
    open(HERE, [later]);
    if (reading) reading = { ...reading, articleId: null };
    await carrying.refuse(later.id);
    expect(refusals).toEqual([]);
    expect(known()).toEqual([[later.id, 'refused', 'placed']]);
  });
});

describe('notes of this page after it was edited', () => {
  const EDITED = HERE.replace('water and power went on', 'the water went on very');
  const own = noteOn(NOTE_ID, HERE, 'Talks about water and power went on late');

  beforeEach(() => {
    open(EDITED, []);
    const { facts } = reading as Reading;
    desk.merge(facts, [own], Date.now());
    if (reading) reading = { ...reading, notes: place([own]) };
  });

  test('wait to be confirmed where their place is not beyond doubt', () => {
    expect(known()).toEqual([[own.id, 'waiting', 'placed']]);
    const [offer] = carrying.offers();
    expect(offer?.from).toBeNull();
    expect(['probable', 'changed']).toContain(offer?.anchor.status);
  });

  test('confirmed are described anew, and as they were when that is taken back', async () => {
    expect(carrying.accept(own.id)).toBe(true);
    await flush();
    expect(reading?.notes[0]?.anchor?.status).toBe('anchored');
    expect(saved.get(own.id)?.body).toBe(own.body);
    expect(known()).toEqual([[own.id, 'accepted', 'placed']]);
    await carrying.undo(own.id);
    await flush();
    expect(saved.get(own.id)?.target).toEqual(own.target);
    expect(known()).toEqual([[own.id, 'waiting', 'placed']]);
  });

  test('denied have no place, for good, until that is taken back', async () => {
    const now = carrying.offers()[0]?.now;
    expect(now).toContain('the water went on very');
    await carrying.refuse(own.id);
    await flush();
    const { target } = saved.get(own.id) as Note;
    expect(target).toEqual({ ...own.target, notHere: now });
    expect(refusals).toEqual([]);
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
    expect(reading?.notes[0]?.anchor).toMatchObject({ reason: 'refused' });
    await carrying.undo(own.id);
    await flush();
    expect(saved.get(own.id)?.target).toEqual(own.target);
    expect(known()).toEqual([[own.id, 'waiting', 'placed']]);
  });

  test('denied can be put at other words; each step is taken back by itself', async () => {
    await carrying.refuse(own.id);
    const start = EDITED.indexOf('the capital');
    expect(carrying.relink(own.id, EDITED, { start, end: start + 11 })).toBe(true);
    await flush();
    const selector = describePassage(EDITED, start, start + 11);
    expect(saved.get(own.id)?.target).toEqual({ type: 'passage', selector });
    expect(saved.get(own.id)?.body).toBe(own.body);
    expect(known()).toEqual([[own.id, 'accepted', 'nowhere']]);
    await carrying.undo(own.id);
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
    await carrying.undo(own.id);
    await flush();
    expect(saved.get(own.id)?.target).toEqual(own.target);
    expect(known()).toEqual([[own.id, 'waiting', 'placed']]);
  });
});

describe('notes of this page that have no place', () => {
  const own = noteOn(NOTE_ID, THERE, 'refused to name');

  beforeEach(() => {
    open(HERE, []);
    const { facts } = reading as Reading;
    desk.merge(facts, [own], Date.now());
    if (reading) reading = { ...reading, notes: place([own]) };
  });

  test('are put at the words that the reader selects, and lose them again', async () => {
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
    expect(carrying.accept(own.id)).toBe(false);
    expect(carrying.relink(OTHER_NOTE_ID, HERE, { start: 0, end: 2 })).toBe(false);
    expect(carrying.relink(own.id, HERE, { start: 3, end: 12 })).toBe(true);
    await flush();
    const placed = reading?.notes[0]?.anchor;
    expect(placed).toEqual({ status: 'anchored', start: 3, end: 12 });
    await carrying.undo(own.id);
    await flush();
    expect(saved.get(own.id)?.target).toEqual(own.target);
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
  });

  test('left so are asked about no more in this text, and nothing is written', async () => {
    await carrying.refuse(own.id);
    expect(known()).toEqual([[own.id, 'refused', 'nowhere']]);
    expect([refusals, saved.size]).toEqual([[], 0]);
    await carrying.undo(own.id);
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
    await carrying.refuse(own.id);
    if (reading) reading = { ...reading, model: { text: `${HERE} More.` } as never };
    expect(known()).toEqual([[own.id, 'waiting', 'nowhere']]);
  });
});
