/** A text that remembers which part of an older text each part of it came from. */

/** `from` and `to` are offsets of the older text; null for what is new. */
export interface Piece {
  text: string;
  origin: { from: number; to: number } | null;
  /** Another word stands in its place. */
  isReplaced?: boolean;
}

/** The paragraphs of a page, each in pieces of a word, a space or a mark. */
export type TracedPage = Piece[][];

export const PARAGRAPH_BREAK = '\n\n';

export function traceText(text: string): TracedPage {
  const page: TracedPage = [];
  let at = 0;
  for (const paragraph of text.split(PARAGRAPH_BREAK)) {
    const pieces: Piece[] = [];
    for (const [word] of paragraph.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu)) {
      pieces.push({ text: word, origin: { from: at, to: at + word.length } });
      at += word.length;
    }
    page.push(pieces);
    at += PARAGRAPH_BREAK.length;
  }
  return page;
}

export function fresh(text: string): Piece {
  return { text, origin: null };
}

export function textOfPage(page: TracedPage): string {
  return page
    .map((pieces) => pieces.map((piece) => piece.text).join(''))
    .join(PARAGRAPH_BREAK);
}

export interface Whereabouts {
  /** Where the passage's parts stand now, from the first to the last; null when none does. */
  span: { start: number; end: number } | null;
  /** The share of its letters that have a place now, their words replaced or not. */
  placed: number;
  /** The share of its letters whose words still stand. */
  kept: number;
  /** Units of other text between its parts, as a share of its length. */
  parted: number;
}

/** Where the passage [start, end) of the older text is in the page. */
export function whereIs(page: TracedPage, start: number, end: number): Whereabouts {
  const length = end - start;
  let at = 0;
  let first = -1;
  let last = -1;
  let placed = 0;
  let kept = 0;
  let own = 0;
  for (const pieces of page) {
    for (const { text, origin, isReplaced } of pieces) {
      const overlap =
        origin === null ? 0 : Math.min(end, origin.to) - Math.max(start, origin.from);
      if (overlap > 0) {
        placed += overlap;
        if (!isReplaced) kept += overlap;
        own += text.length;
        if (text.trim() !== '') {
          if (first < 0) first = at;
          last = at + text.length;
        }
      }
      at += text.length;
    }
    at += PARAGRAPH_BREAK.length;
  }
  return {
    span: first < 0 ? null : { start: first, end: last },
    placed: placed / length,
    kept: kept / length,
    parted: first < 0 ? 0 : (last - first - own) / length,
  };
}
