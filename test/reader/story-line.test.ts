import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineView } from '@/components/line/line-view';
import type { Encounter } from '@/core/model/story';
import { createStoryLine } from '@/entrypoints/reader.content/line/story-line';
import { sendToBackground } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import { leadTo } from '@/page/navigation/lead-to';
import type { Carrying } from '@/page/notes/carry-notes';
import type { CarryOffer } from '@/page/notes/list-offers';
import type { Reading, TextMarks } from '@/page/reading';
import { writeHistorySettings } from '@/storage/history-settings';
import { makeEncounter, makeKin, makeStory } from '@/test/make-encounter';
import { ARTICLE_ID, makeFacts, makeNote } from '@/test/make-note';

vi.mock('@/messaging/client', () => ({ sendToBackground: vi.fn() }));
vi.mock('@/page/navigation/lead-to', () => ({ leadTo: vi.fn(() => true) }));
vi.mock('@/storage/history-settings', () => ({
  writeHistorySettings: vi.fn(async () => {}),
}));

const TEXT = 'one two three.\n\nfour five six.\n\nseven eight nine.';
const COPY = makeKin({ verdict: 'same-text' });
const COPIED = makeEncounter({ copies: [COPY] });
const EDITED = makeEncounter({
  lastReadAt: 1,
  changes: {
    added: [{ start: 16, end: 30 }],
    changed: [
      {
        span: { start: 0, end: 14 },
        before: 'one 2 three.',
        words: [{ start: 4, end: 7 }],
      },
    ],
    removed: [{ text: 'gone', at: TEXT.length }],
  },
});

const settled = () => vi.advanceTimersByTimeAsync(5_000);

function offer(id: string, change: Partial<CarryOffer> = {}): CarryOffer {
  return {
    note: makeNote({ id }),
    from: COPY,
    anchor: { status: 'anchored', start: 4, end: 7 },
    now: null,
    state: 'waiting',
    ...change,
  };
}

/** A line in a page, with what is known of its article. */
function line(encounter: Encounter | null = COPIED, offers: CarryOffer[] = []) {
  let reading = {
    articleId: ARTICLE_ID,
    encounter,
    facts: makeFacts(),
    model: { text: TEXT },
  };
  const page = Object.assign(new EventTarget(), { hidden: false });
  const shown: (LineView | null)[] = [];
  const notify = vi.fn();
  const marks: Partial<TextMarks>[] = [];
  const decide = (noteId: string, state: CarryOffer['state']) => {
    offers = offers.map((one) => (one.note.id === noteId ? { ...one, state } : one));
  };
  const carrying = {
    offers: () => offers,
    accept: vi.fn((noteId: string) => {
      const found = offers.find(({ note }) => note.id === noteId);
      if (found?.anchor.status === 'orphan') return false;
      decide(noteId, 'accepted');
      return true;
    }),
    refuse: vi.fn(async (noteId: string) => {
      decide(noteId, 'refused');
      return { ok: true, value: null } as const;
    }),
    relink: vi.fn((noteId: string) => {
      decide(noteId, 'accepted');
      return true;
    }),
    undo: vi.fn(async (noteId: string) => {
      decide(noteId, 'waiting');
      return { ok: true, value: null } as const;
    }),
  } satisfies Partial<Carrying<Failure>>;
  const story = createStoryLine({
    document: page as unknown as Document,
    reader: {
      reading: () => reading as unknown as Reading,
      flash: () => {},
      setTextMarks: (next) => void marks.push(next),
    },
    carrying,
    show: (view) => void shown.push(view),
    notify,
  });
  const meet = (next: Encounter | null) => {
    reading = { ...reading, encounter: next };
    story.refresh();
  };
  return {
    ...{ story, actions: story.actions, page, carrying, notify, marks, meet },
    view: () => shown.at(-1) ?? null,
    turnTo: (articleId: string) => {
      reading = { ...reading, articleId };
    },
  };
}

