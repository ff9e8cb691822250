/** Marked names against found ones: how many are right, and what the others were taken for. */
export const NAME_TYPES = ['PER', 'LOC', 'ORG'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Token indices or UTF-16 offsets, `end` exclusive. */
export interface NameSpan {
  start: number;
  end: number;
  type: NameType;
}

/** How one marked name and what was found there differ. */
export type Mistake =
  /** Nothing was found where a name is marked. */
  | 'missed'
  /** Found where nothing is marked. */
  | 'false'
  /** The same words, another kind. */
  | 'kind'
  /** The kind is right, the edges are not. */
  | 'edges'
  | 'kind and edges';

export interface Confusion {
  gold: NameType | null;
  said: NameType | null;
  mistake: Mistake;
  /** Each such mistake in its context. */
  examples: string[];
}

interface Count {
  gold: number;
  found: number;
  exact: number;
  /** Marked names that a found one of the same kind touches, and the reverse. */
  goldTouched: number;
  foundTouched: number;
}

export interface NameScores {
  byType: Record<NameType, Count>;
  /** As `Count`, whatever the kinds. */
  anyType: Count;
  /** By marked kind, said kind and mistake. */
  confusions: Map<string, Confusion>;
}

function emptyCount(): Count {
  return { gold: 0, found: 0, exact: 0, goldTouched: 0, foundTouched: 0 };
}

export function emptyScores(): NameScores {
  return {
    byType: { PER: emptyCount(), LOC: emptyCount(), ORG: emptyCount() },
    anyType: emptyCount(),
    confusions: new Map(),
  };
}

/** Sorted and disjoint: of two that overlap the one that begins first, or the longer, stays. */
export function makeDisjoint<Span extends Pick<NameSpan, 'start' | 'end'>>(
  spans: readonly Span[],
): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached || end <= start) return false;
    reached = end;
    return true;
  });
}

/** Adds one text to `scores`. Both lists are sorted and disjoint; `show` gives a span in its context. */
export function compareNames(
  gold: readonly NameSpan[],
  found: readonly NameSpan[],
  show: (span: NameSpan) => string,
  scores: NameScores,
): void {
  for (const span of gold) {
    const near = overlapping(span, found);
    const own = scores.byType[span.type];
    own.gold++;
    scores.anyType.gold++;
    if (near.length > 0) scores.anyType.goldTouched++;
    if (near.some(({ type }) => type === span.type)) own.goldTouched++;
    const said = bestOf(span, near);
    if (said !== null && sameEdges(span, said)) scores.anyType.exact++;
    const mistake = mistakeOf(span, said);
    if (mistake === null) own.exact++;
    else note(scores, span.type, said?.type ?? null, mistake, showPair(span, said, show));
  }
  for (const span of found) {
    const near = overlapping(span, gold);
    const own = scores.byType[span.type];
    own.found++;
    scores.anyType.found++;
    if (near.length > 0) scores.anyType.foundTouched++;
    else note(scores, null, span.type, 'false', show(span));
    if (near.some(({ type }) => type === span.type)) own.foundTouched++;
  }
}

/** Those of `spans`, which are sorted and disjoint, that share something with `span`. */
function overlapping(span: NameSpan, spans: readonly NameSpan[]): NameSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const near: NameSpan[] = [];
  for (let at = low; at < spans.length; at++) {
    const other = spans[at];
    if (other === undefined || other.start >= span.end) break;
    near.push(other);
  }
  return near;
}

function sameEdges(one: NameSpan, other: NameSpan): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Of several found in one marked name: the same words, then the same kind, then the first. */
function bestOf(span: NameSpan, near: readonly NameSpan[]): NameSpan | null {
  return (
    near.find((other) => sameEdges(span, other)) ??
    near.find(({ type }) => type === span.type) ??
    near[0] ??
    null
  );
}

function mistakeOf(span: NameSpan, said: NameSpan | null): Mistake | null {
  if (said === null) return 'missed';
  if (said.type === span.type) return sameEdges(span, said) ? null : 'edges';
  return sameEdges(span, said) ? 'kind' : 'kind and edges';
}

function showPair(
  span: NameSpan,
  said: NameSpan | null,
  show: (span: NameSpan) => string,
): string {
  return said === null || sameEdges(span, said)
    ? show(span)
    : `${show(span)}   said ${show(said)}`;
}

function note(
  { confusions }: NameScores,
  gold: NameType | null,
  said: NameType | null,
  mistake: Mistake,
  example: string,
): void {
  const key = `${gold} ${said} ${mistake}`;
  const known = confusions.get(key);
  if (known !== undefined) known.examples.push(example);
  else confusions.set(key, { gold, said, mistake, examples: [example] });
}

/** Per cent; F1 of two rates is their harmonic mean. */
export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

export function ratesOf(
  { gold, found }: Pick<Count, 'gold' | 'found'>,
  foundRight: number,
  goldRight: number,
): Rates {
  const precision = found === 0 ? 0 : (100 * foundRight) / found;
  const recall = gold === 0 ? 0 : (100 * goldRight) / gold;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/** The same words and the same kind, over all kinds. */
export function exactRates({ byType }: NameScores): Rates {
  const sum = emptyCount();
  for (const type of NAME_TYPES) {
    sum.gold += byType[type].gold;
    sum.found += byType[type].found;
    sum.exact += byType[type].exact;
  }
  return ratesOf(sum, sum.exact, sum.exact);
}

/** Any overlap, whatever the kind. */
export function overlapRates({ anyType }: NameScores): Rates {
  return ratesOf(anyType, anyType.foundTouched, anyType.goldTouched);
}
