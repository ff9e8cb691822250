import { createOverlayStage } from '@/components/overlay/overlay-stage';
import type { OverlayActions, OverlayView } from '@/components/overlay/overlay-view';
import { type Note, type NoteColour, quoteOf } from '@/core/model/note';
import type { UiLanguage } from '@/locales/translate';
import { isCutOff } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import type { MentionJumps } from '@/page/navigation/jump-to-mention';
import type { Carrying } from '@/page/notes/carry-notes';
import { wordsNow } from '@/page/notes/explain-place';
import type { KeepState } from '@/page/notes/note-keeper';
import type { NotesDesk } from '@/page/notes/notes-desk';
import type { Reader } from '@/page/pipeline';
import type { MentionHit, PlacedNote, Under } from '@/page/reader-ports';
import type { Reading } from '@/page/reading';
import { readSelection } from '@/page/text/selection';
import type { Span } from '@/page/text/text-model';
import { wordsOnPage } from '@/page/words-on-page';
import { createOverlayBringer } from './bring-overlay';
import { copyText } from './copy-text';
import { createEditing } from './edit-notes';
import { createEntityHistories } from './entity-histories';
import { createStoryLine, type StoryLine } from './line/story-line';
import { createOverlayHost, type OverlayHost } from './overlay-host';
import { settlePlaces } from './settle-places';
import { createUnsavedWarning } from './warn-unsaved';
import { watchGestures } from './watch-gestures';

interface Ports {
  document: Document;
  reader: Reader<Failure>;
  desk: NotesDesk<Failure>;
  carrying: Carrying<Failure>;
  jumps: MentionJumps;
  /** The newest words of this note outlive the page, saved or not. */
  isHeld(noteId: string): boolean;
}

/** The margin beside the text: cards, the selection's bar, the notes' editor, notices. */
export interface Margin {
  start(): void;
  /** Takes everything away; only words that could not be saved stay on the screen. */
  stop(): void;
  /** The page went on to another article: what belongs to the last one's text goes, an open editor stays. */
  moveOn(): void;
  showSaving(noteId: string, state: KeepState<Failure>): void;
  /** Another tab wrote other words into this note. */
  showForeign(note: Note): void;
  /** The newest words of a note could not even be written down. */
  warnUnwritten(noteId: string): void;
  /** An editor of the version before stands in the page, with these words. */
  warnOfDeadEditor(words: string): void;
  /** The article is read, but neither it nor new notes can be kept. */
  warnUnkept(failure: Failure): void;
  /** Something else is known of the article. */
  showEncounter(): void;
  /** The notes have other places. */
  showPlaces(): void;
  /** Leads to the review of carried notes, at this one; false when it is not offered. */
  reviewNote(noteId: string): boolean;
  /** Has the reader select the words of this note; false when it has its place. */
  relinkNote(noteId: string): boolean;
  /** Leads through what changed since the last visit; false when that is nothing. */
  showChanges(): boolean;
  setSettings: StoryLine['setSettings'];
  setLanguage(lang: UiLanguage): void;
}

