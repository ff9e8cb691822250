/** Rests are so many times as long as the run before them. */
const REST = 3;

/**
 * Runs one at a time: however often it is asked for meanwhile, it runs once
 * more, which then knows all. What is asked for without end takes no more than a
 * quarter of the time: the more a run has to do, the longer it rests before the next.
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function work(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      const started = performance.now();
      await run();
      const rest = REST * (performance.now() - started);
      if (isAsked && rest > 0) await new Promise((done) => setTimeout(done, rest));
    }
  }

  return () => {
    isAsked = true;
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
