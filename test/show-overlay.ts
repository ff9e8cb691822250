import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LineActions } from '@/components/line/line-view';
import { mountOverlay } from '@/components/overlay/mount-overlay';
import type { OverlayActions } from '@/components/overlay/overlay-view';
import { problemsOfAccess } from './problems-of-access';

let cleanUp: (() => void)[] = [];
beforeEach(async () => {
  await page.viewport(800, 600);
});
afterEach(() => {
  for (const clean of cleanUp.reverse()) clean();
  cleanUp = [];
});

/** After the test, the latest first. */
export function afterThis(clean: () => void): void {
  cleanUp.push(clean);
}

/** The overlay in the test's own page, in a root that can be looked into. */
export function mounted(lang: 'ar' | 'en' = 'en') {
  const host = document.createElement('div');
  host.style.all = 'initial';
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const actions = {
    highlight: vi.fn(),
    writeNote: vi.fn(),
    copyQuote: vi.fn(),
    placeNote: vi.fn(),
    settlePlace: vi.fn(),
    changeNote: vi.fn(),
    deleteNote: vi.fn(),
    jump: vi.fn(),
    pinCard: vi.fn(),
    dismiss: vi.fn(),
    hoverCard: vi.fn(),
    listVersions: vi.fn(),
    bringBack: vi.fn(),
    chooseWords: vi.fn(),
    undo: vi.fn(() => true),
  } satisfies OverlayActions;
  const lineActions = {
    open: vi.fn(),
    close: vi.fn(),
    openWhy: vi.fn(),
    closeWhy: vi.fn(),
    sayLikeness: vi.fn(),
    followStory: vi.fn(),
    endFollowing: vi.fn(),
    showChanges: vi.fn(),
    stepChange: vi.fn(),
    setDimsRead: vi.fn(),
    openReview: vi.fn(),
    stepOffer: vi.fn(),
    answerOffer: vi.fn(),
    stopPlacing: vi.fn(),
    undoAnswer: vi.fn(),
  } satisfies LineActions;
  const overlay = mountOverlay(root, { lang, actions, lineActions });
  afterThis(() => {
    overlay.destroy();
    host.remove();
  });
  const find = <Kind extends Element = HTMLElement>(selector: string): Kind => {
    const found = root.querySelector<Kind>(selector);
    if (!found) throw new Error(`nothing fits ${selector}`);
    return found;
  };
  return { host, root, actions, lineActions, overlay, find };
}

/** A page with a button that has the focus. */
export function focusedButton(): HTMLButtonElement {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  afterThis(() => button.remove());
  return button;
}

/** The position is settled in a microtask, or a frame later. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** What comes in with a motion has come. */
export async function cameIn(host: Element): Promise<void> {
  await settled();
  await Promise.all(
    host.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? [],
  );
}

/** Axe has nothing against what stands in the overlay. */
export async function expectAccess(host: Element): Promise<void> {
  await cameIn(host);
  expect(await problemsOfAccess(host, { region: { enabled: false } })).toEqual([]);
}
