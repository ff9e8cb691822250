/** The notes of all segments in an order, worked out once for many searches. */
import type { OpenSegment } from './open-segment';

/** Notes by their number: that in their segment plus those of the segments before. */
export type NoteOrder = Uint32Array;

/** Of the segments, the number of their first note; and of all notes at last. */
export function firstNumbers(segments: readonly OpenSegment[]): number[] {
  const firsts = [0];
  for (const { noteCount } of segments) firsts.push((firsts.at(-1) ?? 0) + noteCount);
  return firsts;
}

/**
 * The last made first. With `before`, the order of the first of these segments,
 * only the notes of the others are put in.
 */
export function newestFirst(
  segments: readonly OpenSegment[],
  before: NoteOrder = new Uint32Array(),
): NoteOrder {
  const times = joinColumn(segments, ({ createdAt }) => createdAt);
  const compare = (a: number, b: number) => (times[b] ?? 0) - (times[a] ?? 0) || a - b;
  const added = Uint32Array.from(
    { length: times.length - before.length },
    (_, at) => before.length + at,
  ).sort(compare);
  return mergeOrders(before, added, compare);
}

function mergeOrders(
  first: NoteOrder,
  second: NoteOrder,
  compare: (a: number, b: number) => number,
): NoteOrder {
  if (first.length === 0) return second;
  const merged = new Uint32Array(first.length + second.length);
  let [at, other] = [0, 0];
  for (let to = 0; to < merged.length; to++) {
    const [one, two] = [first[at], second[other]];
    const isFirst = two === undefined || (one !== undefined && compare(one, two) <= 0);
    merged[to] = (isFirst ? one : two) ?? 0;
    if (isFirst) at++;
    else other++;
  }
  return merged;
}

/** By the title of the article, and there as the passages stand. */
export function byArticle(segments: readonly OpenSegment[]): NoteOrder {
  const articles = segments.flatMap((segment, at) =>
    segment.titleNames().map((title, article) => ({ title, at, article })),
  );
  articles.sort((a, b) =>
    a.title < b.title ? -1 : a.title > b.title ? 1 : a.at - b.at || a.article - b.article,
  );
  const ranks = segments.map(({ articleCount }) => new Float64Array(articleCount));
  for (const [rank, { at, article }] of articles.entries()) {
    const own = ranks[at];
    if (own !== undefined) own[article] = rank;
  }
  const rankOf = joinColumn(segments, ({ noteArticles }, at) =>
    Float64Array.from(noteArticles, (article) => ranks[at]?.[article] ?? 0),
  );
  const places = joinColumn(segments, ({ positions }) => Float64Array.from(positions));
  return Uint32Array.from(rankOf, (_, at) => at).sort(
    (a, b) =>
      (rankOf[a] ?? 0) - (rankOf[b] ?? 0) || (places[a] ?? 0) - (places[b] ?? 0) || a - b,
  );
}

function joinColumn(
  segments: readonly OpenSegment[],
  columnOf: (segment: OpenSegment, at: number) => Float64Array,
): Float64Array {
  const firsts = firstNumbers(segments);
  const joined = new Float64Array(firsts.at(-1) ?? 0);
  for (const [at, segment] of segments.entries()) {
    joined.set(columnOf(segment, at), firsts[at]);
  }
  return joined;
}

/** Of the notes with a score, those of one page in this order; `backwards` from its end. */
export function pickPage(
  order: NoteOrder,
  scores: Uint16Array,
  { offset, limit }: { offset: number; limit: number },
  backwards = false,
): number[] {
  const picked: number[] = [];
  let before = offset;
  for (let step = 0; step < order.length && picked.length < limit; step++) {
    const note = order[backwards ? order.length - 1 - step : step] ?? 0;
    if (scores[note] === 0) continue;
    if (before > 0) before--;
    else picked.push(note);
  }
  return picked;
}

/** The same with the best first, and those that are as good in this order. */
export function pickBest(
  order: NoteOrder,
  scores: Uint16Array,
  { offset, limit }: { offset: number; limit: number },
): number[] {
  const byScore = new Map<number, number[]>();
  for (const note of order) {
    const score = scores[note] ?? 0;
    if (score === 0) continue;
    const same = byScore.get(score);
    if (same === undefined) byScore.set(score, [note]);
    else same.push(note);
  }
  const best = [...byScore].sort(([a], [b]) => b - a).flatMap(([, notes]) => notes);
  return best.slice(offset, offset + limit);
}
