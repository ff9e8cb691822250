/** The text in which passages are looked for: as it is, and folded on first need. */
import { type FoldedQuote, foldQuote } from './fold-quote';

export interface PassageText {
  source: string;
  /** The fold, and the same as a string for `indexOf`. */
  folded(): FoldedQuote & { text: string };
}

export function readPassageText(source: string): PassageText {
  let folded: (FoldedQuote & { text: string }) | null = null;
  return {
    source,
    folded() {
      if (folded === null) {
        const fold = foldQuote(source);
        folded = { ...fold, text: stringOf(fold.codes) };
      }
      return folded;
    },
  };
}

/** Units given to one `fromCharCode`: more may overflow the stack. */
const CHUNK = 8192;

/** The units as a string, lone surrogates kept (a `TextDecoder` would replace them). */
export function stringOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) {
    text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  }
  return text;
}

/** Offsets at which `part` stands in `text`, overlapping ones too, up to a limit. */
export function occurrences(text: string, part: string, limit: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < limit; ) {
    found.push(at);
    at = text.indexOf(part, at + 1);
  }
  return found;
}
