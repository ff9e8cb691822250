/**
 * What the overlay shows now, and what may take its place: how long a card
 * outlives the pointer, what a late answer may still change, and when an editor
 * counts as closed. Knows no page and draws nothing.
 */
import type { Entity } from '../../core/model/entity';
import type { Saving } from '../note/SavingStatus';
import type { OverlayActions, OverlayView } from './overlay-view';

type CardView = Extract<OverlayView, { type: 'entity-card' }>;
type EditorView = Extract<OverlayView, { type: 'note-editor' }>;
type NoteChange = Parameters<OverlayActions['changeNote']>[1];

export interface OverlayStagePorts {
  draw(view: OverlayView): void;
  /** Another thing, or nothing, has taken the place of this note's editor. */
  onEditorClosed(noteId: string): void;
}

export interface OverlayStage {
  view(): OverlayView;
  /** Whether a card may come up by itself: nothing that the reader asked for is in the way. */
  isFree(): boolean;
  show(next: OverlayView): void;
  dismiss(): void;
  /** The card stays until it is dismissed. */
  pin(): void;
  /** The pointer came onto the card, or left it. */
  hoverCard(over: boolean): void;
  /** The pointer has left the name: its card goes in a moment, unless the pointer is on it by then. */
  leaveName(): void;
  /** The page has scrolled in a viewport of so many pixels. */
  scrolled(viewportHeight: number): void;
  /** For the card of this entity, if it is still there. */
  tellHistory(entityId: Entity['id'], history: CardView['history']): void;
  /** For the editor of this note, if it is still open. */
  tellSaving(noteId: string, saving: Saving): void;
  /** Earlier states of the open note, or words of it from elsewhere. */
  tellWords(
    noteId: string,
    news: Partial<Pick<EditorView, 'versions' | 'elsewhere'>>,
  ): void;
  /** The note was changed by other means than the fields of its editor: they are to show it. */
  tellChanged(noteId: string, note: Pick<EditorView, 'body' | 'colour' | 'tags'>): void;
  /**
   * What was typed: an editor that has to be built anew shows it, not the words
   * that it opened with. False when the open editor had all of it before.
   */
  tellTyped(noteId: string, change: NoteChange): boolean;
}

/** The pointer needs this long to cross from the name to its card. */
const LEAVE_MS = 300;
/** Scrolled so many screens away, a card has nothing to do with what is read. */
const FAR_SCREENS = 2;

export function createOverlayStage(ports: OverlayStagePorts): OverlayStage {
  let view: OverlayView = { type: 'none' };
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let isOverCard = false;

  /** Another subject, or the same one asked for anew. */
  function show(next: OverlayView): void {
    clearTimeout(leaving);
    isOverCard = false;
    const closed = view.type === 'note-editor' ? view.noteId : null;
    change(next);
    const stays = next.type === 'note-editor' && next.noteId === closed;
    if (closed !== null && !stays) ports.onEditorClosed(closed);
  }

  /** The same subject with news of it: a card that was about to go still goes. */
  function change(next: OverlayView): void {
    view = next;
    ports.draw(view);
  }

  function dismiss(): void {
    if (view.type !== 'none') show({ type: 'none' });
  }

  function leaveSoon(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (view.type === 'entity-card' && !view.pinned && !isOverCard) dismiss();
    }, LEAVE_MS);
  }

  return {
    view: () => view,
    isFree: () => view.type === 'none' || (view.type === 'entity-card' && !view.pinned),
    show,
    dismiss,
    pin() {
      if (view.type === 'entity-card') show({ ...view, pinned: true });
    },
    hoverCard(over) {
      isOverCard = over;
      if (!over) leaveSoon();
    },
    leaveName: leaveSoon,
    scrolled(viewportHeight) {
      if (view.type !== 'entity-card') return;
      const rect = view.anchor.getClientRects()[0];
      const far = viewportHeight * (view.pinned ? FAR_SCREENS : 0);
      if (!rect || rect.bottom < -far || rect.top > viewportHeight + far) dismiss();
    },
    tellHistory(entityId, history) {
      if (view.type === 'entity-card' && view.entity.id === entityId)
        change({ ...view, history });
    },
    tellSaving(noteId, saving) {
      if (isEditorOf(view, noteId)) change({ ...view, saving });
    },
    tellWords(noteId, news) {
      if (isEditorOf(view, noteId)) change({ ...view, ...news });
    },
    tellChanged(noteId, { body, colour, tags }) {
      if (isEditorOf(view, noteId))
        change({ ...view, body, colour, tags, revision: view.revision + 1 });
    },
    tellTyped(noteId, typed) {
      if (!isEditorOf(view, noteId)) return true;
      const before = view;
      const keys = Object.keys(typed) as (keyof NoteChange)[];
      const isNews = keys.some((key) => typed[key] !== before[key]);
      // Not drawn: the editor itself is where it was typed.
      view = { ...view, ...typed };
      return isNews;
    },
  };
}

function isEditorOf(view: OverlayView, noteId: string): view is EditorView {
  return view.type === 'note-editor' && view.noteId === noteId;
}
