import type { KeepState } from './note-keeper';

export interface UnsavedGuardPorts {
  /** The page's window. */
  view: EventTarget;
  /** Whether there are words that are not kept yet. */
  hasUnsaved(): boolean;
  /** Tells the reader that saving fails, and what they can do. */
  warn(): void;
  /** Everything is kept again. */
  calm(): void;
}

/**
 * Says of each note, once, that saving it fails; holds a reload back until the
 * reader has decided about the words that would go with it.
 */
export function createUnsavedGuard(
  ports: UnsavedGuardPorts,
): (noteId: string, state: KeepState<unknown>['state']) => void {
  /** Listens only while there is something to lose: a listener keeps the page out of the back-forward cache. */
  let guard: AbortController | null = null;
  const warned = new Set<string>();

  function holdReloads(): AbortController {
    const holding = new AbortController();
    ports.view.addEventListener(
      'beforeunload',
      (event) => {
        if (ports.hasUnsaved()) event.preventDefault();
      },
      { signal: holding.signal },
    );
    return holding;
  }

  return (noteId, state) => {
    if (state === 'failed') {
      guard ??= holdReloads();
      if (!warned.has(noteId)) ports.warn();
      warned.add(noteId);
    } else if (state === 'saved') {
      warned.delete(noteId);
      if (guard === null || ports.hasUnsaved()) return;
      guard.abort();
      guard = null;
      // Notes deleted meanwhile are nobody's worry any more.
      warned.clear();
      ports.calm();
    }
  };
}
