/** Longer than this at a stretch and the reader feels the page stick. */
const SLICE_MS = 8;

/**
 * For loops that may be long: `await slice()` after each step gives the page
 * its turn when 8 ms are used up, and is free before that.
 */
export function createSlice(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return giveWay().then(() => {
      since = performance.now();
    });
  };
}

function giveWay(): Promise<void> {
  // Chrome 129, Firefox 142.
  if (typeof scheduler !== 'undefined' && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
