/** The popup's state, as signals, and what its buttons do. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SpokenNotice } from '@/components/control/NoticeLine';
import { undoKey } from '@/components/control/undo-key';
import type {
  JumpPosition,
  PopupActions,
  PopupPage,
  PopupState,
} from '@/components/popup/popup-view';
import type { Note } from '@/core/model/note';
import type { PageReport } from '@/messaging/protocol';
import { createActs } from '@/page/notes/undo-acts';
import type { HawashiDatabase } from '@/storage/database';
import { watchHistorySettings } from '@/storage/history-settings';
import { type SwitchState, siteOf } from '@/storage/site-switch';
import { createExportDesk } from './export-desk';
import { followPage } from './follow-page';
import { createKeepingDesk } from './keeping-desk';
import type { Language } from './language';
import { noteActions } from './note-actions';
import { createNoteDesk, type NoteDesk } from './note-desk';
import { canOpenPanel } from './open-panel';
import { pageActions } from './page-actions';
import { followSeenBefore } from './seen-before';
import { createSpeaker } from './speaker';
import { storyActions } from './story-actions';
import { createStoryDesk } from './story-desk';

export interface PopupModel {
  readonly state: ReadonlySignal<PopupState>;
  readonly actions: PopupActions;
  start(): void;
}

interface Ports {
  /** Null when there is no tab. */
  tabId: number | null;
  /** The tab is in a private window: nothing of it is read from the disk here, nor written there. */
  isPrivate: boolean;
  db: HawashiDatabase;
  language: Language;
  /** Whether what is read is remembered, as it stands now. */
  recording: boolean;
  /** The reader has gone to the page or to the library: a popup must not stand in the way. */
  leave: () => void;
  signal: AbortSignal;
}

export function createPopupModel(ports: Ports): PopupModel {
  const { tabId, isPrivate, db, language, leave, signal: closing } = ports;
  const jump = signal<JumpPosition | null>(null);
  const notice = signal<SpokenNotice | null>(null);
  const busy = signal(false);
  const speaker = createSpeaker(notice, language);
  const page = followPage({
    tabId,
    isPrivate,
    db,
    onFailure: speaker.complainOf,
    closing,
  });
  const stories = createStoryDesk(page, ports.recording);
  const keeping = createKeepingDesk({ db, speaker, language, closing });
  const seen = isPrivate ? null : followSeenBefore({ db, page, closing });
  const acts = createActs();
  const desk = createNoteDesk({
    db,
    isPrivate,
    onFailure: speaker.complainOf,
    stop: closing,
  });

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    // The buttons say so, but take a press: one that is disabled under it loses the focus.
    if (busy.value) return;
    busy.value = true;
    try {
      await work();
    } finally {
      busy.value = false;
    }
  }

  const shared = { tabId, isPrivate, page, speaker, whileBusy, language, leave };
  const exports = createExportDesk({ ...shared, db });

  // By itself: what is drawn of the names stays as it is while all else changes.
  const seenPage = computed(() => withBefore(page.look.value.page, seen?.value));
  const state = computed<PopupState>(() => {
    const { report } = page.look.value;
    const looked = seenPage.value;
    const on = page.switches.value;
    const url = page.webUrl.value;
    const mayNotRead = looked.type === 'forbidden' || looked.type === 'not-allowed';
    return {
      page: asSwitched(looked, on),
      article: report?.article ?? null,
      site: url ? siteOf(url.href) : null,
      // A switch on a page that may not be read would promise what it cannot do.
      // Switched off, a private window's site would be written down.
      switches: mayNotRead || isPrivate ? null : on,
      former: desk.former.value,
      isPrivate,
      notes: rowsOf(desk, report?.notes ?? []),
      story: stories.view.value,
      recording: stories.recording.value,
      canForget: page.article.value !== null && !isPrivate,
      hasPanel: tabId !== null && canOpenPanel(),
      ...(isPrivate ? NOTHING_KEPT : keeping.view.value),
      exporting: exports.view.value,
      jump: jump.value,
      notice: notice.value,
      busy: busy.value,
    };
  });

  return {
    state,
    actions: {
      ...pageActions({ ...shared, jump }),
      ...noteActions({ ...shared, desk, acts }),
      ...exports.actions,
      ...storyActions({ ...shared, stories }),
      ...keeping.actions,
      toggleLanguage: language.toggle,
      dismissNotice: speaker.silence,
    },
    start() {
      /** Where the last jump led is of no interest in another article. */
      let jumpedIn: string | undefined;
      const stop = effect(() => {
        const article = page.article.value;
        const { report } = page.look.value;
        if (isPrivate) desk.showThese(report?.article ?? null, notesOf(report));
        else desk.show(article?.id ?? null, article?.facts ?? null);
        if (article?.id !== jumpedIn) jump.value = null;
        jumpedIn = article?.id;
      });
      closing.addEventListener('abort', stop);
      watchHistorySettings(({ recording }) => stories.setRecording(recording), closing);
      page.start();
      if (!isPrivate) keeping.start();
      document.addEventListener(
        'keydown',
        (event) => {
          const key = undoKey(event, event.target);
          if (key === null || !acts[key]()) return;
          event.preventDefault();
          const words = key === 'undo' ? 'notice.undone' : 'notice.redone';
          speaker.say(language.translator.value.t(words));
        },
        { signal: closing },
      );
    },
  };
}

/** How often the names were met before goes with them, as soon as it is known. */
function withBefore(
  page: PopupPage,
  seen: ReadonlyMap<string, number> | undefined,
): PopupPage {
  if (page.type !== 'reading' || !seen) return page;
  const entities = page.entities.map((row) => {
    const before = seen.get(row.entity.id);
    return before === undefined ? row : { ...row, before };
  });
  return { ...page, entities };
}

const NOTHING_KEPT = { keeping: null, unreadable: null, broughtBack: null };

function notesOf(report: PageReport | null): Note[] {
  return (report?.notes ?? []).map(({ note }) => note);
}

/** A switch just turned is shown at once; the page follows within a moment. */
function asSwitched(page: PopupPage, switches: SwitchState | null): PopupPage {
  if (switches === null || page.type === 'forbidden') return page;
  if (!(switches.site && switches.page)) return { type: 'off' };
  return page.type === 'off' ? { type: 'looking' } : page;
}

function rowsOf(desk: NoteDesk, placed: PageReport['notes']): PopupState['notes'] {
  const places = new Map(placed.map(({ note, ...place }) => [note.id, place]));
  return desk.notes.value.map((note) => ({
    ...{ note, anchor: null },
    ...places.get(note.id),
    saving: desk.savings.value.get(note.id) ?? { state: 'idle' },
    versions: desk.versions.value.get(note.id) ?? [],
  }));
}
