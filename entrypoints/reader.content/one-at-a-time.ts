/** Runs one at a time: however often it is asked for meanwhile, it runs once more, which then knows all. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function work(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      await run();
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
