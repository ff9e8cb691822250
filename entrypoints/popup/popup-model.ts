/** The popup's state, as signals, and what its buttons do. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  JumpPosition,
  PopupActions,
  PopupNotice,
  PopupPage,
  PopupState,
} from '@/components/popup/popup-view';
import { failureText } from '@/components/translation/failure-text';
import { urlKey } from '@/core/article/normalise-url';
import type { Article, ArticleFacts } from '@/core/model/article';
import { sendToPage } from '@/messaging/client';
import { findArticle } from '@/storage/articles';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import {
  readSwitch,
  type SwitchState,
  setPageOn,
  setSiteOn,
  siteOf,
  watchSwitch,
} from '@/storage/site-switch';
import { exportNotes } from './export-notes';
import type { Language } from './language';
import { type Look, lookAtPage, pageOf } from './look-at-page';
import { createNoteDesk } from './note-desk';
import { askToRead, injectReader, isWebPage, reloadTab } from './tab-access';

export interface PopupModel {
  readonly state: ReadonlySignal<PopupState>;
  readonly actions: PopupActions;
  start(): void;
}

interface Ports {
  /** Null when there is no tab. */
  tabId: number | null;
  db: HawashiDatabase;
  language: Language;
  signal: AbortSignal;
}

/** Milliseconds between looks: while the page is being read, and after. */
const LOOK_SOON = 200;
const LOOK_LATER = 1_500;

const UNKNOWN: Look = { tab: null, page: { type: 'looking' }, report: null };

