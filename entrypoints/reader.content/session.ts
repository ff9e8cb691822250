import { browser } from 'wxt/browser';
import { urlKey } from '@/core/article/normalise-url';
import { uiLanguageOf } from '@/locales/translate';
import { sendToBackground } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import { servePage } from '@/messaging/serve';
import { createSwitchFollower } from '@/page/follow-switch';
import { createMentionJumps } from '@/page/navigation/jump-to-mention';
import { type Carrying, createCarrying } from '@/page/notes/carry-notes';
import { createNotesDesk, type NotesDesk } from '@/page/notes/notes-desk';
import { createReader, type Reader } from '@/page/pipeline';
import { createDraftJournal, NO_JOURNAL } from '@/storage/draft-journal';
import {
  type HistorySettings,
  readHistorySettings,
  watchHistorySettings,
} from '@/storage/history-settings';
import { readUiLanguage, watchUiLanguage } from '@/storage/preferences';
import { isOn, watchSwitch } from '@/storage/site-switch';
import { answerPopup } from './answer-popup';
import { findDeadEditor } from './find-dead-editor';
import { createStamps, followScroll } from './follow-scroll';
import { createMargin } from './margin';
import { createNewMarker } from './mark-new';
import { createMeeting, createVisits } from './meet-article';
import { oneAtATime } from './one-at-a-time';
import { isInPrivateWindow } from './private-window';
import { createPlaceReport } from './report-places';

/**
 * Everything that runs in one page, put together: the reader of its text, the
 * desk for its notes, the margin in which cards and editors appear, the
 * switch, and the answers to the popup. Ends when `signal` aborts.
 */
export function startSession(
  document: Document,
  now: () => number,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  if (!view) return;
  const visitOf = createVisits();
  const reader: Reader<Failure> = createReader<Failure>({
    document,
    now,
    recognise: (text, title) => sendToBackground('recognise', { text, title }),
    async openArticle(article, entities) {
      // Writing down what is read takes longer than reading what was written here.
      void askForNotes();
      const askedAt = Date.now();
      const reply = await sendToBackground('open-article', {
        article,
        visitId: visitOf(article),
        entities,
      });
      if (!reply.ok) return reply;
      const { articleId, notes } = reply.value;
      return {
        ok: true,
        value: { articleId, notes: desk.merge(article, notes, askedAt) },
      };
    },
    meetArticle: createMeeting(visitOf),
    onEncounter() {
      carrying.refresh();
      void newMarker.mark();
      margin.showEncounter();
    },
    onPlaced() {
      margin.showPlaces();
      placeReport.follow();
    },
    onUnkept: (failure) => margin.warnUnkept(failure),
    onNavigate() {
      void sendToBackground('leave-article', {});
      margin.moveOn();
      void follower.follow();
    },
  });

  const journal = isInPrivateWindow
    ? NO_JOURNAL
    : createDraftJournal((noteId) => margin.warnUnwritten(noteId));
  const desk: NotesDesk<Failure> = createNotesDesk<Failure>({
    reading: reader.reading,
    show: (notes) => void reader.setNotes(notes),
    async save(article, note) {
      const reply = await sendToBackground('save-note', { article, note });
      return reply.ok ? { ok: true, value: reply.value.note } : reply;
    },
    async setDeleted(noteId, deleted, at) {
      const reply = await sendToBackground('set-note-deleted', { noteId, deleted, at });
      return reply.ok ? { ok: true, value: reply.value.note } : reply;
    },
    write: journal.write,
    settle: journal.settle,
    isMissing: ({ code }) => code === 'not-found',
    onState: (noteId, state) => margin.showSaving(noteId, state),
    onForeign: (note) => margin.showForeign(note),
  });

  const carrying: Carrying<Failure> = createCarrying<Failure>({
    ...{ reading: reader.reading, desk },
    show: (notes) => void reader.setCarried(notes),
    refuse: (noteId, articleId, refused, at) =>
      sendToBackground('refuse-carried', { noteId, articleId, refused, at }),
  });
  const newMarker = createNewMarker(reader);
  const placeReport = createPlaceReport(reader.reading, signal);

  const jumps = createMentionJumps(document);
  const margin = createMargin({
    ...{ document, reader, desk, carrying, jumps },
    isHeld: journal.holds,
  });

  const follower = createSwitchFollower(
    {
      view,
      isOn: (url) => isOn(url, urlKey({ url })),
      turnOn() {
        reader.start();
        margin.start();
      },
      // Nothing is left on the page.
      turnOff() {
        desk.flush();
        margin.stop();
        reader.stop();
      },
    },
    signal,
  );

  /** A restored file tells of each hundred of its notes. */
  const askForNotes = oneAtATime(async () => {
    const reading = reader.reading();
    if (!reading) return;
    const { articleId } = reading;
    const askedAt = Date.now();
    const reply = await sendToBackground('list-notes', { article: reading.facts });
    if (!reply.ok || reader.reading()?.articleId !== articleId) return;
    await reader.setNotes(desk.merge(reading.facts, reply.value.notes, askedAt));
  });

  /** Null: those of any article may have changed. */
  async function refreshNotes(changed: string | null): Promise<void> {
    const articleId = reader.reading()?.articleId;
    if (changed === null || changed === articleId) await askForNotes();
  }

  const { reviewNote, relinkNote, showChanges } = margin;
  const stampOf = createStamps();
  servePage(
    answerPopup({
      document,
      reader,
      jumps,
      follower,
      refreshNotes,
      reviewNote,
      relinkNote,
      carrying,
      showChanges,
      stampOf,
    }),
    signal,
  );
  followScroll(document, reader.reading, stampOf, signal);
  watchSwitch(() => void follower.follow(), signal);
  const setLanguage = (preference: 'auto' | 'ar' | 'en'): void =>
    margin.setLanguage(uiLanguageOf(preference, browser.i18n.getUILanguage()));
  watchUiLanguage(setLanguage, signal);
  void readUiLanguage().then(setLanguage, () => {});
  const setHistory = ({ showLine, markNew }: HistorySettings): void => {
    newMarker.want(markNew);
    margin.setSettings({ showLine, markNew });
  };
  watchHistorySettings(setHistory, signal);
  void readHistorySettings().then(setHistory, () => {});
  // The page may be gone before the writing pauses.
  const flush = (): void => desk.flush();
  view.addEventListener('pagehide', flush, { signal });
  document.addEventListener('visibilitychange', flush, { signal });
  signal.addEventListener('abort', () => {
    desk.flush();
    margin.stop();
    reader.stop();
  });
  void follower.follow();
  const dead = import.meta.env.FIREFOX ? findDeadEditor(document) : null;
  if (dead !== null) margin.warnOfDeadEditor(dead);
}
