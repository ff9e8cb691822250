import type { Signal } from '@preact/signals';
import type { HawashiDatabase } from '@/storage/database';
import { watchQuery } from '@/storage/watch-query';

/** Milliseconds without a further key before what was typed is looked for. */
export const TYPING_PAUSE = 120;

/** Follows what a query gives until `ending`. */
export type Watch = <T>(
  read: () => Promise<T>,
  show: (value: T) => void,
  ending: AbortSignal,
) => void;

/** `failure`: why nothing can be read, as a code of the protocol; null when it can. */
export function createWatch(db: HawashiDatabase, failure: Signal<string | null>): Watch {
  return (read, show, signal) =>
    watchQuery(db, read, {
      listener(value) {
        failure.value = null;
        show(value);
      },
      onFailure({ code }) {
        failure.value = code;
      },
      signal,
    });
}
