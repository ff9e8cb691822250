/**
 * Where a pattern stands in a text with the fewest errors, as approx-string-match
 * (MIT), which Hypothesis uses, finds it: Myers' bit-parallel algorithm in blocks
 * of 32 rows, with Ukkonen's cut-off.
 */
export interface ApproximateMatch {
  start: number;
  end: number;
  errors: number;
}

const WIDTH = 32;

interface Blocks {
  plus: Int32Array;
  minus: Int32Array;
  lastRow: Int32Array;
}

/** All places with the fewest errors, and none when those are more than `maxErrors`. */
export function approximateSearch(
  text: string,
  pattern: string,
  maxErrors: number,
): ApproximateMatch[] {
  const reversed = reverse(pattern);
  return matchEnds(text, pattern, maxErrors).map(({ end, errors }) => {
    const from = Math.max(0, end - pattern.length - errors);
    const back = matchEnds(reverse(text.slice(from, end)), reversed, errors);
    const start = Math.min(end, ...back.map((match) => end - match.end));
    return { start, end, errors };
  });
}

function reverse(text: string): string {
  return text.split('').reverse().join('');
}

function matchEnds(
  text: string,
  pattern: string,
  maxErrors: number,
): { end: number; errors: number }[] {
  if (pattern === '') return [];
  let most = Math.min(maxErrors, pattern.length);
  const last = Math.ceil(pattern.length / WIDTH) - 1;
  const rowsOfLast = pattern.length % WIDTH || WIDTH;
  const blocks: Blocks = {
    plus: new Int32Array(last + 1).fill(-1),
    minus: new Int32Array(last + 1),
    lastRow: new Int32Array(last + 1).fill(1 << (WIDTH - 1)),
  };
  blocks.lastRow[last] = 1 << (rowsOfLast - 1);
  const masks = masksOf(pattern, last + 1);
  const none = new Int32Array(last + 1);
  const rowsIn = (block: number) => (block === last ? rowsOfLast : WIDTH);
  const score = new Int32Array(last + 1);
  let top = Math.min(last, Math.max(0, Math.ceil(most / WIDTH) - 1));
  for (let block = 0; block <= top; block++) {
    score[block] = block === last ? pattern.length : (block + 1) * WIDTH;
  }
  let found: { end: number; errors: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const equal = masks.get(text.charCodeAt(at)) ?? none;
    let carry = 0;
    for (let block = 0; block <= top; block++) {
      carry = advance(blocks, equal, block, carry);
      score[block] = (score[block] as number) + carry;
    }
    const mayGrow = top < last && (((equal[top + 1] as number) & 1) !== 0 || carry < 0);
    if (mayGrow && (score[top] as number) - carry <= most) {
      top++;
      blocks.plus[top] = -1;
      blocks.minus[top] = 0;
      const above = (score[top - 1] as number) + rowsIn(top) - carry;
      score[top] = above + advance(blocks, equal, top, carry);
    } else {
      while (top > 0 && (score[top] as number) >= most + rowsIn(top)) top--;
    }
    const errors = score[top] as number;
    if (top !== last || errors > most) continue;
    if (errors < most) found = [];
    found.push({ end: at + 1, errors });
    most = errors;
  }
  return found;
}

/** By the unit: in which rows of each block it stands. */
function masksOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let row = 0; row < pattern.length; row++) {
    const unit = pattern.charCodeAt(row);
    const mask = masks.get(unit) ?? new Int32Array(blocks);
    masks.set(unit, mask);
    const block = Math.floor(row / WIDTH);
    mask[block] = (mask[block] as number) | (1 << (row % WIDTH));
  }
  return masks;
}

/** One column of one block; returns the change of its last row's score. */
function advance(
  blocks: Blocks,
  equal: Int32Array,
  block: number,
  carry: number,
): number {
  const plus = blocks.plus[block] as number;
  const minus = blocks.minus[block] as number;
  const lastRow = blocks.lastRow[block] as number;
  const isLess = carry < 0 ? 1 : 0;
  const same = (equal[block] as number) | isLess;
  const down = same | minus;
  const across = ((((same & plus) + plus) | 0) ^ plus) | same;
  let plusAcross = minus | ~(across | plus);
  let minusAcross = plus & across;
  const out = (plusAcross & lastRow ? 1 : 0) - (minusAcross & lastRow ? 1 : 0);
  plusAcross = (plusAcross << 1) | (carry > 0 ? 1 : 0);
  minusAcross = (minusAcross << 1) | isLess;
  blocks.plus[block] = minusAcross | ~(down | plusAcross);
  blocks.minus[block] = plusAcross & down;
  return out;
}
