import type { LineActions, LineView } from '@/components/line/line-view';
import type { Notice } from '@/components/overlay/overlay-view';
import type { Encounter, Story } from '@/core/model/story';
import { chooseHeadline } from '@/core/stories/choose-headline';
import { deservesLine } from '@/core/stories/deserves-line';
import type { Failure } from '@/messaging/protocol';
import type { Reader } from '@/page/pipeline';
import type { HistorySettings } from '@/storage/history-settings';
import { askBackground } from './ask-background';
import { newLineState } from './line-state';
import { type NotesReview, type ReviewedNotes, reviewNotes } from './review-notes';
import { showChanges } from './show-changes';

interface Ports {
  document: Document;
  reader: Pick<Reader<Failure>, 'reading' | 'flash' | 'setTextMarks'>;
  carrying: ReviewedNotes;
  show(line: LineView | null): void;
  notify(notice: Notice): void;
}

/** The quiet line of a page: says once what is known of the article, and opens into more. */
export interface StoryLine {
  actions: LineActions;
  /** Something else is known of the article. */
  refresh(): void;
  /** The notes have other places. */
  showPlaces(): void;
  setSettings(settings: Pick<HistorySettings, 'showLine' | 'markNew'>): void;
  /** Opens the review at this note; false when it is not offered to the article. */
  review(noteId: string): boolean;
  /** Opens the review at this note of the page, to select its words; false when it has its place. */
  relink(noteId: string): boolean;
  /** Words are to be selected for the note that is looked at. */
  isPlacing(): boolean;
  place: NotesReview['place'];
  /** Escape: one thing at a time. */
  escape(): void;
  /** Opens at what changed since the last visit; false when that is nothing. */
  showChanges(): boolean;
  /** Something that the reader asked for is shown, or no more: a line goes, a panel waits. */
  makeWay(isTaken: boolean): void;
  /** The page went on, or is switched off. */
  forget(): void;
}

/** Milliseconds after it is known, for the reader to find their place in the text. */
const SETTLE = 1500;

export function createStoryLine(ports: Ports): StoryLine {
  const { document, reader, carrying } = ports;
  let state = newLineState(false);
  let isShown = false;
  /** Once for a visit. */
  let hasSpoken = false;
  let isAside = false;
  /** The panel has only come back: the focus stays where it is. */
  let isBack = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const shared = { document, reader, state: () => state, draw, say };
  const changes = showChanges(shared);
  const review = reviewNotes({ ...shared, carrying });
  const asking = askBackground({ ...shared, reading: reader.reading });
  const encounterOf = (): Encounter | null => reader.reading()?.encounter ?? null;

  function draw(): void {
    ports.show(isAside ? null : view());
  }

  function say(notice: Notice | null): void {
    if (state.shows === 'story' || state.shows === 'review') {
      state.notice = notice;
      draw();
    } else if (notice) ports.notify(notice);
  }

  function view(): LineView | null {
    const reading = reader.reading();
    if (state.shows === 'none' || !reading?.encounter) return null;
    const { shows, why, notice, dimsRead, changeAt } = state;
    return {
      ...{ shows, why, notice, dimsRead, encounter: reading.encounter },
      takesFocus: shows !== 'line' && !isBack,
      now: Date.now(),
      following: followedOf(reading.encounter),
      isKept: reading.articleId !== null,
      changes: changeAt === null ? null : { list: changes.list(), at: changeAt },
      review: review.view(),
    };
  }

  function followedOf({ stories }: Encounter): Story | null {
    if (state.following !== undefined) return state.following;
    return stories.find(({ verdict }) => verdict !== 'related')?.story ?? null;
  }

  function speakSoon(): void {
    clearTimeout(timer);
    if (!hasSpoken && isShown && encounterOf()) timer = setTimeout(speak, SETTLE);
  }

  function speak(): void {
    const encounter = encounterOf();
    const headline = encounter && chooseHeadline(encounter);
    if (hasSpoken || isAside || state.shows !== 'none' || !headline) return;
    if (!deservesLine(headline, Date.now())) return;
    // Behind another tab nobody would see it come and go.
    if (document.hidden)
      document.addEventListener('visibilitychange', speakSoon, { once: true });
    else become('line');
  }

  function takeFloor(): void {
    hasSpoken = true;
    isBack = false;
  }

  function become(shows: LineView['shows']): void {
    takeFloor();
    state.shows = shows;
    draw();
  }

  function close(): void {
    const { notice, dimsRead } = state;
    changes.showChanges(false);
    state = newLineState(dimsRead);
    draw();
    // What was done last can still be undone.
    if (notice?.action) ports.notify(notice);
  }

  return {
    actions: {
      ...asking,
      open: () => become('story'),
      close,
      showChanges: changes.showChanges,
      stepChange: changes.stepChange,
      openReview: review.openReview,
      stepOffer: review.stepOffer,
      answerOffer: review.answerOffer,
      stopPlacing: review.stopPlacing,
      undoAnswer: review.undoAnswer,
    },
    refresh() {
      state.following = undefined;
      changes.refresh();
      const encounter = encounterOf();
      if (state.shows === 'line' && !(encounter && chooseHeadline(encounter))) close();
      else draw();
      speakSoon();
    },
    showPlaces() {
      if (state.shows === 'story' || state.shows === 'review') draw();
    },
    setSettings({ showLine, markNew }) {
      isShown = showLine;
      state.dimsRead = markNew;
      if (!showLine && state.shows === 'line') close();
      else draw();
      speakSoon();
    },
    review(noteId) {
      takeFloor();
      return review.openAt(noteId);
    },
    relink(noteId) {
      takeFloor();
      return review.placeAt(noteId);
    },
    isPlacing: () => state.shows === 'review' && review.view().isPlacing,
    place: review.place,
    escape() {
      if (state.isPlacing) review.stopPlacing();
      else close();
    },
    showChanges() {
      if (changes.list().length === 0) return false;
      become('story');
      changes.showChanges(true);
      return true;
    },
    makeWay(isTaken) {
      if (isTaken === isAside) return;
      isAside = isTaken;
      isBack = true;
      if (isTaken && state.shows === 'line') close();
      else draw();
      speakSoon();
    },
    forget() {
      clearTimeout(timer);
      hasSpoken = false;
      isAside = false;
      state = newLineState(state.dimsRead);
      draw();
    },
  };
}
