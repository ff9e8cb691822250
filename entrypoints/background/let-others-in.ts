/** The thread is held so long at most before others have their turn, in ms, give or take one step. */
const HOLD = 40;

/** Runs steps to their end; what the reader saves meanwhile is not kept waiting. */
export async function letOthersIn<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < HOLD) continue;
    // A timer, for the messages that wait are tasks: a promise would not let them in.
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}
