import { browser } from 'wxt/browser';
import { watchDrafts } from '@/storage/draft-journal';
import { readPrivateNotes } from '@/storage/private-notes';

/** In `storage.session`, which ends with this version: an update waits for a quiet moment. */
const WAITS = 'update-waits';
/** So long nothing was written, in ms: shorter than an idle background lives. */
const QUIET_MS = 20_000;

/**
 * An update ends the scripts in all pages, so it waits while somebody writes: until
 * no draft is left and nothing was written for a while. What the browser does by itself:
 *
 * - Firefox installs at once, unless somebody listens: then at `reload()`, or when it starts again.
 * - Chrome installs once the worker has been idle for half a minute. Each word that is
 *   written down is an event for the worker (`storage.onChanged`), and each retry of a
 *   save a message: while somebody writes it is not idle. This is not needed there.
 */
export function deferUpdates(replayDrafts: () => Promise<number>): void {
  const { session } = browser.storage;
  let writtenAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function waitForQuiet(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void reloadIfQuiet(), QUIET_MS);
  }

  async function reloadIfQuiet(): Promise<void> {
    const isQuiet = Math.abs(Date.now() - writtenAt) >= QUIET_MS;
    if (!isQuiet || (await replayDrafts()) > 0) return waitForQuiet();
    // Those of private windows are nowhere else: it would end them.
    if ((await readPrivateNotes()).length > 0) return waitForQuiet();
    // First, lest it reloads for ever.
    await session.remove(WAITS);
    browser.runtime.reload();
  }

  const asLongAsItLives = new AbortController().signal;
  watchDrafts(() => {
    writtenAt = Date.now();
  }, asLongAsItLives);
  browser.runtime.onUpdateAvailable.addListener(() => {
    void session.set({ [WAITS]: true });
    waitForQuiet();
  });
  // The background that heard of it may have died since.
  session.get(WAITS).then(
    (kept) => kept[WAITS] === true && waitForQuiet(),
    () => {},
  );
}
