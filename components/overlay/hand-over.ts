import type { mountOverlay } from './mount-overlay';

export type MountOverlay = typeof mountOverlay;

/**
 * Where the script with the overlay leaves it for the reader: in the world that the
 * extension's scripts share in a page, which the page itself does not see. A symbol,
 * for an element with the right id can take the place of a property with a name.
 */
const OVERLAY = Symbol.for('hawashi:overlay');

type World = { [OVERLAY]?: MountOverlay };

/** Over one that is there: an older version may have left it. */
export function handOver(mount: MountOverlay): void {
  (globalThis as World)[OVERLAY] = mount;
}

export function takeOver(): MountOverlay | null {
  return (globalThis as World)[OVERLAY] ?? null;
}
