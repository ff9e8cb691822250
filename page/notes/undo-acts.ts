/** What the reader did, so that the last of it can be undone, and done again. */

export interface Act {
  undo(): void;
  redo(): void;
}

export interface Acts {
  /** It was done. Gives the way back of this very act, for its own button. */
  did(act: Act): () => void;
  /** The last act; false when there is none. */
  undo(): boolean;
  /** What was undone last. Another act ends that. */
  redo(): boolean;
}

const MOST = 50;

export function createActs(): Acts {
  let done: Act[] = [];
  let undone: Act[] = [];

  function undo(act: Act | undefined): boolean {
    if (!act || !done.includes(act)) return false;
    done = done.filter((one) => one !== act);
    undone.push(act);
    act.undo();
    return true;
  }

  return {
    did(act) {
      done = [...done, act].slice(-MOST);
      undone = [];
      return () => void undo(act);
    },
    undo: () => undo(done.at(-1)),
    redo() {
      const act = undone.pop();
      if (!act) return false;
      done.push(act);
      act.redo();
      return true;
    },
  };
}