export function createMargin(ports: Ports): Margin {
  const { document, reader, desk, carrying, jumps, isHeld } = ports;
  let run: AbortController | null = null;
  /** What the bar is about: kept, for a press on the bar may lose the selection. */
  let selected: { reading: Reading; span: Span } | null = null;
  let colour: NoteColour = 'yellow';
  /** Of an article that cannot be kept: once for each page load is enough. */
  let hasWarned = false;
  const histories = createEntityHistories();

  const actions: OverlayActions = {
    highlight(chosen) {
      const note = makeNote(chosen);
      if (!note) return;
      desk.keepNow(note.id);
      stage.dismiss();
      overlay.notify({
        key: 'highlight-saved',
        tone: 'info',
        action: { key: 'undo', run: editing.made(note.id) },
      });
    },
    writeNote() {
      const note = makeNote(colour);
      if (!note || !selected) return;
      const { reading, span } = selected;
      showEditor({ note, anchor: { status: 'anchored', ...span } }, reading, span);
    },
    copyQuote() {
      if (!selected) return;
      const { reading, span } = selected;
      const quote = reading.model.text.slice(span.start, span.end);
      void copyText(document, quote).then((copied) =>
        overlay.notify(
          copied
            ? { key: 'quote-copied', tone: 'info' }
            : { key: 'copy-failed', tone: 'problem' },
        ),
      );
      stage.dismiss();
    },
    changeNote(noteId, change) {
      editing.change(noteId, change);
      if (change.colour) colour = change.colour;
      // With nothing changed the reader asks to try again: at once.
      if (!stage.tellTyped(noteId, change)) desk.flush();
    },
    deleteNote,
    jump(entityId, step) {
      const reading = reader.reading();
      const hit = reading && jumps.jump(reading, entityId, step)?.hit;
      if (!hit) return;
      reader.flash(hit.mention.start, hit.mention.end);
      showCard(hit, true);
    },
    placeNote() {
      if (!selected) return;
      const { reading, span } = selected;
      document.getSelection()?.removeAllRanges();
      stage.dismiss();
      line.place(reading.model.text, span);
    },
    settlePlace: (noteId, isHere) => settle(noteId, isHere),
    pinCard: () => stage.pin(),
    listVersions: (noteId) => editing.listVersions(noteId),
    bringBack: (noteId, earlier) => editing.bringBack(noteId, earlier),
    chooseWords: (noteId, words) => editing.chooseWords(noteId, words),
    undo: (which) => editing.undo(which),
    dismiss: () => stage.dismiss(),
    hoverCard: (over) => stage.hoverCard(over),
  };
  const line = createStoryLine({
    ...{ document, reader, carrying },
    show: (view) => overlay.showLine(view),
    // Switched off while an answer was on its way: nothing stays, nothing comes.
    notify: (notice) => run && overlay.notify(notice),
  });
  const overlay: OverlayHost = createOverlayHost({
    ...{ document, actions, lineActions: line.actions, bring: createOverlayBringer() },
    onLost: () => stage.dismiss(),
  });
  const warning = createUnsavedWarning({ document, desk, overlay, isHeld });

  const stage = createOverlayStage({
    draw(view) {
      line.makeWay(isInWay(view));
      overlay.show(view);
    },
    /** Words are saved when their editor closes; a note without any leaves nothing behind. */
    onEditorClosed(noteId) {
      desk.dropBlank(noteId);
      desk.flush();
    },
  });

  const settle = settlePlaces({ carrying, line, stage, notify: overlay.notify });

  const editing = createEditing({
    ...{ desk, stage, setDeleted },
    notify: (notice) => run && overlay.notify(notice),
  });

  function makeNote(chosen: NoteColour): Note | null {
    if (!selected) return null;
    colour = chosen;
    const note = desk.make(selected.reading, selected.span, chosen);
    document.getSelection()?.removeAllRanges();
    return note;
  }

  function showCard(hit: MentionHit, pinned: boolean): void {
    const { mention, entity, index, count, words } = hit;
    jumps.standAt(entity.id, index);
    const history = histories.known(entity.id);
    stage.show({
      ...{ type: 'entity-card', anchor: words, pinned },
      ...{ entity, acts: mention.acts === true, index, count, history },
    });
    if (history) return;
    void histories.ask(entity.id).then((answer) => stage.tellHistory(entity.id, answer));
  }

  function showEditor(placed: PlacedNote, reading: Reading, span: Span): void {
    const { note, anchor } = placed;
    stage.show({
      type: 'note-editor',
      anchor: wordsOnPage(document, reading.model, span),
      noteId: note.id,
      quote: quoteOf(note) ?? '',
      body: note.body,
      colour: note.colour,
      tags: note.tags,
      status: anchor?.status ?? 'anchored',
      now: wordsNow(reading.model.text, placed),
      saving: { state: 'idle' },
      versions: [],
      elsewhere: null,
      revision: 0,
    });
    editing.listVersions(note.id);
  }

  function openNote(noteId: string): void {
    const reading = reader.reading();
    const placed = reading?.notes.find(({ note }) => note.id === noteId);
    const note = desk.find(noteId) ?? placed?.note;
    const anchor = placed?.anchor;
    if (!reading || !note || !anchor || anchor.status === 'orphan') return;
    showEditor({ note, anchor }, reading, anchor);
  }

  function deleteNote(noteId: string): void {
    void setDeleted(noteId, true);
    stage.dismiss();
    overlay.notify({
      key: 'note-deleted',
      tone: 'info',
      action: { key: 'undo', run: editing.deleted(noteId) },
    });
  }

  async function setDeleted(noteId: string, deleted: boolean): Promise<void> {
    const done = await desk.setDeleted(noteId, deleted);
    if (!done.ok && run) overlay.notify({ key: done.error.code, tone: 'problem' });
  }

  function onHover(under: Under | null): void {
    if (under?.mention && stage.isFree()) showCard(under.mention, false);
    else if (!under) stage.leaveName();
  }

  /** Of a name inside a note, a hover shows the name, a press opens the note. */
  function onPress(under: Under | null): void {
    if (under?.note) openNote(under.note.note.id);
    else if (under?.mention) showCard(under.mention, true);
    else stage.dismiss();
  }

  function onSelection(selection: Selection | null): void {
    const reading = reader.reading();
    const span = selection && reading ? readSelection(selection, reading.model) : null;
    selected = reading && span ? { reading, span } : null;
    if (selected)
      stage.show({
        type: 'selection-bar',
        anchor: wordsOnPage(document, selected.reading.model, selected.span),
        isPlacing: line.isPlacing(),
      });
    else if (stage.view().type === 'selection-bar') stage.dismiss();
  }

  return {
    start() {
      if (run) return;
      run = new AbortController();
      watchGestures(
        {
          document,
          reading: reader.reading,
          overlay,
          stage,
          line,
          onHover,
          onPress,
          onSelection,
          undo: (which) => editing.undo(which),
        },
        run.signal,
      );
    },
    stop() {
      run?.abort();
      run = null;
      selected = null;
      // After an update of the extension nothing can be saved from here any
      // more: taking the editor away would take the reader's words with it.
      if (isCutOff() && desk.unsaved().length > 0) return;
      line.forget();
      stage.dismiss();
      overlay.remove();
    },
    moveOn() {
      selected = null;
      line.forget();
      if (stage.view().type !== 'note-editor') stage.dismiss();
    },
    showSaving(noteId, state) {
      const saving =
        state.state === 'failed'
          ? { state: state.state, code: state.failure.code, held: isHeld(noteId) }
          : { state: state.state };
      stage.tellSaving(noteId, saving);
      warning.tell(noteId, state.state);
      // Switched off while words were on their way: now that they are kept, nothing stays.
      if (!run && desk.unsaved().length === 0) overlay.remove();
    },
    showForeign: (note) => editing.showForeign(note),
    // What can be saved needs no writing down; but nobody saves from a page that was cut off.
    warnUnwritten: (noteId) => isCutOff() && warning.tell(noteId, 'failed'),
    warnOfDeadEditor: warning.tellDead,
    warnUnkept({ code }) {
      if (!run || hasWarned || !code.startsWith('storage-')) return;
      hasWarned = true;
      overlay.notify({ key: 'article-unkept', tone: 'problem' });
    },
    showEncounter: () => run && line.refresh(),
    showPlaces: () => run && line.showPlaces(),
    reviewNote: line.review,
    relinkNote: line.relink,
    showChanges: line.showChanges,
    setSettings: line.setSettings,
    setLanguage: overlay.setLanguage,
  };
}

/** Not a card that came up under the pointer, nor the bar that the line asks for. */
function isInWay(view: OverlayView): boolean {
  if (view.type === 'entity-card') return view.pinned;
  return view.type !== 'none' && !(view.type === 'selection-bar' && view.isPlacing);
}