export function createPopupModel(ports: Ports): PopupModel {
  const { tabId, db, language, signal: closing } = ports;
  const look = signal<Look>(
    tabId === null ? { ...UNKNOWN, page: { type: 'forbidden' } } : UNKNOWN,
  );
  const switches = signal<SwitchState | null>(null);
  /** As kept, for a page that is not being read but has notes. */
  const article = signal<Article | null>(null);
  const jump = signal<JumpPosition | null>(null);
  const notice = signal<PopupNotice | null>(null);
  const busy = signal(false);
  const injected = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = '';

  const t = () => language.translator.value;
  const say = (words: string, undo?: () => void) => {
    notice.value = { words, tone: 'info', ...(undo ? { undo } : {}) };
  };
  const complain = (words: string) => {
    notice.value = { words, tone: 'problem' };
  };
  const complainOf = (code: string) => complain(failureText(t(), code));

  const desk = createNoteDesk({ db, onFailure: complainOf, stop: closing });
  const facts = computed(() => look.value.report?.article ?? null);
  const webUrl = computed(() => {
    const url = look.value.tab?.url;
    return url && isWebPage(url) ? url : null;
  });

  async function lookAgain(): Promise<void> {
    clearTimeout(timer);
    if (tabId === null || closing.aborted) return;
    const next = await lookAtPage(tabId, injected);
    if (closing.aborted) return;
    // A look that tells nothing new must not draw everything anew.
    const shape = JSON.stringify([next.tab?.url?.href, next.page, next.report]);
    if (shape !== seen) {
      seen = shape;
      look.value = next;
      await follow(next);
    }
    clearTimeout(timer);
    const soon = next.page.type === 'looking';
    timer = setTimeout(() => void lookAgain(), soon ? LOOK_SOON : LOOK_LATER);
  }

  /** The switches and the notes of the page that is now in the tab. */
  async function follow({ report }: Look): Promise<void> {
    await readSwitches();
    let articleId = report?.articleId ?? null;
    const url = webUrl.value;
    if (articleId === null && url) {
      const key = urlKey(report?.article ?? { url: url.href });
      const found = await attempt(db, () => findArticle(db, key));
      if (!found.ok) complainOf(found.error.code);
      article.value = found.ok ? (found.value ?? null) : null;
      articleId = article.value?.id ?? null;
    }
    desk.show(articleId, facts.value ?? (article.value && factsOf(article.value)));
  }

  async function readSwitches(): Promise<void> {
    const url = webUrl.value;
    switches.value = url ? await readSwitch(url.href, urlKey({ url: url.href })) : null;
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    try {
      await work();
    } finally {
      busy.value = false;
    }
  }

  const state = computed<PopupState>(() => {
    const { page, report } = look.value;
    const anchors = new Map(report?.notes.map(({ note, anchor }) => [note.id, anchor]));
    const on = switches.value;
    return {
      page: asSwitched(page, on),
      article: facts.value,
      site: webUrl.value ? siteOf(webUrl.value.href) : null,
      // A switch on a page that may not be read would promise what it cannot do.
      switches: page.type === 'forbidden' || page.type === 'not-allowed' ? null : on,
      notes: desk.notes.value.map((note) => ({
        note,
        anchor: anchors.get(note.id) ?? null,
        saving: desk.savings.value.get(note.id) ?? { state: 'idle' },
      })),
      jump: jump.value,
      notice: notice.value,
      busy: busy.value,
    };
  });

  /** The notes whose deletion the notice on show can undo. */
  let undoable: string[] = [];

  async function deleteNote(noteId: string): Promise<void> {
    const done = await desk.setDeleted(noteId, true);
    if (!done.ok) return complainOf(done.code);
    undoable = notice.value?.undo ? [...undoable, noteId] : [noteId];
    const ids = undoable;
    say(t().t('popup.deleted', { count: ids.length }), () => {
      notice.value = null;
      for (const id of ids)
        void desk.setDeleted(id, false).then((undone) => {
          if (!undone.ok) complainOf(undone.code);
        });
    });
  }

  const actions: PopupActions = {
    switchSite(on) {
      const url = webUrl.value;
      if (url) void setSiteOn(url.hostname, on).then(lookAgain);
    },
    switchPage(on) {
      const url = webUrl.value;
      if (url) void setPageOn(urlKey({ url: url.href }), on).then(lookAgain);
    },
    readAnyway() {
      if (tabId === null) return;
      void whileBusy(async () => {
        const reply = await sendToPage(tabId, 'read-anyway', {});
        if (!reply.ok) return complainOf(reply.error.code);
        look.value = { ...look.value, page: pageOf(reply.value), report: reply.value };
        await lookAgain();
      });
    },
    readOnce() {
      if (tabId === null) return;
      void whileBusy(async () => {
        if (!(await injectReader(tabId))) return complain(t().t('state.injectFailed'));
        look.value = { ...look.value, page: { type: 'looking' } };
        await lookAgain();
      });
    },
    allowSite() {
      const url = webUrl.value;
      if (tabId === null || !url) return;
      // Asked before anything is awaited: the click must still count.
      const asked = askToRead(url);
      void whileBusy(async () => {
        if (!(await asked.catch(() => false))) return complain(t().t('state.denied'));
        look.value = { ...look.value, page: { type: 'looking' } };
        await lookAgain();
      });
    },
    reloadPage() {
      if (tabId === null) return;
      injected.clear();
      void reloadTab(tabId).then(lookAgain);
    },
    jumpToMention(entityId, step) {
      if (tabId === null) return;
      void sendToPage(tabId, 'jump-to-mention', { entityId, step }).then((reply) => {
        if (!reply.ok) return complainOf(reply.error.code);
        if (reply.value.count === 0) return complain(t().t('popup.jumpFailed'));
        jump.value = { entityId, ...reply.value };
      });
    },
    jumpToNote(noteId) {
      if (tabId === null) return;
      void sendToPage(tabId, 'jump-to-note', { noteId }).then((reply) => {
        if (!reply.ok) complainOf(reply.error.code);
        else if (!reply.value.found) complain(t().t('anchor.orphan'));
      });
    },
    changeNote: desk.change,
    deleteNote: (noteId) => void deleteNote(noteId),
    exportNotes(scope, format) {
      const articleId = look.value.report?.articleId ?? article.value?.id ?? null;
      if (scope === 'page' && articleId === null) {
        return complain(t().t('export.nothing'));
      }
      void whileBusy(async () => {
        const done = await exportNotes(db, {
          articleId: scope === 'page' ? articleId : null,
          format,
          lang: t().lang,
          now: Date.now(),
        });
        if (done.ok) say(t().t('export.done'));
        else complainOf(done.error.code);
      });
    },
    toggleLanguage: language.toggle,
    dismissNotice() {
      notice.value = null;
    },
  };

  return {
    state,
    actions,
    start() {
      watchSwitch(() => void readSwitches().then(lookAgain), closing);
      closing.addEventListener('abort', () => clearTimeout(timer));
      void lookAgain();
    },
  };
}

/** A switch just turned is shown at once; the page follows within a moment. */
function asSwitched(page: PopupPage, switches: SwitchState | null): PopupPage {
  if (switches === null || page.type === 'forbidden') return page;
  if (!(switches.site && switches.page)) return { type: 'off' };
  return page.type === 'off' ? { type: 'looking' } : page;
}

function factsOf(article: Article): ArticleFacts {
  const { url, canonicalUrl, title, siteName, byline, published, lang, wordCount } =
    article;
  return {
    ...{ url, title, siteName, lang, wordCount },
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
  };
}
