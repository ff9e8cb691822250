import type { Notice } from '@/components/overlay/overlay-view';
import { isCutOff } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import { createUnsavedGuard } from '@/page/notes/guard-unsaved';
import type { NotesDesk } from '@/page/notes/notes-desk';
import { copyText } from './copy-text';
import type { OverlayHost } from './overlay-host';

interface Ports {
  document: Document;
  desk: NotesDesk<Failure>;
  overlay: OverlayHost;
  /** The newest words of this note outlive the page, saved or not. */
  isHeld(noteId: string): boolean;
}

/** The guard over unsaved words, with what it says in the overlay. */
export function createUnsavedWarning({
  document,
  desk,
  overlay,
  isHeld,
}: Ports): ReturnType<typeof createUnsavedGuard> {
  const unheld = () => desk.unsaved().filter(({ id }) => !isHeld(id));
  const tell = createUnsavedGuard({
    view: document.defaultView ?? document,
    hasUnsaved: () => desk.unsaved().length > 0,
    wouldLose: () => unheld().length > 0,
    warn: () => overlay.notify(noticeOf(unheld().length === 0)),
    calm: () => overlay.notify(null),
  });
  const reload = { key: 'reload', run: () => document.location.reload() };
  const copy = {
    key: 'copy',
    run() {
      const words = desk.unsaved().map(({ body }) => body);
      void copyText(document, words.join('\n\n')).then((copied) =>
        overlay.notify(
          copied
            ? { key: 'words-copied', tone: 'info', ...(isCutOff() && { action: reload }) }
            : problem('copy-failed', copy),
        ),
      );
    },
  };
  return (noteId, state) => {
    overlay.markUnsaved(desk.unsaved().length > 0);
    tell(noteId, state);
  };

  function noticeOf(held: boolean): Notice {
    const retry = { key: 'retry', run: () => desk.flush() };
    // From a page older than the extension nothing can be saved any more.
    if (isCutOff())
      return problem(held ? 'updated' : 'updated-unheld', held ? reload : copy);
    return problem(held ? 'save-failed' : 'save-unheld', held ? retry : copy);
  }
}

function problem(key: string, action: NonNullable<Notice['action']>): Notice {
  return { key, tone: 'problem', action };
}
