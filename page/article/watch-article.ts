/**
 * Watches a page for its article: text comes late (hydration, single-page
 * navigation, "read more"), and goes. Reports a detection only when it differs
 * from the last one.
 */
import type { ArticleBlock } from './article-block';
import { type Detection, detectArticle } from './detect-article';

/** After this long without changes the page counts as quiet, in milliseconds. */
const QUIET_MS = 400;
/** A page that never rests (a ticker, a clock) is looked at this often all the same. */
const RESTLESS_MS = 2_000;
/** Pages that fill themselves without a change we would see: looked at again at these times. */
const LATE_LOOKS_MS = [2_000, 5_000] as const;
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
  const watch = new Watch(document, getUrl, onDetection, signal);
  if (!signal.aborted) watch.start();
  return watch;
}

class Watch implements ArticleWatch {
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private quietTimer: ReturnType<typeof setTimeout> | null = null;
  private last: string | null = null;
  private lastNodes: readonly Node[] = [];
  private lastAt = 0;
  private costMs = 0;
  private changedSince: number | null = null;

  constructor(
    private readonly document: Document,
    private readonly getUrl: () => string,
    private readonly onDetection: (detection: Detection) => void,
    private readonly signal: AbortSignal,
  ) {}

  start(): void {
    const { document, signal } = this;
    const window = document.defaultView;
    const look = () => this.check();
    document.addEventListener('DOMContentLoaded', look, { signal });
    window?.addEventListener('load', look, { signal });
    for (const delay of LATE_LOOKS_MS) this.after(delay, look);
    const observer = this.observe(() => this.noticeChange());
    signal.addEventListener('abort', () => {
      observer?.disconnect();
      for (const timer of this.timers) clearTimeout(timer);
      this.timers.clear();
    });
    if (document.readyState !== 'loading') this.check();
  }

  check(): void {
    if (this.signal.aborted) return;
    this.clearQuiet();
    const start = performance.now();
    const detection = detectArticle(this.document, this.getUrl());
    this.lastAt = performance.now();
    this.costMs = this.lastAt - start;
    if (!this.isNews(detection)) return;
    this.onDetection(detection);
  }

  private observe(onChange: () => void): MutationObserver | null {
    const window = this.document.defaultView;
    const Observer = window?.MutationObserver ?? globalThis.MutationObserver;
    if (Observer === undefined) return null;
    const observer = new Observer(onChange);
    observer.observe(this.document, {
      childList: true,
      subtree: true,
      characterData: true,
      // Content is often there from the start and shown later.
      attributes: true,
      attributeFilter: ['hidden', 'class', 'style'],
    });
    return observer;
  }

  private noticeChange(): void {
    if (this.signal.aborted) return;
    const now = performance.now();
    this.changedSince ??= now;
    const rest = Math.max(0, this.lastAt + this.costMs / TIME_SHARE - now);
    const overdue = this.changedSince + RESTLESS_MS - now;
    if (this.quietTimer !== null) clearTimeout(this.quietTimer);
    if (this.quietTimer !== null) this.timers.delete(this.quietTimer);
    const delay = Math.max(rest, Math.min(QUIET_MS, Math.max(overdue, 0)));
    this.quietTimer = this.after(delay, () => this.check());
  }

  private clearQuiet(): void {
    this.changedSince = null;
    if (this.quietTimer === null) return;
    clearTimeout(this.quietTimer);
    this.timers.delete(this.quietTimer);
    this.quietTimer = null;
  }

  private after(delay: number, act: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, delay);
    this.timers.add(timer);
    return timer;
  }

  /** The same nodes with the same text and the same facts are no news. */
  private isNews(detection: Detection): boolean {
    const nodes = detection.blocks.flatMap(nodesOf);
    const said = JSON.stringify([
      detection.isArticle,
      detection.facts,
      detection.blocks.map((block) => [block.role, textsOf(block)]),
    ]);
    const same =
      said === this.last &&
      nodes.length === this.lastNodes.length &&
      nodes.every((node, at) => node === this.lastNodes[at]);
    this.last = said;
    this.lastNodes = nodes;
    return !same;
  }
}

function nodesOf(block: ArticleBlock): readonly Node[] {
  return [block.element, ...(block.nodes ?? []), ...block.skip];
}

/** Of a run only its own nodes: its element may be the whole page. */
function textsOf(block: ArticleBlock): string[] {
  return (block.nodes ?? [block.element]).map((node) => node.textContent ?? '');
}
