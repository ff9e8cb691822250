import type { Notice } from '@/components/overlay/overlay-view';
import { isCutOff } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import type { KeepState } from '@/page/notes/note-keeper';
import type { NotesDesk } from '@/page/notes/notes-desk';
import { copyText } from './copy-text';
import type { OverlayHost } from './overlay-host';

/**
 * Says, once, that saving fails, and what the reader can do; holds a reload
 * back until they have decided about the words that would go with it.
 */
export function createUnsavedWarning(
  document: Document,
  desk: NotesDesk<Failure>,
  overlay: OverlayHost,
): (state: KeepState<Failure>) => void {
  /** Listens only while there is something to lose: a listener keeps the page out of the back-forward cache. */
  let guard: AbortController | null = null;

  return ({ state }) => {
    overlay.markUnsaved(desk.unsaved().length > 0);
    if (state === 'failed' && !guard) {
      guard = new AbortController();
      document.defaultView?.addEventListener(
        'beforeunload',
        (event) => {
          if (desk.unsaved().length > 0) event.preventDefault();
        },
        { signal: guard.signal },
      );
      overlay.notify(isCutOff() ? updatedNotice() : failedNotice());
    } else if (state === 'saved' && guard && desk.unsaved().length === 0) {
      guard.abort();
      guard = null;
      overlay.notify(null);
    }
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
