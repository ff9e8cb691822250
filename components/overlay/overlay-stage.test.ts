import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOverlayStage, type OverlayStage } from './overlay-stage';
import type { OverlayView } from './overlay-view';

/** Longer than any card waits for the pointer. */
const LONG = 1_000;

let drawn: OverlayView[];
let closed: string[];
let stage: OverlayStage;
let rect: { top: number; bottom: number } | null;

beforeEach(() => {
  vi.useFakeTimers();
  drawn = [];
  closed = [];
  rect = { top: 100, bottom: 120 };
  stage = createOverlayStage({
    draw: (view) => drawn.push(view),
    onEditorClosed: (noteId) => closed.push(noteId),
  });
});
afterEach(() => vi.useRealTimers());

const anchor = {
  getClientRects: () => (rect ? [rect as DOMRect] : []),
  direction: 'rtl',
} as const;

function card(pinned: boolean, id = 'place/baghdad'): OverlayView {
  return {
    type: 'entity-card',
    anchor,
    pinned,
    entity: { id, kind: 'place', names: { ar: 'بغداد' }, source: 'lexicon' },
    index: 0,
    count: 3,
    history: null,
  };
}

function editor(noteId: string): OverlayView {
  return {
    type: 'note-editor',
    anchor,
    noteId,
    quote: 'بغداد',
    body: '',
    colour: 'yellow',
    tags: [],
    status: 'anchored',
    saving: { state: 'idle' },
    versions: [],
    elsewhere: null,
    revision: 0,
  };
}

const last = () => drawn.at(-1);

describe('a card that came by itself', () => {
  test('goes a moment after the pointer has left its name', () => {
    stage.show(card(false));
    stage.leaveName();
    expect(last()?.type).toBe('entity-card');
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('none');
  });

  test('goes even when its history arrives meanwhile', () => {
    stage.show(card(false));
    stage.leaveName();
    const history = { articles: 4, mentions: 9, firstSeenAt: 1 };
    stage.tellHistory('place/baghdad', history);
    expect(last()).toMatchObject({ history });
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('none');
  });

  test.each([
    ['the card first', ['card', 'name']],
    ['the name first', ['name', 'card']],
  ])('stays while the pointer is on it, whoever hears of it: %s', (_, order) => {
    stage.show(card(false));
    for (const heard of order) {
      if (heard === 'card') stage.hoverCard(true);
      else stage.leaveName();
    }
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('entity-card');
    stage.hoverCard(false);
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('none');
  });

  test('stays for the pointer that comes back to its name in time', () => {
    stage.show(card(false));
    stage.leaveName();
    stage.show(card(false));
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('entity-card');
  });

  test('gives way to the next name’s, on which the pointer never was', () => {
    stage.show(card(false));
    stage.hoverCard(true);
    stage.show(card(false, 'place/basra'));
    stage.leaveName();
    vi.advanceTimersByTime(LONG);
    expect(last()?.type).toBe('none');
  });

  test('stays once it is pinned', () => {
    stage.show(card(false));
    stage.leaveName();
    stage.pin();
    vi.advanceTimersByTime(LONG);
    expect(last()).toMatchObject({ type: 'entity-card', pinned: true });
  });

  test('goes when its words are scrolled out of sight; a pinned one two screens later', () => {
    stage.show(card(false));
    stage.scrolled(600);
    expect(last()?.type).toBe('entity-card');
    rect = { top: -40, bottom: -20 };
    stage.scrolled(600);
    expect(last()?.type).toBe('none');
    stage.show(card(true));
    stage.scrolled(600);
    expect(last()?.type).toBe('entity-card');
    rect = { top: -1_240, bottom: -1_220 };
    stage.scrolled(600);
    expect(last()?.type).toBe('none');
  });

  test('goes when the page has removed its words', () => {
    stage.show(card(true));
    rect = null;
    stage.scrolled(600);
    expect(last()?.type).toBe('none');
  });
});

describe('what may come up by itself', () => {
  test.each<[string, OverlayView, boolean]>([
    ['nothing', { type: 'none' }, true],
    ['a card that came by itself', card(false), true],
    ['a pinned card', card(true), false],
    ['the bar of a selection', { type: 'selection-bar', anchor }, false],
    ['an editor', editor('a'), false],
  ])('over %s', (_, view, isFree) => {
    stage.show(view);
    expect(stage.isFree()).toBe(isFree);
  });
});

describe('late answers', () => {
  test('for another entity change nothing', () => {
    stage.show(card(true));
    stage.tellHistory('place/basra', { articles: 1, mentions: 1, firstSeenAt: 1 });
    expect(drawn).toHaveLength(1);
  });

  test('for a card or an editor that is gone bring nothing back', () => {
    stage.show(editor('a'));
    stage.dismiss();
    stage.tellSaving('a', { state: 'saved' });
    stage.tellHistory('place/baghdad', null);
    expect(last()).toEqual({ type: 'none' });
    expect(drawn).toHaveLength(2);
  });
});

describe('an editor', () => {
  test('is closed once, by whatever takes its place', () => {
    stage.show(editor('a'));
    stage.show(card(true));
    stage.dismiss();
    expect(closed).toEqual(['a']);
  });

  test('is not closed by news of its own note', () => {
    stage.show(editor('a'));
    stage.tellSaving('a', { state: 'saving' });
    stage.tellTyped('a', { body: 'words' });
    stage.show(editor('a'));
    expect(closed).toEqual([]);
    stage.show(editor('b'));
    expect(closed).toEqual(['a']);
  });

  test('tells a change from a wish to try again', () => {
    stage.show(editor('a'));
    const typed = { body: 'words', colour: 'yellow', tags: ['x'] } as const;
    const change = { ...typed, tags: [...typed.tags] };
    expect(stage.tellTyped('a', change)).toBe(true);
    expect(stage.tellTyped('a', change)).toBe(false);
    expect(stage.tellTyped('a', { body: 'more words' })).toBe(true);
  });

  test('that must be built anew has the words typed so far', () => {
    stage.show(editor('a'));
    stage.tellTyped('a', { body: 'words' });
    stage.tellTyped('a', { tags: ['x'] });
    stage.tellSaving('a', { state: 'saving' });
    expect(last()).toMatchObject({ body: 'words', tags: ['x'] });
  });
});