/** As {@link line}, spoken already. */
async function spoken(encounter: Encounter = COPIED, offers: CarryOffer[] = []) {
  const made = line(encounter, offers);
  made.story.setSettings({ showLine: true, markNew: false });
  await settled();
  expect(made.view()).toMatchObject({ shows: 'line', takesFocus: false });
  return made;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('when a page speaks', () => {
  it('waits until reading has settled, and for the setting', async () => {
    const { story, view } = line();
    story.refresh();
    await settled();
    expect(view()).toBeNull();
    story.setSettings({ showLine: true, markNew: false });
    await vi.advanceTimersByTimeAsync(500);
    expect(view()).toBeNull();
    await settled();
    expect(view()?.shows).toBe('line');
  });

  it.each([
    ['switched off', COPIED, false],
    ['with nothing to say', makeEncounter(), true],
    ['of what is only related', makeEncounter({ related: [COPY] }), true],
    ['before it is met', null, true],
  ])('says nothing %s', async (_, encounter, showLine) => {
    const { story, view } = line(encounter);
    story.setSettings({ showLine, markNew: false });
    await settled();
    expect(view()).toBeNull();
  });

  it('speaks once for a visit, and anew for the next article', async () => {
    const { story, actions, view, meet } = await spoken();
    actions.close();
    expect(view()).toBeNull();
    meet(makeEncounter({ copies: [COPY, COPY] }));
    await settled();
    expect(view()).toBeNull();
    story.forget();
    meet(COPIED);
    await settled();
    expect(view()?.shows).toBe('line');
  });

  it('waits for a tab that is not seen', async () => {
    const { story, page, view } = line();
    page.hidden = true;
    story.setSettings({ showLine: true, markNew: false });
    await settled();
    expect(view()).toBeNull();
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(view()?.shows).toBe('line');
  });

  it('goes when the setting is switched off, or nothing is left to say', async () => {
    const first = await spoken();
    first.story.setSettings({ showLine: false, markNew: false });
    expect(first.view()).toBeNull();
    const second = await spoken();
    second.meet(makeEncounter());
    expect(second.view()).toBeNull();
  });

  it('makes way: the line goes, a panel comes back without the focus', async () => {
    const { story, actions, view } = await spoken();
    story.makeWay(true);
    story.makeWay(false);
    await settled();
    expect(view()).toBeNull();
    actions.open();
    expect(view()).toMatchObject({ shows: 'story', takesFocus: true });
    story.makeWay(true);
    expect(view()).toBeNull();
    story.makeWay(false);
    expect(view()).toMatchObject({ shows: 'story', takesFocus: false });
  });

  it('waits while something else is shown', async () => {
    const { story, view } = line();
    story.makeWay(true);
    story.setSettings({ showLine: true, markNew: false });
    await settled();
    expect(view()).toBeNull();
    story.makeWay(false);
    await settled();
    expect(view()?.shows).toBe('line');
  });
});

describe('what it opens into', () => {
  it('marks what changed while it is looked at, and leads through it', async () => {
    const { actions, marks, view, meet } = await spoken(EDITED);
    actions.open();
    expect(view()?.changes).toBeNull();
    actions.showChanges(true);
    expect(marks.at(-1)).toEqual({
      added: [{ start: 16, end: 30 }],
      changed: [{ start: 4, end: 7 }],
    });
    expect(view()?.changes).toMatchObject({ at: 0 });
    actions.stepChange(1);
    actions.stepChange(1);
    // What was removed stood after the end: the last letter there is.
    expect(vi.mocked(leadTo).mock.calls.map(([, , span]) => span)).toEqual([
      { start: 4, end: 7 },
      { start: 16, end: 30 },
      { start: TEXT.length - 1, end: TEXT.length },
    ]);
    actions.stepChange(1);
    expect(view()?.changes?.at).toBe(0);
    // Another text, of which it is not known yet.
    meet({ ...EDITED, changes: null });
    expect(view()?.changes).toBeNull();
    expect(marks.at(-1)).toEqual({ added: [], changed: [] });
    meet(EDITED);
    actions.showChanges(true);
    actions.close();
    expect(marks.at(-1)).toEqual({ added: [], changed: [] });
  });

  it('opens at what changed when the popup asks for it, if anything did', async () => {
    const { story, view, marks } = line(EDITED);
    expect(story.showChanges()).toBe(true);
    expect(view()).toMatchObject({
      shows: 'story',
      takesFocus: true,
      changes: { at: 0 },
    });
    expect(marks.at(-1)?.added).toHaveLength(1);
    const unchanged = line(COPIED);
    expect(unchanged.story.showChanges()).toBe(false);
    expect(unchanged.view()).toBeNull();
  });

  it('asks why, sends the verdict and takes it back', async () => {
    const { actions, view } = await spoken();
    actions.open();
    const explanation = { said: null };
    vi.mocked(sendToBackground).mockResolvedValue({
      ok: true,
      value: explanation,
    } as never);
    actions.openWhy({ kin: COPY, at: 0 });
    expect(view()?.why).toMatchObject({ explanation: null });
    await settled();
    expect(view()?.why).toMatchObject({ explanation });
    actions.sayLikeness('different');
    await settled();
    const verdict = { articleId: ARTICLE_ID, with: { articleId: COPY.articleId } };
    expect(sendToBackground).toHaveBeenCalledWith(
      'correct-likeness',
      expect.objectContaining({ ...verdict, says: 'different' }),
    );
    expect(view()?.notice?.key).toBe('verdict-noted');
    view()?.notice?.action?.run();
    await settled();
    expect(sendToBackground).toHaveBeenCalledWith(
      'correct-likeness',
      expect.objectContaining({ ...verdict, says: null }),
    );
  });

  it('shows nothing of an answer that comes when the page has gone on', async () => {
    const { actions, view, turnTo } = await spoken();
    actions.open();
    vi.mocked(sendToBackground).mockResolvedValue({ ok: true, value: {} } as never);
    actions.openWhy({ kin: COPY, at: 0 });
    turnTo('another');
    await settled();
    expect(view()?.why).toMatchObject({ explanation: null });
  });

  it('follows the story and ends it, in words that can be undone', async () => {
    const { actions, view, meet } = await spoken();
    actions.open();
    const story = makeStory();
    vi.mocked(sendToBackground).mockResolvedValue({
      ok: true,
      value: { story },
    } as never);
    actions.followStory();
    await settled();
    expect(view()).toMatchObject({ following: story, notice: { key: 'story-followed' } });
    view()?.notice?.action?.run();
    await settled();
    expect(sendToBackground).toHaveBeenLastCalledWith(
      'change-story',
      expect.objectContaining({ storyId: story.id, followed: false }),
    );
    expect(view()).toMatchObject({ following: null, notice: { key: 'story-ended' } });
    meet(COPIED);
    expect(view()?.following).toBeNull();
  });

  it('says what failed: in the panel, or at the foot of the page when it is closed', async () => {
    const { actions, view, notify } = await spoken();
    actions.open();
    const failed = { ok: false, error: { code: 'storage-full', message: '' } };
    vi.mocked(sendToBackground).mockResolvedValue(failed as never);
    actions.followStory();
    await settled();
    const problem = { key: 'storage-full', tone: 'problem' };
    expect(view()?.notice).toEqual(problem);
    actions.followStory();
    actions.close();
    await settled();
    expect(notify).toHaveBeenCalledExactlyOnceWith(problem);
  });

  it('keeps the switch where it was when it cannot be written', async () => {
    const { actions, view } = await spoken();
    actions.open();
    vi.mocked(writeHistorySettings).mockRejectedValueOnce(new Error('full'));
    actions.setDimsRead(true);
    expect(view()?.dimsRead).toBe(true);
    await settled();
    expect(view()).toMatchObject({ dimsRead: false, notice: { tone: 'problem' } });
  });
});

describe('the review', () => {
  const three = () => [
    offer('one'),
    offer('two'),
    offer('lost', { anchor: { status: 'orphan', start: null, end: null } }),
  ];

  it('leads from one that waits to the next, and says when all are answered', async () => {
    const { actions, view, carrying } = await spoken(COPIED, three());
    actions.open();
    actions.openReview();
    expect(view()).toMatchObject({ shows: 'review', review: { at: 0 } });
    actions.answerOffer('accepted');
    expect(view()).toMatchObject({ review: { at: 1 }, notice: { key: 'note-carried' } });
    actions.answerOffer('refused');
    expect(view()).toMatchObject({ review: { at: 2 }, notice: { key: 'note-refused' } });
    actions.answerOffer('accepted');
    expect(view()).toMatchObject({ review: { at: 2 } });
    actions.answerOffer('refused');
    expect(view()?.review.at).toBe(3);
    expect(carrying.accept.mock.calls).toEqual([['one'], ['lost']]);
    // An orphan has no place to be led to.
    expect(leadTo).toHaveBeenCalledTimes(2);
    // Round and round.
    actions.stepOffer(1);
    expect(view()?.review.at).toBe(0);
    actions.stepOffer(-1);
    expect(view()?.review.at).toBe(2);
    // It has its answer.
    actions.stepOffer(1);
    actions.answerOffer('refused');
    expect(carrying.refuse.mock.calls).toEqual([['two'], ['lost']]);
  });

  it('takes back the answer at hand, else the latest', async () => {
    const { actions, view, carrying } = await spoken(COPIED, three());
    actions.openReview();
    actions.answerOffer('accepted');
    actions.answerOffer('accepted');
    actions.stepOffer(1);
    actions.undoAnswer();
    await settled();
    expect(carrying.undo).toHaveBeenLastCalledWith('one');
    expect(view()).toMatchObject({ review: { at: 0 }, notice: null });
    actions.undoAnswer();
    await settled();
    expect(carrying.undo).toHaveBeenLastCalledWith('two');
    actions.undoAnswer();
    await settled();
    expect(carrying.undo).toHaveBeenCalledTimes(2);
  });

  const LOST = { status: 'orphan', start: null, end: null, reason: 'deleted' } as const;
  const lost = () => offer('lost', { from: null, anchor: LOST });

  it('has the words of a note selected that has no place', async () => {
    const { story, actions, view, carrying, notify } = line(COPIED, [
      offer('one'),
      lost(),
    ]);
    expect(story.relink('one')).toBe(false);
    expect(story.relink('lost')).toBe(true);
    expect(view()).toMatchObject({ review: { at: 1, isPlacing: true } });
    expect(story.isPlacing()).toBe(true);
    actions.answerOffer('refused');
    expect(carrying.refuse).not.toHaveBeenCalled();
    story.place(TEXT, { start: 0, end: 3 });
    expect(carrying.relink.mock.calls).toEqual([['lost', TEXT, { start: 0, end: 3 }]]);
    expect(view()).toMatchObject({
      review: { at: 0, isPlacing: false },
      notice: { key: 'note-placed' },
    });
    view()?.notice?.action?.run();
    await settled();
    expect(carrying.undo).toHaveBeenCalledExactlyOnceWith('lost');
    story.place(TEXT, { start: 0, end: 3 });
    expect(carrying.relink).toHaveBeenCalledOnce();
    expect(notify).not.toHaveBeenCalled();
  });

  it('is left by Escape one step at a time', async () => {
    const { story, actions, view } = line(COPIED, [lost()]);
    actions.openReview('lost');
    actions.answerOffer('accepted');
    expect(view()?.review.isPlacing).toBe(true);
    story.escape();
    expect(view()).toMatchObject({ shows: 'review', review: { isPlacing: false } });
    story.escape();
    expect(view()).toBeNull();
  });

  it('leaves one without a place so, and stays at one that lost it by a word', async () => {
    const probable = { status: 'probable', start: 4, end: 7 } as const;
    const own = offer('own', { from: null, anchor: probable });
    const { actions, view, carrying } = line(COPIED, [own, lost()]);
    actions.openReview();
    actions.answerOffer('refused');
    expect(view()).toMatchObject({ review: { at: 0 }, notice: { key: 'note-unplaced' } });
    actions.stepOffer(1);
    actions.answerOffer('refused');
    expect(view()?.notice?.key).toBe('note-left');
    expect(carrying.refuse.mock.calls).toEqual([['own'], ['lost']]);
  });

  it('shows the places that notes have found, while it is open', () => {
    const { story, actions, view } = line(COPIED, [lost()]);
    story.showPlaces();
    expect(view()).toBeNull();
    actions.open();
    const before = view();
    story.showPlaces();
    expect(view()).not.toBe(before);
  });

  it('opens at the note that the popup asks for', async () => {
    const { story, view } = line(COPIED, three());
    expect(story.review('none')).toBe(false);
    expect(view()).toBeNull();
    expect(story.review('two')).toBe(true);
    expect(view()).toMatchObject({
      shows: 'review',
      takesFocus: true,
      review: { at: 1 },
    });
  });

  it('can be undone after the panel is closed, and stays closed', async () => {
    const { actions, view, carrying, notify } = await spoken(COPIED, three());
    actions.openReview();
    actions.answerOffer('accepted');
    actions.close();
    expect(notify).toHaveBeenCalledOnce();
    notify.mock.calls[0]?.[0].action.run();
    await settled();
    expect(carrying.undo).toHaveBeenCalledExactlyOnceWith('one');
    expect(view()).toBeNull();
  });

  it('goes back to a note that could not be refused', async () => {
    const { actions, view, carrying } = await spoken(COPIED, three());
    actions.openReview();
    carrying.refuse.mockResolvedValueOnce({
      ok: false,
      error: { code: 'storage-full', message: '' },
    } as never);
    actions.answerOffer('refused');
    await settled();
    expect(view()).toMatchObject({
      review: { at: 0 },
      notice: { key: 'storage-full', tone: 'problem' },
    });
  });
});
