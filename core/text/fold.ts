/**
 * Folding that remembers where each unit came from.
 *
 * Two spellings of one word become one string, and every offset of that string
 * leads back to the source: stripping marks without a map shifts every match.
 */

/** A text folded, with the way back. All offsets are UTF-16 code units. */
export interface Folded {
  text: string;
  /** For each unit of `text`, the offset in the source of the unit it came from. */
  starts: Uint32Array;
  /** For each unit of `text`, the offset in the source just after what it came from. */
  ends: Uint32Array;
}

/**
 * What one code point of the source becomes: a string (often itself), or
 * `''` to drop it.
 */
export type FoldRule = (char: string, codePoint: number) => string;

/** Folds `source` code point by code point; lone surrogates pass through the rule as they are. */
export function foldWith(source: string, rule: FoldRule): Folded {
  // Folding may expand (a presentation-form ligature): grow only then.
  let starts = new Uint32Array(source.length);
  let ends = new Uint32Array(source.length);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < source.length; ) {
    const codePoint = source.codePointAt(at) as number;
    const width = codePoint > 0xffff ? 2 : 1;
    const out = rule(
      width === 1 ? source.charAt(at) : source.slice(at, at + 2),
      codePoint,
    );
    if (length + out.length > starts.length) {
      starts = grow(starts, length + out.length);
      ends = grow(ends, length + out.length);
    }
    for (let unit = 0; unit < out.length; unit++) {
      starts[length] = at;
      ends[length] = at + width;
      length++;
    }
    if (out !== '') parts.push(out);
    at += width;
  }
  return {
    text: parts.join(''),
    starts: starts.slice(0, length),
    ends: ends.slice(0, length),
  };
}

function grow(
  array: Uint32Array<ArrayBuffer>,
  atLeast: number,
): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(atLeast, array.length * 2, 16));
  larger.set(array);
  return larger;
}

/**
 * The span of the source from which the folded span came; `start < end` of the
 * folded text. What was dropped at the edges (marks, white space) is left out.
 */
export function sourceSpan(
  folded: Folded,
  start: number,
  end: number,
): { start: number; end: number } {
  return {
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? 0,
  };
}
