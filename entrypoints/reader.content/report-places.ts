import { sendToBackground } from '@/messaging/client';
import type { Reading } from '@/page/reading';
import { isInPrivateWindow } from './private-window';

/** In ms: a page that is still being written shows its passages one after the other. */
const SETTLED = 2_000;

/** Tells the background where the notes of this page have their places, for a search. */
export function createPlaceReport(reading: () => Reading | null, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';

  function report(): void {
    const read = reading();
    if (read === null) return;
    const places = read.notes.flatMap(({ note, anchor }) => {
      if (anchor === null) return [];
      // What a paywall hides may be there all the same.
      if (anchor.status === 'orphan' && anchor.reason === 'paywall') return [];
      return [{ noteId: note.id, status: anchor.status }];
    });
    const now = JSON.stringify([read.facts.url, places]);
    if (places.length === 0 || now === told) return;
    told = now;
    void sendToBackground('keep-places', { article: read.facts, places });
  }

  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return {
    /** Places were found, or looked for in vain. */
    follow(): void {
      clearTimeout(timer);
      if (!isInPrivateWindow && !signal.aborted) timer = setTimeout(report, SETTLED);
    },
  };
}
