/** Follows the page in the tab: looks at it again and again, with its switches and the article it is. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { urlKey } from '@/core/article/normalise-url';
import type { Article, ArticleFacts } from '@/core/model/article';
import type { PageReport } from '@/messaging/protocol';
import { findArticle, findArticleAt } from '@/storage/articles';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { readSwitch, type SwitchState, watchSwitch } from '@/storage/site-switch';
import { type Look, lookAtPage, pageOf } from './look-at-page';
import { isWebPage } from './tab-access';

export interface PageFollower {
  readonly look: ReadonlySignal<Look>;
  readonly switches: ReadonlySignal<SwitchState | null>;
  /** Null where there is no site: a page of the browser, or no tab. */
  readonly webUrl: ReadonlySignal<URL | null>;
  /** Whose notes to show: the article being read, or the one kept under this address. */
  readonly article: ReadonlySignal<{ id: string; facts: ArticleFacts } | null>;
  start(): void;
  lookAgain(): Promise<void>;
  /** Shows at once what is known to come. */
  expect(report: PageReport | 'looking'): void;
  /** A reader may be started again where it did not answer. */
  forgetInjections(): void;
}

interface Ports {
  /** Null when there is no tab. */
  tabId: number | null;
  /** The tab is in a private window: Firefox lets its popup read no database. */
  isPrivate: boolean;
  db: HawashiDatabase;
  onFailure: (code: string) => void;
  closing: AbortSignal;
}

/** Milliseconds between looks: while the page is being read, and after. */
const LOOK_SOON = 200;
const LOOK_LATER = 1_500;
/** Looks soon after one another for what an article has to do with others: it may never be known. */
const PATIENT_LOOKS = 25;

export function followPage({
  tabId,
  isPrivate,
  db,
  onFailure,
  closing,
}: Ports): PageFollower {
  const look = signal<Look>({
    tab: null,
    page: { type: tabId === null ? 'forbidden' : 'looking' },
    report: null,
  });
  const switches = signal<SwitchState | null>(null);
  /** As kept, for a page that is not being read but has notes. */
  const kept = signal<Article | null>(null);
  const injected = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let seen = '';
  let patience = PATIENT_LOOKS;

  const webUrl = computed(() => {
    const url = look.value.tab?.url;
    return url && isWebPage(url) ? url : null;
  });
  const article = computed(() => {
    const { report } = look.value;
    const id = report?.articleId ?? kept.value?.id ?? null;
    const facts = report?.article ?? (kept.value && factsOf(kept.value));
    return id !== null && facts !== null ? { id, facts } : null;
  });

  async function lookAgain(): Promise<void> {
    clearTimeout(timer);
    if (tabId === null || closing.aborted) return;
    const ofTurn = ++turn;
    const next = await lookAtPage(tabId, injected);
    // A later look knows better.
    if (closing.aborted || ofTurn !== turn) return;
    // A look that tells nothing new must not draw everything anew.
    const shape = JSON.stringify([next.tab?.url?.href, next.page, next.report]);
    if (shape !== seen) {
      if (next.report?.articleId !== look.value.report?.articleId) {
        patience = PATIENT_LOOKS;
      }
      seen = shape;
      look.value = next;
      await Promise.all([readSwitches(), findKept()]);
    }
    clearTimeout(timer);
    const unmet = next.page.type === 'reading' && next.report?.encounter === null;
    const soon = next.page.type === 'looking' || (unmet && patience-- > 0);
    timer = setTimeout(() => void lookAgain(), soon ? LOOK_SOON : LOOK_LATER);
  }

  async function readSwitches(): Promise<void> {
    const url = webUrl.value;
    // By the address, as the page itself does: it must know before it reads anything.
    const read = url && readSwitch(url.href, urlKey({ url: url.href }));
    const state = (await read?.catch(() => null)) ?? null;
    if (url === webUrl.value) switches.value = state;
  }

  async function findKept(): Promise<void> {
    const { report } = look.value;
    const url = webUrl.value;
    if (isPrivate || report?.articleId || !url) {
      kept.value = null;
      return;
    }
    const facts = report?.article;
    const found = await attempt(db, () =>
      facts
        ? findArticle(db, { facts, urlKey: urlKey(facts) })
        : findArticleAt(db, url.href),
    );
    if (closing.aborted || report !== look.value.report) return;
    if (!found.ok) onFailure(found.error.code);
    kept.value = found.ok ? (found.value ?? null) : null;
  }

  return {
    look,
    switches,
    webUrl,
    article,
    lookAgain,
    start() {
      watchSwitch(() => void readSwitches().then(lookAgain), closing);
      closing.addEventListener('abort', () => clearTimeout(timer));
      void lookAgain();
    },
    expect(report) {
      seen = '';
      look.value =
        report === 'looking'
          ? { ...look.value, page: { type: 'looking' } }
          : { ...look.value, page: pageOf(report), report };
    },
    forgetInjections: () => injected.clear(),
  };
}

function factsOf(article: Article): ArticleFacts {
  const { url, canonicalUrl, title, siteName, byline, published, lang, wordCount } =
    article;
  return {
    ...{ url, title, siteName, lang, wordCount },
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
    ...(article.partial ? { partial: true } : {}),
    ...(article.live ? { live: true } : {}),
    ...(article.trace === undefined ? {} : { trace: article.trace }),
  };
}
