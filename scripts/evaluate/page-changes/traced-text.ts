/** A text that remembers which part of an older text each part of it came from. */

/** `from` and `to` are offsets of the older text; null for what is new. */
export interface Piece {
  text: string;
  origin: { from: number; to: number } | null;
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
  /** The share of its letters that came through, edited or not. */
  kept: number;
}

/** Where the passage [start, end) of the older text is in the page. */
export function whereIs(page: TracedPage, start: number, end: number): Whereabouts {
  let at = 0;
  let first = -1;
  let last = -1;
  let kept = 0;
  for (const pieces of page) {
    for (const piece of pieces) {
      const { origin } = piece;
      const overlap =
        origin === null ? 0 : Math.min(end, origin.to) - Math.max(start, origin.from);
      if (overlap > 0 && piece.text.trim() !== '') {
        if (first < 0) first = at;
        last = at + piece.text.length;
        kept += overlap;
      } else if (overlap > 0) kept += overlap;
      at += piece.text.length;
    }
    at += PARAGRAPH_BREAK.length;
  }
  const span = first < 0 ? null : { start: first, end: last };
  return { span, kept: kept / (end - start) };
}
