import type { ReadingState, Timings } from './reader-ports';

/** How far the reader has come with a page, and when it got there. */
export interface ReadingProgress<Failure> {
  become(state: Exclude<ReadingState, 'failed'>): void;
  fail(failure: Failure): void;
  /** Only the first time counts. */
  reach(step: keyof Timings): void;
  forgetTimings(): void;
  report(): { state: ReadingState; failure?: Failure; timings: Timings };
}

const UNREACHED: Timings = {
  ...{ detected: null, recognised: null, painted: null, anchored: null },
};

/** `now`: milliseconds since the content script's start. */
export function trackProgress<Failure>(now: () => number): ReadingProgress<Failure> {
  let state: ReadingState = 'off';
  let failure: { failure?: Failure } = {};
  let timings = { ...UNREACHED };
  return {
    become(next) {
      state = next;
      failure = {};
    },
    fail(reason) {
      state = 'failed';
      failure = { failure: reason };
    },
    reach(step) {
      timings[step] ??= Math.round(now());
    },
    forgetTimings() {
      timings = { ...UNREACHED };
    },
    report: () => ({ state, ...failure, timings: { ...timings } }),
  };
}
