/** The text in which passages are looked for: as it is, and folded on first need. */
import { type FoldedQuote, foldQuote } from './fold-quote';

/** The path in the document of the block at a UTF-16 offset. */
export type PathAt = (offset: number) => string | undefined;

export interface PassageText {
  source: string;
  pathAt: PathAt;
  folded(): FoldedQuote;
}

export function readPassageText(
  source: string,
  pathAt: PathAt = () => undefined,
): PassageText {
  let folded: FoldedQuote | null = null;
  return {
    source,
    pathAt,
    folded() {
      folded ??= foldQuote(source);
      return folded;
    },
  };
}

/** Columns at which `part` stands in `codes`, overlapping ones too, up to a limit. */
export function occurrences(
  codes: Uint16Array,
  part: Uint16Array,
  limit: number,
): number[] {
  const found: number[] = [];
  const first = part[0];
  const middle = part.length >> 1;
  const last = part[middle];
  for (let at = 0; at + part.length <= codes.length; at++) {
    if (codes[at] !== first || codes[at + middle] !== last) continue;
    let same = 1;
    while (same < part.length && codes[at + same] === part[same]) same++;
    if (same < part.length) continue;
    found.push(at);
    if (found.length === limit) break;
  }
  return found;
}
