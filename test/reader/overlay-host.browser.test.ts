import { afterEach, describe, expect, it, vi } from 'vitest';
import { handOver, takeOver } from '@/components/overlay/hand-over';
import { mountOverlay } from '@/components/overlay/mount-overlay';
import type { Notice, OverlayView } from '@/components/overlay/overlay-view';
import { createOverlayHost } from '@/entrypoints/reader.content/overlay-host';

const NONE: OverlayView = { type: 'none' };
const BAR: OverlayView = {
  type: 'selection-bar',
  anchor: { getClientRects: () => [new DOMRect(300, 200, 80, 20)], direction: 'ltr' },
};
const EDITOR: OverlayView = {
  ...{ type: 'note-editor', anchor: BAR.anchor, noteId: 'note-1', quote: 'words' },
  ...{ body: '', colour: 'yellow', tags: [], status: 'anchored' },
  saving: { state: 'idle' },
  versions: [],
  elsewhere: null,
  revision: 0,
};
const UNKEPT: Notice = { key: 'article-unkept', tone: 'problem' };
const COPIED: Notice = { key: 'quote-copied', tone: 'info' };

type Host = ReturnType<typeof createOverlayHost>;
let made: Host[] = [];
afterEach(() => {
  for (const host of made) host.remove();
  made = [];
});

const layers = () => document.querySelectorAll('hw-layer');
const roots: ShadowRoot[] = [];
/** The overlay as it is, but that the test can look inside. */
const mount: typeof mountOverlay = (root, options) => {
  roots.push(root);
  return mountOverlay(root, options);
};
/** What kinds of boxes and notices are shown, in the overlay mounted last. */
const shown = () =>
  [...(roots.at(-1)?.querySelectorAll('.hw-box, .hw-notice') ?? [])].map(
    ({ className }) => className.split(' ').at(-1),
  );

function host() {
  const askers: ((brought: boolean) => void)[] = [];
  const bring = vi.fn(async () => {
    const brought = await new Promise<boolean>((resolve) => askers.push(resolve));
    return brought ? mount : null;
  });
  const onLost = vi.fn();
  const action = vi.fn();
  const overlay = createOverlayHost({
    document,
    bring,
    onLost,
    actions: {
      ...{ highlight: action, writeNote: action, copyQuote: action },
      ...{ placeNote: action, settlePlace: action },
      ...{ changeNote: action, deleteNote: action, jump: action },
      ...{ pinCard: action, dismiss: action, hoverCard: action },
      ...{ listVersions: action, bringBack: action, chooseWords: action },
      undo: () => false,
    },
    lineActions: {
      ...{ open: action, close: action, openWhy: action, closeWhy: action },
      ...{ sayLikeness: action, followStory: action, endFollowing: action },
      ...{ showChanges: action, stepChange: action, setDimsRead: action },
      ...{ openReview: action, stepOffer: action, answerOffer: action },
      ...{ stopPlacing: action, undoAnswer: action },
    },
  });
  made.push(overlay);
  /** Lets everything that was asked for so far arrive, or fail. */
  const arrive = async (brought = true) => {
    for (const answer of askers.splice(0)) answer(brought);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { overlay, bring, onLost, arrive };
}

describe('the overlay on its way', () => {
  it('is not asked for before it is needed, and leaves the page alone until it is there', async () => {
    const { overlay, bring, arrive } = host();
    overlay.show(NONE);
    overlay.notify(null);
    overlay.setLanguage('ar');
    expect(overlay.focus()).toBe(false);
    expect(bring).not.toHaveBeenCalled();
    overlay.show(BAR);
    expect(layers()).toHaveLength(0);
    expect(overlay.isOurs(document.documentElement)).toBe(false);
    await arrive();
    expect(layers()).toHaveLength(1);
    expect(overlay.isOurs(layers()[0] ?? null)).toBe(true);
    expect(roots.at(-1)?.querySelector('.hw')?.getAttribute('lang')).toBe('ar');
    expect(overlay.focus()).toBe(true);
    expect(roots.at(-1)?.activeElement?.closest('.hw-bar')).not.toBeNull();
  });

  it('shows what was asked for last, and the notice too', async () => {
    const { overlay, arrive } = host();
    overlay.show(BAR);
    overlay.notify(COPIED);
    overlay.show(EDITOR);
    overlay.notify(UNKEPT);
    await arrive();
    expect(shown()).toEqual(['hw-editor', 'hw-notice-problem']);
    // What has been shown is not shown again.
    overlay.show(NONE);
    overlay.notify(null);
    overlay.show(BAR);
    expect(shown()).toEqual(['hw-bar']);
  });

  it('shows nothing that was dismissed meanwhile', async () => {
    const { overlay, arrive } = host();
    overlay.show(BAR);
    overlay.notify(COPIED);
    overlay.show(NONE);
    overlay.notify(null);
    await arrive();
    expect(layers()).toHaveLength(0);
  });

  it('shows nothing after everything was removed', async () => {
    const { overlay, arrive } = host();
    overlay.show(EDITOR);
    overlay.notify(UNKEPT);
    overlay.remove();
    await arrive();
    expect(layers()).toHaveLength(0);
  });
});

describe('an overlay that cannot be brought', () => {
  it('is asked for again at the next need; a notice waits for it, a view does not', async () => {
    const { overlay, bring, onLost, arrive } = host();
    overlay.notify(UNKEPT);
    overlay.show(EDITOR);
    await arrive(false);
    expect(onLost).toHaveBeenCalled();
    const asked = bring.mock.calls.length;
    await arrive();
    expect(bring).toHaveBeenCalledTimes(asked);
    expect(layers()).toHaveLength(0);
    overlay.show(BAR);
    await arrive();
    expect(shown()).toEqual(['hw-bar', 'hw-notice-problem']);
  });

  it('is not asked for at every sign that it might be needed', async () => {
    const { overlay, bring, onLost, arrive } = host();
    overlay.prepare();
    overlay.prepare();
    await arrive(false);
    overlay.prepare();
    expect(bring).toHaveBeenCalledOnce();
    expect(onLost).not.toHaveBeenCalled();
  });
});

describe('the overlay once it is there', () => {
  it('shows at once, and comes back when the page has thrown its element out', async () => {
    const { overlay, bring, arrive } = host();
    overlay.prepare();
    await arrive();
    expect(layers()).toHaveLength(0);
    overlay.show(BAR);
    expect(shown()).toEqual(['hw-bar']);
    layers()[0]?.remove();
    overlay.show(EDITOR);
    expect(shown()).toEqual(['hw-editor']);
    expect(layers()).toHaveLength(1);
    expect(bring).toHaveBeenCalledOnce();
  });

  it('takes the place of one that a dead reader left, unless that holds unsaved words', async () => {
    const first = host();
    first.overlay.show(EDITOR);
    await first.arrive();
    first.overlay.markUnsaved(true);
    const second = host();
    second.overlay.show(BAR);
    await second.arrive();
    expect(layers()).toHaveLength(2);
    first.overlay.markUnsaved(false);
    const third = host();
    third.overlay.show(BAR);
    await third.arrive();
    expect(layers()).toHaveLength(1);
  });
});

it('finds what was handed over last: an older version may have been there before', () => {
  expect(takeOver()).toBeNull();
  handOver(mount);
  handOver(mountOverlay);
  expect(takeOver()).toBe(mountOverlay);
});
