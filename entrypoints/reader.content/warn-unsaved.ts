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

export interface UnsavedWarning {
  /** How the saving of a note goes. */
  tell: ReturnType<typeof createUnsavedGuard>;
  /** An editor of the version before stands in the page, with these words, and nobody listens to it. */
  tellDead(words: string): void;
}

/** The guard over unsaved words, with what it says in the overlay. */
export function createUnsavedWarning({
  document,
  desk,
  overlay,
  isHeld,
}: Ports): UnsavedWarning {
  const unheld = () => desk.unsaved().filter(({ id }) => !isHeld(id));
  const unsavedWords = () =>
    desk
      .unsaved()
      .map(({ body }) => body)
      .join('\n\n');
  const guard = createUnsavedGuard({
    view: document.defaultView ?? document,
    hasUnsaved: () => desk.unsaved().length > 0,
    wouldLose: () => unheld().length > 0,
    warn: () => overlay.notify(noticeOf(unheld().length === 0)),
    calm: () => overlay.notify(null),
  });
  const reload = { key: 'reload', run: () => document.location.reload() };

  function noticeOf(held: boolean): Notice {
    // From a page older than the extension nothing can be saved any more.
    if (isCutOff()) return held ? problem('updated', reload) : unheldUpdate(unsavedWords);
    return held
      ? problem('save-failed', { key: 'retry', run: () => desk.flush() })
      : problem('save-unheld', copy(unsavedWords, false));
  }

  function unheldUpdate(words: () => string): Notice {
    return problem('updated-unheld', copy(words, true));
  }

  function copy(words: () => string, thenReload: boolean): Action {
    const action: Action = {
      key: 'copy',
      run: () =>
        void copyText(document, words()).then((copied) => {
          if (!copied) overlay.notify(problem('copy-failed', action));
          else
            overlay.notify({
              ...{ key: 'words-copied', tone: 'info' },
              ...(thenReload ? { action: reload } : {}),
            });
        }),
    };
    return action;
  }

  return {
    tell(noteId, state) {
      overlay.markUnsaved(desk.unsaved().length > 0);
      guard(noteId, state);
    },
    tellDead: (words) => overlay.notify(unheldUpdate(() => words)),
  };
}

type Action = NonNullable<Notice['action']>;

function problem(key: string, action: Action): Notice {
  return { key, tone: 'problem', action };
}
