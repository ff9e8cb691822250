import type { HawashiDatabase } from '../database';
import { settleIndex } from './keep-index';

/** After the opening, in ms: others were waiting for that. */
const START = 2_000;
/** Without a change, in ms: less than a worker lives with nothing to do, more than between two words. */
const QUIET = 12_000;
/** Between two segments, in ms, in which messages are answered. */
const PAUSE = 50;

/**
 * Has the index made and kept in step, when nobody is writing. What goes wrong
 * here is done at the next start: a search looks at what is missing by itself.
 * Call before the database is opened.
 */
export function createIndexKeeper(db: HawashiDatabase): { stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the changes so far; a run ends when another was asked for. */
  let asked = 0;

  function schedule(after: number): void {
    clearTimeout(timer);
    const own = ++asked;
    const run = () => settleIndex(db, { pause: PAUSE, isWanted: () => own === asked });
    timer = setTimeout(() => void run().catch(() => {}), after);
  }

  db.onStale = () => schedule(QUIET);
  // Again with each opening: it may be another database than it was.
  db.on('ready', () => schedule(START), true);
  return {
    stop() {
      asked++;
      clearTimeout(timer);
      db.onStale = null;
    },
  };
}
