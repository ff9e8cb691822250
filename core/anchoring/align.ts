/**
 * Alignment of a pattern with a stretch of text by the runs they share: sparse,
 * so that long passages cost little, and blind to single letters that agree by
 * chance, as a letter-by-letter distance is not.
 */
import { eachSharedGram, type GramIndex } from './gram-index';

/** Equal units: `pattern[row + i] === text[column + i]` for `i < length`. */
export interface Run {
  row: number;
  column: number;
  length: number;
}

/** Runs that rise in both pattern and text, and what they are worth together. */
export interface Aligned {
  runs: Run[];
  score: number;
}

/** Runs weighed against one another at most; the longest are kept. */
const RUN_LIMIT = 500;

/** The longest common runs (no shorter than a gram) of the pattern and text[from, to). */
export function sharedRuns(
  index: GramIndex,
  codes: Uint16Array,
  from: number,
  to: number,
): Run[] {
  const { pattern, size } = index;
  const runs: Run[] = [];
  eachSharedGram(index, codes, from, to, (row, column) => {
    if (row > 0 && column > from && pattern[row - 1] === codes[column - 1]) return;
    let length = 0;
    const limit = Math.min(pattern.length - row, to - column);
    while (length < limit && pattern[row + length] === codes[column + length]) length++;
    if (length >= size) runs.push({ row, column, length });
  });
  if (runs.length > RUN_LIMIT) {
    runs.sort((a, b) => b.length - a.length);
    runs.length = RUN_LIMIT;
    runs.sort((a, b) => a.column - b.column);
  }
  return runs;
}

/** Units by which other words shift what follows them; beyond, something was put in or taken out. */
const WORDS_SHIFT = 16;
const FAR = 1.5;

/** What a jump between two runs costs, in matched units: none on one diagonal, little between other words. */
function jumpCost(shift: number): number {
  if (shift === 0) return 0;
  const way = Math.abs(shift);
  return 1 + Math.log2(1 + way) / 2 + FAR * Math.max(0, Math.log2(way / WORDS_SHIFT));
}

/**
 * The best chain: runs that rise in both the pattern and the text, cut where
 * they overlap. `runs` come sorted by column.
 */
export function bestChain(runs: readonly Run[]): Aligned {
  const scores = new Float64Array(runs.length);
  const from = new Int32Array(runs.length).fill(-1);
  let best = -1;
  for (let here = 0; here < runs.length; here++) {
    const run = runs[here] as Run;
    let top = run.length;
    for (let before = here - 1; before >= 0; before--) {
      const earlier = runs[before] as Run;
      if (earlier.row >= run.row || earlier.column >= run.column) continue;
      const overlap = overlapOf(earlier, run);
      if (overlap >= run.length) continue;
      const shift = run.column - run.row - (earlier.column - earlier.row);
      const score = (scores[before] as number) + run.length - overlap - jumpCost(shift);
      if (score > top) {
        top = score;
        from[here] = before;
      }
    }
    scores[here] = top;
    if (best < 0 || top > (scores[best] as number)) best = here;
  }
  const chain: Run[] = [];
  for (let at = best; at >= 0; at = from[at] as number) {
    const run = runs[at] as Run;
    const earlier = runs[from[at] as number];
    const cut = earlier === undefined ? 0 : overlapOf(earlier, run);
    chain.push({
      row: run.row + cut,
      column: run.column + cut,
      length: run.length - cut,
    });
  }
  return { runs: chain.reverse(), score: best < 0 ? 0 : (scores[best] as number) };
}

function overlapOf(earlier: Run, later: Run): number {
  return Math.max(
    0,
    earlier.row + earlier.length - later.row,
    earlier.column + earlier.length - later.column,
  );
}

/** Units of the pattern's rows [from, to) that the chain holds. */
export function coveredRows(chain: readonly Run[], from: number, to: number): number {
  let covered = 0;
  for (const run of chain) {
    covered += Math.max(0, Math.min(to, run.row + run.length) - Math.max(from, run.row));
  }
  return covered;
}

/** Rows between `row` and the nearest one before it that the chain holds; down to `first`. */
export function gapBefore(chain: readonly Run[], first: number, row: number): number {
  let gap = row - first;
  for (const run of chain) {
    if (run.row >= row) break;
    if (run.row + run.length > first) {
      gap = Math.max(0, row - (run.row + run.length));
    }
  }
  return gap;
}

/** Rows between `row` and the nearest one from it on that the chain holds; up to `last`. */
export function gapAfter(chain: readonly Run[], row: number, last: number): number {
  for (const run of chain) {
    if (run.row >= last) break;
    if (run.row + run.length > row) return Math.max(0, run.row - row);
  }
  return last - row;
}
