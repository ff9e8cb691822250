/**
 * Who is answered first. Finding names holds the one thread of the background,
 * a second for a million characters, and nothing else is answered meanwhile.
 * So the reader's words go first: texts are read one at a time, each after what
 * the database has in hand.
 */
export interface Turns {
  /** Runs work on the database at once. */
  first<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Runs long work in its turn, in order of arrival. */
  later<T>(work: () => PromiseLike<T>): Promise<T>;
}

/** A database that does not answer must not keep names from the page, in ms. */
const LONGEST_WAIT = 500;

export function createTurns(): Turns {
  const inHand = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  async function giveWay(): Promise<void> {
    // Requests that have arrived already are begun in this pause.
    await delay(0);
    if (inHand.size === 0) return;
    await Promise.race([Promise.allSettled([...inHand]), delay(LONGEST_WAIT)]);
    // The answers leave in this one.
    await delay(0);
  }

  return {
    async first(work) {
      const begun = Promise.resolve(work());
      inHand.add(begun);
      try {
        return await begun;
      } finally {
        inHand.delete(begun);
      }
    },
    later(work) {
      const turn = last.then(giveWay).then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
