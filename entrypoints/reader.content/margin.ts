import type { OverlayActions, OverlayView } from '@/components/overlay/overlay-view';
import type { Note, NoteColour } from '@/core/model/note';
import type { UiLanguage } from '@/locales/translate';
import { isCutOff } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import type { MentionJumps } from '@/page/navigation/jump-to-mention';
import type { KeepState } from '@/page/notes/note-keeper';
import type { NotesDesk } from '@/page/notes/notes-desk';
import type { Reader } from '@/page/pipeline';
import { watchPointer } from '@/page/pointer/watch-pointer';
import type { MentionHit, Under } from '@/page/reader-ports';
import { hitsAt, type Reading } from '@/page/reading';
import { watchSelection } from '@/page/selection/watch-selection';
import { readSelection } from '@/page/text/selection';
import type { Span } from '@/page/text/text-model';
import { wordsOnPage } from '@/page/words-on-page';
import { copyText } from './copy-text';
import { createEntityHistories } from './entity-histories';
import { createOverlayHost } from './overlay-host';
import { createUnsavedWarning } from './warn-unsaved';

interface Ports {
  document: Document;
  reader: Reader<Failure>;
  desk: NotesDesk<Failure>;
  jumps: MentionJumps;
}

/** The margin beside the text: cards, the selection's bar, the notes' editor, notices. */
export interface Margin {
  start(): void;
  /** Takes everything away; only words that could not be saved stay on the screen. */
  stop(): void;
  /** The page went on to another article: what belongs to the last one's text goes, an open editor stays. */
  moveOn(): void;
  showSaving(noteId: string, state: KeepState<Failure>): void;
  setLanguage(lang: UiLanguage): void;
}

type EditorView = Extract<OverlayView, { type: 'note-editor' }>;

/** The pointer needs this long to cross from the name to its card. */
const LEAVE_MS = 300;
/** Scrolled so many screens away, a card has nothing to do with what is read. */
const FAR_SCREENS = 2;

