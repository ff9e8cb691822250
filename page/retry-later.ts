/** Tries again what was not answered, a few times and ever later. */
export interface Retry {
  /** It failed: once more after a while, unless it has failed too often. */
  later(): void;
  /** Not now: something newer is on its way. */
  cancel(): void;
  /** It was answered: the next failure starts with the shortest wait. */
  succeed(): void;
}

const WAITS_MS = [5_000, 20_000, 60_000];

export function createRetry(act: () => void): Retry {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later() {
      clearTimeout(timer);
      const wait = WAITS_MS[failures++];
      if (wait !== undefined) timer = setTimeout(act, wait);
    },
    cancel: () => clearTimeout(timer),
    succeed() {
      clearTimeout(timer);
      failures = 0;
    },
  };
}
