/** Changes of the text are gathered for so long, or for some turns of the last recognition if that is longer. */
const REREAD_MS = 200;
const REREAD_TURNS = 3;
/** However long a recognition took (its wait for a worker, for example), late words wait no longer. */
const REREAD_AT_MOST_MS = 10_000;

export interface Reread {
  /** The text is changing: it is read again when that pauses. */
  later(): void;
  cancel(): void;
  /** So long did the last recognition take, in ms. */
  took(ms: number): void;
}

export function createReread(act: () => void): Reread {
  let recogniseMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later() {
      clearTimeout(timer);
      const turns = Math.min(recogniseMs * REREAD_TURNS, REREAD_AT_MOST_MS);
      timer = setTimeout(act, Math.max(REREAD_MS, turns));
    },
    cancel: () => clearTimeout(timer),
    took(ms) {
      recogniseMs = ms;
    },
  };
}
