import type { KeepState } from './note-keeper';

export interface UnsavedGuardPorts {
  /** The page's window. */
  view: EventTarget;
  /** Whether there are words that are not saved yet. */
  hasUnsaved(): boolean;
  /** Whether words would go with the page: neither saved nor written down anywhere else. */
  wouldLose(): boolean;
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
  const warned = new Map<string, 'late' | 'losing'>();

  function holdReloads(): AbortController {
    const holding = new AbortController();
    ports.view.addEventListener(
      'beforeunload',
      (event) => {
        if (ports.wouldLose()) event.preventDefault();
      },
      { signal: holding.signal },
    );
    return holding;
  }

  return (noteId, state) => {
    if (state === 'failed') {
      guard ??= holdReloads();
      // Once more when it gets worse: what was safe is no longer.
      const warning = ports.wouldLose() ? 'losing' : 'late';
      const before = warned.get(noteId);
      warned.set(noteId, warning);
      if (before === undefined || (before === 'late' && warning === 'losing'))
        ports.warn();
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
