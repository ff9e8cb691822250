import type { OrphanReason } from '@/core/model/selector';
import type { PlacedNote } from '../reader-ports';

/** The text in which notes have their places. */
export interface PlacesText {
  text: string;
  /** The path of the block at a UTF-16 offset, where blocks are known. */
  pathAt?(offset: number): string | undefined;
  /** The page shows a part of the article only: the rest is behind a paywall. */
  isCut: boolean;
}

/** The page reached so many times as far, where the passage began, as the text does now. */
const FAR_BEYOND = 1.25;

/**
 * A note's place with what the page knows of it: why there is none, and that
 * the reader said it is none.
 */
export function explainPlace(page: PlacesText, { note, anchor }: PlacedNote): PlacedNote {
  const { target } = note;
  if (anchor === null || target.type === 'article') return { note, anchor };
  if (anchor.status === 'orphan') {
    const reason = explain(page, target.selector.start, anchor.reason);
    return { note, anchor: { ...anchor, reason } };
  }
  const { status, start, end } = anchor;
  // What is beyond doubt by now is another finding than the one refused.
  if (status === 'anchored' || page.text.slice(start, end) !== target.notHere)
    return { note, anchor };
  const now = { start, end };
  return {
    note,
    anchor: { status: 'orphan', start: null, end: null, reason: 'refused', now },
  };
}

function explain(
  { text, isCut }: PlacesText,
  start: number,
  reason: OrphanReason | undefined,
): OrphanReason {
  // Its surroundings are there: neither a paywall nor the page's end hides it.
  if (reason === 'reworded') return reason;
  if (isCut) return 'paywall';
  return start > text.length * FAR_BEYOND ? 'shorter' : 'deleted';
}

/** What stands now where the note's words stood: null where nothing does, or just those words. */
export function wordsNow(text: string, { note, anchor }: PlacedNote): string | null {
  if (anchor === null || anchor.status === 'anchored') return null;
  const span = anchor.status === 'orphan' ? anchor.now : anchor;
  const now = (span && text.slice(span.start, span.end)) || null;
  const { target } = note;
  return target.type === 'passage' && target.selector.exact === now ? null : now;
}
