/** Measures of a score against labels. */

export interface Scored {
  score: number;
  positive: boolean;
}

/** The chance that a positive outscores a negative; ties count half. Null without both. */
export function areaUnderCurve(rows: readonly Scored[]): number | null {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const positives = rows.filter(({ positive }) => positive).length;
  const negatives = rows.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let ranks = 0;
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end]?.score === sorted[at]?.score) end++;
    const tied = sorted.slice(at, end).filter(({ positive }) => positive).length;
    ranks += tied * ((at + 1 + end) / 2);
    at = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export interface Agreement {
  precision: number;
  recall: number;
  f1: number;
}

export function agreementAt(rows: readonly Scored[], line: number): Agreement {
  const said = rows.filter(({ score }) => score >= line);
  const right = said.filter(({ positive }) => positive).length;
  const all = rows.filter(({ positive }) => positive).length;
  const precision = said.length === 0 ? 1 : right / said.length;
  const recall = all === 0 ? 1 : right / all;
  return { precision, recall, f1: right === 0 ? 0 : (2 * right) / (said.length + all) };
}

/** The best F1 of any line, and that line. */
export function bestLine(rows: readonly Scored[]): { line: number; f1: number } {
  let best = { line: 1, f1: 0 };
  for (const { score } of rows) {
    const { f1 } = agreementAt(rows, score);
    if (f1 > best.f1) best = { line: score, f1 };
  }
  return best;
}

/** Pearson's correlation; null when one of them never changes. */
export function correlation(
  pairs: readonly (readonly [number, number])[],
): number | null {
  const mean = (side: 0 | 1) =>
    pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [first, second] = [mean(0), mean(1)];
  let [both, left, right] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - first) * (b - second);
    left += (a - first) ** 2;
    right += (b - second) ** 2;
  }
  return left === 0 || right === 0 ? null : both / Math.sqrt(left * right);
}

export interface Tiered {
  score: number;
  /** 0 different, 1 related, 2 the same story. */
  tier: 0 | 1 | 2;
}

/** The lines with the best F1: of one story, and of what is at least related. */
export function bestTiers(rows: readonly Tiered[]): { story: number; related: number } {
  const line = (tier: number) =>
    bestLine(rows.map((row) => ({ score: row.score, positive: row.tier >= tier }))).line;
  return { story: line(2), related: line(1) };
}
