/**
 * Who is answered first. Finding names holds the one thread of the background,
 * in steps, some of them long for a text of a million characters, and nothing
 * else is answered meanwhile.
 * So the reader's words go first: texts are read one at a time, each after what
 * the database has in hand.
 */
export interface Turns {
  /** Runs work on the database at once. */
  first<T>(work: () => PromiseLike<T>): Promise<T>;
  /**
   * Runs work that holds the thread in its turn, in order of arrival. `units` is
   * the length of its text: a long one waits a moment for what is on its way.
   */
  later<T>(units: number, work: () => PromiseLike<T>): Promise<T>;
}

/** A database that does not answer must not keep names from the page, in ms. */
const LONGEST_WAIT = 500;

/** A text of so many UTF-16 units holds the thread for a tenth of a second or more; articles are shorter. */
const LONG_TEXT = 100_000;
/**
 * Messages come one after the other, and big ones slowly (100 ms for a million
 * characters in Chromium): a save sent after four long texts arrived after the
 * last of them was read when each was begun as it came.
 */
const LONG_TEXT_PAUSE = 250;

export function createTurns(): Turns {
  const inHand = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  async function giveWay(units: number): Promise<void> {
    // Requests that have arrived by then are begun in this pause.
    await delay(units < LONG_TEXT ? 0 : LONG_TEXT_PAUSE);
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
    later(units, work) {
      const turn = last.then(() => giveWay(units)).then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
