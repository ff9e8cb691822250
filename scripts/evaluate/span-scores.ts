/** Spans of BIO tags, compared exactly and by overlap. MISC and other types are left out. */
export interface Span {
  /** Token indices; `to` exclusive. */
  from: number;
  to: number;
  type: string;
}

const TYPES = ['PER', 'LOC', 'ORG'] as const;

export interface Scores {
  /** By type: gold, found, and the same span and type in both. */
  byType: Map<string, { gold: number; found: number; exact: number }>;
  /** Gold spans that some found span touches, found spans that some gold span touches, types aside. */
  overlap: { gold: number; goldTouched: number; found: number; foundTouched: number };
  /** `gold → found` types of spans with the same edges. */
  confusion: Map<string, number>;
  missed: string[];
  invented: string[];
  edges: string[];
}

export function emptyScores(): Scores {
  return {
    byType: new Map(TYPES.map((type) => [type, { gold: 0, found: 0, exact: 0 }])),
    overlap: { gold: 0, goldTouched: 0, found: 0, foundTouched: 0 },
    confusion: new Map(),
    missed: [],
    invented: [],
    edges: [],
  };
}

export function spansOf(tags: readonly string[]): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const [at, tag] of tags.entries()) {
    const type = tag.slice(2);
    const goes = tag.startsWith('I-') && open !== null && open.type === type;
    if (goes && open !== null) open.to = at + 1;
    else if (TYPES.includes(type as (typeof TYPES)[number])) {
      open = { from: at, to: at + 1, type };
      spans.push(open);
    } else open = null;
  }
  return spans;
}

export function compareSpans(
  gold: readonly Span[],
  found: readonly Span[],
  tokens: readonly string[],
  scores: Scores,
): void {
  const touches = (a: Span, b: Span) => a.from < b.to && b.from < a.to;
  const show = (span: Span) =>
    `${span.type} ${tokens.slice(Math.max(0, span.from - 4), span.from).join(' ')} ⟦${tokens.slice(span.from, span.to).join(' ')}⟧ ${tokens.slice(span.to, span.to + 3).join(' ')}`;
  for (const span of gold) {
    const counts = scores.byType.get(span.type);
    if (counts !== undefined) counts.gold++;
    scores.overlap.gold++;
    const near = found.filter((other) => touches(span, other));
    if (near.length > 0) scores.overlap.goldTouched++;
    const same = near.find(({ from, to }) => from === span.from && to === span.to);
    if (same?.type === span.type && counts !== undefined) counts.exact++;
    else if (same !== undefined) {
      const pair = `${span.type} → ${same.type}`;
      scores.confusion.set(pair, (scores.confusion.get(pair) ?? 0) + 1);
    } else if (near[0] !== undefined)
      scores.edges.push(`${show(span)}   found ${show(near[0])}`);
    else scores.missed.push(show(span));
  }
  for (const span of found) {
    const counts = scores.byType.get(span.type);
    if (counts !== undefined) counts.found++;
    scores.overlap.found++;
    if (gold.some((other) => touches(span, other))) scores.overlap.foundTouched++;
    else scores.invented.push(show(span));
  }
}

export function printScores(scores: Scores, mistakes: number): void {
  const line = (
    name: string,
    gold: number,
    found: number,
    right: number,
    covered = right,
  ) => {
    const precision = found === 0 ? 0 : (100 * right) / found;
    const recall = gold === 0 ? 0 : (100 * covered) / gold;
    const f1 =
      precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const cells = [precision, recall, f1].map((value) => value.toFixed(1).padStart(6));
    process.stdout.write(
      `  ${name.padEnd(9)}${cells.join('')}   gold ${gold}, found ${found}\n`,
    );
  };
  process.stdout.write('             P     R    F1\n');
  const sum = { gold: 0, found: 0, exact: 0 };
  for (const [type, counts] of scores.byType) {
    line(type, counts.gold, counts.found, counts.exact);
    sum.gold += counts.gold;
    sum.found += counts.found;
    sum.exact += counts.exact;
  }
  line('all', sum.gold, sum.found, sum.exact);
  const { gold, goldTouched, found, foundTouched } = scores.overlap;
  line('overlap', gold, found, foundTouched, goldTouched);
  const pairs = [...scores.confusion].sort((a, b) => b[1] - a[1]);
  process.stdout.write(
    `  types confused: ${pairs.map(([pair, n]) => `${pair} ${n}`).join(', ')}\n`,
  );
  for (const [name, list] of [
    ['missed', scores.missed],
    ['invented', scores.invented],
    ['edges', scores.edges],
  ] as const) {
    const step = Math.max(1, Math.floor(list.length / Math.max(mistakes, 1)));
    const some = list.filter((_, index) => index % step === 0).slice(0, mistakes);
    process.stdout.write(
      `  ${name}: ${list.length}\n${some.map((one) => `    ${one}\n`).join('')}`,
    );
  }
}
