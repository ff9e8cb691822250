/** What became of an article since it was read: paragraphs added, changed and removed. */
import type { TextSpan } from '../model/selector';
import type { TextChanges } from '../model/story';
import { countWork, mapInSteps, STRIDE, type Steps } from '../text/steps';
import { alignSequences } from './align-sequences';
import { compareGroup } from './compare-group';
import { type Loose, linkParagraphs } from './link-paragraphs';
import { createParagraphReader, type Paragraph } from './read-paragraphs';

/** UTF-16 units of a text that are compared: some 500,000 words. */
const MOST_UNITS = 3_500_000;

/**
 * Compares two versions of a text whose paragraphs are parted by empty lines.
 * White space, punctuation, case, marks on letters and ways to spell are no
 * change; nor are paragraphs that moved, were split or joined, nor what clocks
 * and counters say. All offsets are UTF-16 of `after`; spans are sorted and none
 * overlaps another. Pauses every few milliseconds.
 */
export function* compareTexts(before: string, after: string): Steps<TextChanges> {
  if (before === after) return { added: [], changed: [], removed: [] };
  const read = createParagraphReader();
  const old = yield* read(cutShort(before));
  const now = yield* read(cutShort(after));
  const partners = yield* alignSequences(old.map(keyOf), now.map(keyOf));
  const loose = yield* findLoose(old, now, partners);
  const changed: TextChanges['changed'] = [];
  /** Old paragraphs of which something stands, each with the new one that has it. */
  const keptOld = new Map<number, number>();
  const keptNow = new Set<number>();
  const isDue = countWork(STRIDE / 8);
  for (const group of yield* linkParagraphs(loose.old, loose.now)) {
    if (isDue(group.before.length + group.after.length)) yield;
    const { keptIn, fates } = yield* compareGroup(
      before,
      group.before.map((at) => old[at] as Paragraph),
      group.after.map((at) => now[at] as Paragraph),
    );
    for (const [index, at] of group.before.entries()) {
      const holder = group.after[keptIn[index] as number];
      if (holder !== undefined) keptOld.set(at, holder);
    }
    for (const [index, at] of group.after.entries()) {
      const fate = fates[index];
      if (fate === 'added') continue;
      keptNow.add(at);
      if (typeof fate === 'object') changed.push(fate);
    }
  }
  const own = loose.now.filter(({ at }) => !keptNow.has(at));
  const removed = yield* mapInSteps(
    yield* placeRemoved(loose, partners, keptOld),
    ({ at, next }) => ({
      text: textOf(before, old[at] as Paragraph),
      at: now[next]?.start ?? after.length,
    }),
  );
  yield;
  return {
    added: yield* mapInSteps(own, ({ at }) => spanOf(now[at] as Paragraph)),
    changed: changed.sort((a, b) => a.span.start - b.span.start),
    removed: removed.sort((a, b) => a.at - b.at),
  };
}

function keyOf({ sense }: Paragraph): number {
  return sense.key;
}

function spanOf({ start, end }: Paragraph): TextSpan {
  return { start, end };
}

function textOf(text: string, { start, end }: Paragraph): string {
  return text.slice(start, end);
}

/** What is longer is compared up to its last whole paragraph within the bound. */
function cutShort(text: string): string {
  if (text.length <= MOST_UNITS) return text;
  const edge = text.lastIndexOf('\n\n', MOST_UNITS);
  return text.slice(0, edge > 0 ? edge : MOST_UNITS);
}

interface LooseParagraphs {
  old: Loose[];
  now: Loose[];
}

/** Paragraphs without a like in the other text, in order or moved. */
function* findLoose(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  partners: Int32Array,
): Steps<LooseParagraphs> {
  yield;
  const stays = new Uint8Array(now.length);
  for (const partner of partners) if (partner >= 0) stays[partner] = 1;
  yield;
  const moved = new Map<number, number>();
  for (const [at, { sense }] of now.entries())
    if (stays[at] === 0) moved.set(sense.key, (moved.get(sense.key) ?? 0) + 1);
  const movedAway = new Map<number, number>();
  yield;
  const looseOld = yield* placeInGaps(old, (at) => {
    if ((partners[at] as number) >= 0) return 'stays';
    const key = (old[at] as Paragraph).sense.key;
    const left = moved.get(key) ?? 0;
    if (left === 0) return 'loose';
    moved.set(key, left - 1);
    movedAway.set(key, (movedAway.get(key) ?? 0) + 1);
    return 'moved';
  });
  const looseNow = yield* placeInGaps(now, (at) => {
    if (stays[at] === 1) return 'stays';
    const key = (now[at] as Paragraph).sense.key;
    const left = movedAway.get(key) ?? 0;
    if (left === 0) return 'loose';
    movedAway.set(key, left - 1);
    return 'moved';
  });
  return { old: looseOld, now: looseNow };
}

function* placeInGaps(
  paragraphs: readonly Paragraph[],
  fateOf: (at: number) => 'stays' | 'moved' | 'loose',
): Steps<Loose[]> {
  const isDue = countWork();
  const all: Loose[] = [];
  let gap = 0;
  let from = 0;
  const close = () => {
    for (let at = from; at < all.length; at++)
      (all[at] as Loose).fromEnd = all.length - 1 - at;
    from = all.length;
  };
  for (const [at, { sense }] of paragraphs.entries()) {
    if (isDue()) yield;
    const fate = fateOf(at);
    if (fate === 'stays') {
      close();
      gap++;
    } else if (fate === 'loose')
      all.push({ at, sense, gap, fromStart: all.length - from, fromEnd: 0 });
  }
  close();
  return all;
}

/** For each removed paragraph the index of the one before which it stood. */
function* placeRemoved(
  loose: LooseParagraphs,
  partners: Int32Array,
  keptOld: ReadonlyMap<number, number>,
): Steps<{ at: number; next: number }[]> {
  const isDue = countWork();
  const gapOfNow = new Map(loose.now.map(({ at, gap }) => [at, gap]));
  yield;
  const gone = new Set(loose.old.map(({ at }) => at));
  const placed: { at: number; next: number }[] = [];
  let [next, gap] = [0, 0];
  for (const [at, partner] of partners.entries()) {
    if (isDue()) yield;
    const held = keptOld.get(at);
    if (partner >= 0) {
      next = partner + 1;
      gap++;
    } else if (held !== undefined && gapOfNow.get(held) === gap)
      next = Math.max(next, held + 1);
    else if (held === undefined && gone.has(at)) placed.push({ at, next });
  }
  return placed;
}
