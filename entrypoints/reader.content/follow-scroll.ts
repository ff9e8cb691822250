import { serveView } from '@/messaging/view-port';
import type { Reading } from '@/page/reading';
import { textInView, watchView } from '@/page/view/watch-view';

/** Numbers the texts that are read: notes and nodes may change, and the text is the same. */
export function createStamps(): (reading: Reading) => number {
  let last: Reading['recognition'] | null = null;
  let stamp = 0;
  return ({ recognition }) => {
    if (recognition !== last) stamp++;
    last = recognition;
    return stamp;
  };
}

/** Tells the side panel, while there is one, what is before the reader. */
export function followScroll(
  document: Document,
  reading: () => Reading | null,
  stampOf: (reading: Reading) => number,
  signal: AbortSignal,
): void {
  serveView((tell, ending) => {
    const look = () => {
      const now = reading();
      return now
        ? { stamp: stampOf(now), span: textInView(document, now.model) }
        : { stamp: 0, span: null };
    };
    watchView(document, look, tell, ending);
  }, signal);
}
