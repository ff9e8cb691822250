/** What became of an article since it was read: paragraphs added, changed and removed. */
import type { TextChanges, TextSpan } from '../model/story';
import type { Steps } from '../text/steps';
import { alignSequences } from './align-sequences';
import { compareGroup } from './compare-group';
import { type Group, type Loose, linkParagraphs } from './link-paragraphs';
import { createParagraphReader, type Paragraph } from './read-paragraphs';

/** UTF-16 units of a text that is compared: some 500,000 words. */
const MOST_UNITS = 3_500_000;
/** Words of a text in paragraphs that did not stay: where there are more, no paragraph is an edited one. */
const MOST_WORDS = 200_000;

/**
 * Compares two versions of a text whose paragraphs are parted by empty lines.
 * White space, punctuation, case, marks on letters and ways to spell are no
 * change; nor are paragraphs that moved, were split or joined, nor what clocks
 * and counters say. All offsets are UTF-16 of `after`; spans are sorted and none
 * overlaps another. Null for texts too long to be compared. Pauses every few
 * milliseconds.
 */
export function* compareTexts(before: string, after: string): Steps<TextChanges | null> {
  if (before === after) return { added: [], changed: [], removed: [] };
  if (Math.max(before.length, after.length) > MOST_UNITS) return null;
  const read = createParagraphReader();
  const old = yield* read(before);
  const now = yield* read(after);
  const partners = yield* alignSequences(old.map(keyOf), now.map(keyOf));
  const loose = findLoose(old, now, partners);
  const changed: TextChanges['changed'] = [];
  /** Old paragraphs of which something stands, each with the new one that has it. */
  const keptOld = new Map<number, number>();
  const keptNow = new Set<number>();
  for (const group of yield* findGroups(loose)) {
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
  return {
    added: loose.now
      .filter(({ at }) => !keptNow.has(at))
      .map(({ at }) => spanOf(now[at] as Paragraph)),
    changed: changed.sort((a, b) => a.span.start - b.span.start),
    removed: placeRemoved(loose, partners, keptOld)
      .map(({ at, next }) => ({
        text: textOf(before, old[at] as Paragraph),
        at: now[next]?.start ?? after.length,
      }))
      .sort((a, b) => a.at - b.at),
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

interface LooseParagraphs {
  old: Loose[];
  now: Loose[];
}

function* findGroups({ old, now }: LooseParagraphs): Steps<Group[]> {
  return Math.max(countWords(old), countWords(now)) > MOST_WORDS
    ? []
    : yield* linkParagraphs(old, now);
}

function countWords(paragraphs: readonly Loose[]): number {
  return paragraphs.reduce((sum, { sense }) => sum + sense.words.length, 0);
}

/** Paragraphs without a like in the other text, in order or moved. */
function findLoose(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  partners: Int32Array,
): LooseParagraphs {
  const stays = new Set(partners);
  const moved = new Map<number, number>();
  for (const [at, { sense }] of now.entries())
    if (!stays.has(at)) moved.set(sense.key, (moved.get(sense.key) ?? 0) + 1);
  const movedAway = new Map<number, number>();
  const looseOld = placeInGaps(old, (at) => {
    if ((partners[at] as number) >= 0) return 'stays';
    const key = (old[at] as Paragraph).sense.key;
    const left = moved.get(key) ?? 0;
    if (left === 0) return 'loose';
    moved.set(key, left - 1);
    movedAway.set(key, (movedAway.get(key) ?? 0) + 1);
    return 'moved';
  });
  const looseNow = placeInGaps(now, (at) => {
    if (stays.has(at)) return 'stays';
    const key = (now[at] as Paragraph).sense.key;
    const left = movedAway.get(key) ?? 0;
    if (left === 0) return 'loose';
    movedAway.set(key, left - 1);
    return 'moved';
  });
  return { old: looseOld, now: looseNow };
}

function placeInGaps(
  paragraphs: readonly Paragraph[],
  fateOf: (at: number) => 'stays' | 'moved' | 'loose',
): Loose[] {
  const all: Loose[] = [];
  let gap = 0;
  let inGap: Loose[] = [];
  const close = () => {
    for (const loose of inGap) loose.fromEnd = inGap.length - 1 - loose.fromStart;
    all.push(...inGap);
    inGap = [];
  };
  for (const [at, { sense }] of paragraphs.entries()) {
    const fate = fateOf(at);
    if (fate === 'stays') {
      close();
      gap++;
    } else if (fate === 'loose')
      inGap.push({ at, sense, gap, fromStart: inGap.length, fromEnd: 0 });
  }
  close();
  return all;
}

/** For each removed paragraph the index of the one before which it stood. */
function placeRemoved(
  loose: LooseParagraphs,
  partners: Int32Array,
  keptOld: ReadonlyMap<number, number>,
): { at: number; next: number }[] {
  const gapOfNow = new Map(loose.now.map(({ at, gap }) => [at, gap]));
  const gone = new Set(loose.old.map(({ at }) => at));
  const placed: { at: number; next: number }[] = [];
  let [next, gap] = [0, 0];
  for (const [at, partner] of partners.entries()) {
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
