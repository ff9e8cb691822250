import type { Notice } from '@/components/overlay/overlay-view';
import { isCutOff } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import { createUnsavedGuard } from '@/page/notes/guard-unsaved';
import type { NotesDesk } from '@/page/notes/notes-desk';
import { copyText } from './copy-text';
import type { OverlayHost } from './overlay-host';

/** The guard over unsaved words, with what it says in the overlay. */
export function createUnsavedWarning(
  document: Document,
  desk: NotesDesk<Failure>,
  overlay: OverlayHost,
): ReturnType<typeof createUnsavedGuard> {
  const tell = createUnsavedGuard({
    view: document.defaultView ?? document,
    hasUnsaved: () => desk.unsaved().length > 0,
    warn: () => overlay.notify(isCutOff() ? updatedNotice() : failedNotice()),
    calm: () => overlay.notify(null),
  });
  return (noteId, state) => {
    overlay.markUnsaved(desk.unsaved().length > 0);
    tell(noteId, state);
  };

  function failedNotice(): Notice {
    return {
      key: 'save-failed',
      tone: 'problem',
      action: { key: 'retry', run: () => desk.flush() },
    };
  }

  /** From a page older than the extension nothing can be saved any more. */
  function updatedNotice(): Notice {
    const copy = (): void => {
      const words = desk.unsaved().map(({ body }) => body);
      void copyText(document, words.join('\n\n'));
    };
    return {
      key: 'extension-updated',
      tone: 'problem',
      action: { key: 'copy', run: copy },
    };
  }
}