export function createMargin({ document, reader, desk, jumps }: Ports): Margin {
  let run: AbortController | null = null;
  let view: OverlayView = { type: 'none' };
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** What the bar is about: kept, for a press on the bar may lose the selection. */
  let selected: { reading: Reading; span: Span } | null = null;
  let colour: NoteColour = 'yellow';
  const histories = createEntityHistories();

  const actions: OverlayActions = {
    highlight(chosen) {
      const note = makeNote(chosen);
      if (!note) return;
      desk.keepNow(note.id);
      dismiss();
      overlay.notify({
        key: 'highlight-saved',
        tone: 'info',
        action: { key: 'undo', run: () => void desk.setDeleted(note.id, true) },
      });
    },
    writeNote() {
      const note = makeNote(colour);
      if (note && selected) showEditor(note, 'anchored', selected.reading, selected.span);
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
      dismiss();
    },
    changeNote(noteId, change) {
      desk.change(noteId, change);
      if (change.colour) colour = change.colour;
      // With the words unchanged the reader asks to try again: at once.
      if (view.type === 'note-editor' && view.saving.state === 'failed') desk.flush();
    },
    deleteNote: (noteId) => void deleteNote(noteId),
    jump(entityId, step) {
      const reading = reader.reading();
      const hit = reading && jumps.jump(reading, entityId, step)?.hit;
      if (!hit) return;
      reader.flash(hit.mention.start, hit.mention.end);
      showCard(hit, true);
    },
    pinCard() {
      if (view.type === 'entity-card') show({ ...view, pinned: true });
    },
    dismiss,
    hoverCard(over) {
      clearTimeout(leaving);
      if (!over) leaveSoon();
    },
  };
  const overlay = createOverlayHost(document, actions);
  const warn = createUnsavedWarning(document, desk, overlay);

  function show(next: OverlayView): void {
    clearTimeout(leaving);
    if (view.type === 'note-editor' && !isEditing(next, view.noteId)) close(view);
    view = next;
    overlay.show(view);
  }

  /** Words are saved when their editor closes; a note without any leaves nothing behind. */
  function close({ noteId }: EditorView): void {
    desk.dropBlank(noteId);
    desk.flush();
  }

  function dismiss(): void {
    if (view.type !== 'none') show({ type: 'none' });
  }

  function makeNote(chosen: NoteColour): Note | null {
    if (!selected) return null;
    colour = chosen;
    const note = desk.make(selected.reading, selected.span, chosen);
    document.getSelection()?.removeAllRanges();
    return note;
  }

  function showCard(hit: MentionHit, pinned: boolean): void {
    const { entity, index, count, words } = hit;
    jumps.standAt(entity.id, index);
    const history = histories.known(entity.id);
    show({ type: 'entity-card', anchor: words, pinned, entity, index, count, history });
    if (history) return;
    void histories.ask(entity.id).then((answer) => {
      if (view.type === 'entity-card' && view.entity.id === entity.id)
        show({ ...view, history: answer });
    });
  }

  function showEditor(
    note: Note,
    status: EditorView['status'],
    reading: Reading,
    span: Span,
  ): void {
    show({
      type: 'note-editor',
      anchor: wordsOnPage(document, reading.model, span),
      noteId: note.id,
      quote: note.target.type === 'passage' ? note.target.selector.exact : '',
      body: note.body,
      colour: note.colour,
      tags: note.tags,
      status,
      saving: { state: 'idle' },
    });
  }

  function openNote(noteId: string): void {
    const reading = reader.reading();
    const placed = reading?.notes.find(({ note }) => note.id === noteId);
    const note = desk.find(noteId) ?? placed?.note;
    const anchor = placed?.anchor;
    if (!reading || !note || !anchor || anchor.status === 'orphan') return;
    showEditor(note, anchor.status, reading, anchor);
  }

  async function deleteNote(noteId: string): Promise<void> {
    const deleting = desk.setDeleted(noteId, true);
    dismiss();
    overlay.notify({
      key: 'note-deleted',
      tone: 'info',
      action: { key: 'undo', run: () => void restoreNote(noteId) },
    });
    reportProblem(await deleting);
  }

  async function restoreNote(noteId: string): Promise<void> {
    reportProblem(await desk.setDeleted(noteId, false));
  }

  function reportProblem(result: { ok: true } | { ok: false; error: Failure }): void {
    if (!result.ok) overlay.notify({ key: result.error.code, tone: 'problem' });
  }

  function onHover(under: Under | null): void {
    const isFree = view.type === 'none' || (view.type === 'entity-card' && !view.pinned);
    if (under?.mention && isFree) showCard(under.mention, false);
    else if (!under) leaveSoon();
  }

  function leaveSoon(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (view.type === 'entity-card' && !view.pinned) dismiss();
    }, LEAVE_MS);
  }

  /** Of a name inside a note, a hover shows the name, a press opens the note. */
  function onPress(under: Under | null): void {
    if (under?.note) openNote(under.note.note.id);
    else if (under?.mention) showCard(under.mention, true);
    else dismiss();
  }

  function onSelection(selection: Selection | null): void {
    const reading = reader.reading();
    const span = selection && reading ? readSelection(selection, reading.model) : null;
    selected = reading && span ? { reading, span } : null;
    if (selected)
      show({
        type: 'selection-bar',
        anchor: wordsOnPage(document, selected.reading.model, selected.span),
      });
    else if (view.type === 'selection-bar') dismiss();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) dismiss();
    // The bar is the next stop after the selection, for who works by keyboard.
    const isTab = event.key === 'Tab' && !event.shiftKey && view.type === 'selection-bar';
    if (!isTab || document.activeElement !== document.body) return;
    event.preventDefault();
    overlay.focus();
  }

  function onScroll(): void {
    if (view.type !== 'entity-card') return;
    const rect = view.anchor.getClientRects()[0];
    const far = innerHeight * (view.pinned ? FAR_SCREENS : 0);
    if (!rect || rect.bottom < -far || rect.top > innerHeight + far) dismiss();
  }

  return {
    start() {
      if (run) return;
      run = new AbortController();
      const { signal } = run;
      watchPointer<Under>(
        document,
        {
          hitTest(x, y) {
            const reading = reader.reading();
            return reading && hitsAt(document, reading, x, y);
          },
          isOurs: overlay.isOurs,
          onHover,
          onPress,
        },
        signal,
      );
      watchSelection(document, onSelection, signal);
      document.addEventListener('keydown', onKey, { signal });
      document.addEventListener('scroll', onScroll, {
        signal,
        capture: true,
        passive: true,
      });
    },
    stop() {
      run?.abort();
      run = null;
      clearTimeout(leaving);
      selected = null;
      // After an update of the extension nothing can be saved from here any
      // more: taking the editor away would take the reader's words with it.
      if (isCutOff() && desk.unsaved().length > 0) return;
      dismiss();
      overlay.remove();
    },
    moveOn() {
      selected = null;
      if (view.type !== 'note-editor') dismiss();
    },
    showSaving(noteId, state) {
      const saving =
        state.state === 'failed'
          ? { state: state.state, code: state.failure.code }
          : { state: state.state };
      if (view.type === 'note-editor' && view.noteId === noteId)
        show({ ...view, saving });
      warn(state);
    },
    setLanguage: overlay.setLanguage,
  };
}

function isEditing(view: OverlayView, noteId: string): boolean {
  return view.type === 'note-editor' && view.noteId === noteId;
}
