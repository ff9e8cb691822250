/**
 * Watches a page for its article: text comes late (hydration, single-page
 * navigation, "read more"), and goes. Reports a detection only when it differs
 * from the last one.
 */
import type { ArticleBlock } from './article-block';
import { type Detection, detectArticle } from './detect-article';
import { elementInView } from './find-parts';

/** After this long without changes the page counts as quiet, in milliseconds. */
const QUIET_MS = 400;
/** A page that never rests (a ticker, a clock) is looked at this often all the same. */
const RESTLESS_MS = 2_000;
/** Pages without an article that fill themselves without a change we would see: looked at again at these times. */
const LATE_LOOKS_MS = [2_000, 5_000] as const;
/** Where several articles stand in the page, the view is looked after this often while it moves. */
const FOLLOW_MS = 250;
/** Looking may take this share of the page's time at most. */
const TIME_SHARE = 1 / 30;

export interface ArticleWatch {
  /** Looks now: after a navigation, for example. Nothing after the signal's abort. */
  check(): void;
}

/**
 * Starts watching; ends, with all timers and observers, when `signal` aborts.
 * The first detection is reported at once, or on DOMContentLoaded.
 */
export function watchArticle(
  document: Document,
  getUrl: () => string,
  onDetection: (detection: Detection) => void,
  signal: AbortSignal,
): ArticleWatch {
  const window = document.defaultView;
  const isNews = createNewsFilter();
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let changedSince: number | null = null;
  let lastAt = 0;
  let costMs = 0;
  let isFound = false;
  let parts: readonly Element[] = [];
  let inView: Element | null = null;
  let followTimer: ReturnType<typeof setTimeout> | undefined;

  const observer = createObserver(document, noticeChange);
  /** What is observed already goes on being observed. */
  const observe = (...roots: Node[]) => {
    for (const root of roots) {
      observer?.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        // Content is often there from the start and shown later.
        attributes: true,
        attributeFilter: ['hidden', 'class', 'style'],
      });
    }
  };

  function check(): void {
    if (signal.aborted) return;
    changedSince = null;
    clearTimeout(quietTimer);
    const start = performance.now();
    const detection = detectArticle(document, getUrl());
    lastAt = performance.now();
    costMs = lastAt - start;
    isFound = detection.isArticle;
    parts = detection.parts;
    inView = elementInView(parts);
    observe(...rootsOf(detection));
    if (isNews(detection)) onDetection(detection);
  }

  /** An article that is there is not looked for: on a long page that would cost half a second. */
  function lookLate(): void {
    if (!isFound) check();
  }

  function followView(): void {
    if (parts.length === 0 || followTimer !== undefined) return;
    followTimer = setTimeout(() => {
      followTimer = undefined;
      if (elementInView(parts) !== inView) check();
    }, FOLLOW_MS);
  }

  function noticeChange(): void {
    if (signal.aborted) return;
    const now = performance.now();
    changedSince ??= now;
    const rest = Math.max(0, lastAt + costMs / TIME_SHARE - now);
    const overdue = changedSince + RESTLESS_MS - now;
    clearTimeout(quietTimer);
    const delay = Math.max(rest, Math.min(QUIET_MS, Math.max(overdue, 0)));
    quietTimer = setTimeout(check, delay);
  }

  function start(): void {
    document.addEventListener('DOMContentLoaded', check, { signal });
    window?.addEventListener('load', check, { signal });
    document.addEventListener('scroll', followView, {
      capture: true,
      passive: true,
      signal,
    });
    const lateLooks = LATE_LOOKS_MS.map((delay) => setTimeout(lookLate, delay));
    observe(document);
    signal.addEventListener('abort', () => {
      observer?.disconnect();
      clearTimeout(quietTimer);
      clearTimeout(followTimer);
      for (const timer of lateLooks) clearTimeout(timer);
    });
    if (document.readyState !== 'loading') check();
  }

  if (!signal.aborted) start();
  return { check };
}

function createObserver(
  document: Document,
  onChange: () => void,
): MutationObserver | null {
  const Observer = document.defaultView?.MutationObserver ?? globalThis.MutationObserver;
  return Observer === undefined ? null : new Observer(onChange);
}

/** The shadow trees that the text stands in: what happens there is not seen from outside. */
function rootsOf({ blocks }: Detection): Node[] {
  const roots = new Set(blocks.map(({ element }) => element.getRootNode()));
  return [...roots].filter((root) => root.nodeType === 11);
}

/** The same nodes with the same text and the same facts are no news. */
function createNewsFilter(): (detection: Detection) => boolean {
  let last: string | null = null;
  let lastNodes: readonly Node[] = [];
  return (detection) => {
    const nodes = detection.blocks.flatMap(nodesOf);
    const said = JSON.stringify([
      detection.isArticle,
      detection.facts,
      detection.blocks.map((block) => [block.role, textsOf(block)]),
    ]);
    const same =
      said === last &&
      nodes.length === lastNodes.length &&
      nodes.every((node, at) => node === lastNodes[at]);
    last = said;
    lastNodes = nodes;
    return !same;
  };
}

function nodesOf(block: ArticleBlock): readonly Node[] {
  return [block.element, ...(block.nodes ?? []), ...block.skip];
}

/** Of a run only its own nodes: its element may be the whole page. */
function textsOf(block: ArticleBlock): string[] {
  return (block.nodes ?? [block.element]).map((node) => node.textContent ?? '');
}
