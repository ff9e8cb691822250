/** A part of a long text that shows where a word was found. */

interface Span {
  /** UTF-16 offsets, `end` exclusive. */
  start: number;
  end: number;
}

export interface Cut {
  text: string;
  /** Moved along with the text; those outside of it are left out. */
  spans: Span[];
}

/** How much may stand before the first word found, and how much in all, in UTF-16 units. */
const BEFORE = 60;
const LENGTH = 600;

/** The text from a little before the first span on; the text's own beginning when that is near. */
export function cutAround(text: string, spans: readonly Span[]): Cut {
  const first = spans[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
  const lead = from === 0 ? '' : '… ';
  const to = pairSafe(text, Math.min(text.length, from + LENGTH));
  const moved = lead.length - from;
  return {
    text: lead + text.slice(from, to),
    spans: spans
      .filter(({ start, end }) => start >= from && end <= to && start < end)
      .map(({ start, end }) => ({ start: start + moved, end: end + moved })),
  };
}

/** Where the first word after `from` starts; `from` itself when none does before `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (/\s/.test(text.charAt(at))) return at + 1;
  }
  return pairSafe(text, from);
}

/** Not between the two halves of a character. */
function pairSafe(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
