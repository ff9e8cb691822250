/** What became of an article since it was read: paragraphs added, changed and removed. */
import type { TextChanges, TextSpan } from '../model/story';
import { alignSequences } from './align-sequences';
import { type Group, type Loose, linkParagraphs } from './link-paragraphs';
import { createParagraphReader, type Paragraph } from './read-paragraphs';

/** UTF-16 units of a text that are compared: some 500,000 words. */
const MOST_UNITS = 3_500_000;
/** Of the shorter paragraph's words: from here an edit, below it another paragraph. */
const LEAST_KEPT = 0.5;
/** A few words are kept by chance: then they must be a good part of both. */
const FEWEST_KEPT = 5;
const LEAST_KEPT_OF_BOTH = 0.4;

type Changed = TextChanges['changed'][number];

/**
 * Compares two versions of a text whose paragraphs are parted by empty lines.
 * White space, punctuation, case, marks on letters and ways to spell are no
 * change; nor are paragraphs that moved, were split or joined, nor what clocks
 * and counters say. All offsets are UTF-16 of `after`; spans are sorted and none
 * overlaps another.
 */
export function compareTexts(before: string, after: string): TextChanges {
  if (before === after) return { added: [], changed: [], removed: [] };
  const read = createParagraphReader();
  const old = read(cutShort(before));
  const now = read(cutShort(after));
  const partners = alignSequences(old.map(keyOf), now.map(keyOf));
  const loose = findLoose(old, now, partners);
  const outcome: Outcome = { changed: [], keptOld: new Map(), keptNow: new Set() };
  for (const group of linkParagraphs(loose.old, loose.now))
    compareGroup(group, { before, after, old, now }, outcome);
  const added = loose.now.flatMap(({ at }) =>
    outcome.keptNow.has(at) ? [] : [spanOf(now[at] as Paragraph)],
  );
  const removed = placeRemoved(
    loose.old.filter(({ at }) => !outcome.keptOld.has(at)),
    loose.now,
    partners,
    outcome.keptOld,
  ).map(({ at, next }) => ({
    text: textOf(before, old[at] as Paragraph),
    at: now[next]?.start ?? after.length,
  }));
  return {
    added,
    changed: outcome.changed.sort((a, b) => a.span.start - b.span.start),
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

/** Paragraphs without a like in the other text, in order or moved. */
function findLoose(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  partners: Int32Array,
): { old: Loose[]; now: Loose[] } {
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

interface Texts {
  before: string;
  after: string;
  old: readonly Paragraph[];
  now: readonly Paragraph[];
}

interface Outcome {
  changed: Changed[];
  /** Old paragraphs of which something stands, each with the first that holds it. */
  keptOld: Map<number, number>;
  keptNow: Set<number>;
}

/** A word of a group: which paragraph, and which word of it. */
interface Place {
  paragraph: number;
  word: number;
}

function compareGroup(group: Group, texts: Texts, outcome: Outcome): void {
  const left = placesOf(group.before, texts.old);
  const right = placesOf(group.after, texts.now);
  const aligned = alignSequences(
    left.map(({ paragraph, word }) => wordAt(texts.old, paragraph, word)),
    right.map(({ paragraph, word }) => wordAt(texts.now, paragraph, word)),
  );
  const isHeld = judgePairs(left, right, aligned, texts);
  const partOf = new Map<number, Place[]>();
  const kept = new Map<number, Set<number>>();
  let isWhole = true;
  /** Where the words go that have no like: with those before them. */
  let [last, waiting]: [number, Place[]] = [-1, []];
  const losses = new Set<number>();
  for (const [at, place] of left.entries()) {
    if (place.word === 0) {
      last = -1;
      waiting = [];
      isWhole = true;
    }
    const partner = right[aligned[at] as number];
    if (partner && isHeld(place.paragraph, partner.paragraph)) {
      last = partner.paragraph;
      if (!outcome.keptOld.has(place.paragraph))
        outcome.keptOld.set(place.paragraph, last);
      outcome.keptNow.add(last);
      addTo(kept, last).add(partner.word);
      if (!isWhole) losses.add(last);
      isWhole = true;
      listOf(partOf, last).push(...waiting, place);
      waiting = [];
    } else if (last < 0) {
      waiting.push(place);
      isWhole = false;
    } else {
      listOf(partOf, last).push(place);
      losses.add(last);
    }
  }
  for (const at of group.after) {
    if (!outcome.keptNow.has(at)) continue;
    const paragraph = texts.now[at] as Paragraph;
    const words = newWords(paragraph, kept.get(at) ?? new Set());
    if (words.length === 0 && !losses.has(at)) continue;
    const before = partText(texts, partOf.get(at) ?? []);
    outcome.changed.push({ span: spanOf(paragraph), before, words });
  }
}

function placesOf(indices: readonly number[], paragraphs: readonly Paragraph[]): Place[] {
  return indices.flatMap((paragraph) =>
    (paragraphs[paragraph] as Paragraph).sense.words.map((_, word) => ({
      paragraph,
      word,
    })),
  );
}

function wordAt(
  paragraphs: readonly Paragraph[],
  paragraph: number,
  word: number,
): number {
  return paragraphs[paragraph]?.sense.words[word] as number;
}

/** Whether two paragraphs have so much in common that one came of the other. */
function judgePairs(
  left: readonly Place[],
  right: readonly Place[],
  aligned: Int32Array,
  { old, now }: Texts,
): (before: number, after: number) => boolean {
  const common = new Map<string, number>();
  for (const [at, { paragraph }] of left.entries()) {
    const partner = right[aligned[at] as number];
    if (!partner) continue;
    const key = `${paragraph}>${partner.paragraph}`;
    common.set(key, (common.get(key) ?? 0) + 1);
  }
  return (before, after) => {
    const words = common.get(`${before}>${after}`) ?? 0;
    const lengths = [old[before], now[after]].map((one) => one?.sense.words.length ?? 0);
    return (
      words >= LEAST_KEPT * Math.min(...lengths) &&
      (words >= FEWEST_KEPT || words >= LEAST_KEPT_OF_BOTH * Math.max(...lengths))
    );
  };
}

/** Stretches of words that are not kept. */
function newWords({ start, sense }: Paragraph, kept: ReadonlySet<number>): TextSpan[] {
  const spans: TextSpan[] = [];
  let isOpen = false;
  for (let word = 0; word < sense.words.length; word++) {
    if (kept.has(word)) {
      isOpen = false;
      continue;
    }
    const end = start + (sense.ends[word] as number);
    const open = spans.at(-1);
    if (isOpen && open) open.end = end;
    else spans.push({ start: start + (sense.starts[word] as number), end });
    isOpen = true;
  }
  return spans;
}

/** The old words that went into one paragraph, with what stands between and around them. */
function partText({ before, old }: Texts, places: readonly Place[]): string {
  const parts: string[] = [];
  for (let from = 0; from < places.length; ) {
    const { paragraph, word: first } = places[from] as Place;
    let to = from;
    while (places[to]?.paragraph === paragraph) to++;
    const { word: last } = places[to - 1] as Place;
    const { start, end, sense } = old[paragraph] as Paragraph;
    const next = sense.starts[last + 1];
    parts.push(
      before
        .slice(
          first === 0 ? start : start + (sense.starts[first] as number),
          next === undefined ? end : start + next,
        )
        .trim(),
    );
    from = to;
  }
  return parts.join('\n\n');
}

/** For each removed paragraph the index of the one before which it stood. */
function placeRemoved(
  removed: readonly Loose[],
  looseNow: readonly Loose[],
  partners: Int32Array,
  keptOld: ReadonlyMap<number, number>,
): { at: number; next: number }[] {
  const gapOfNow = new Map(looseNow.map(({ at, gap }) => [at, gap]));
  const gone = new Map(removed.map(({ at, gap }) => [at, gap]));
  const placed: { at: number; next: number }[] = [];
  let [next, gap] = [0, 0];
  for (const [at, partner] of partners.entries()) {
    const held = keptOld.get(at);
    if (partner >= 0) {
      next = partner + 1;
      gap++;
    } else if (held !== undefined && gapOfNow.get(held) === gap)
      next = Math.max(next, held + 1);
    else if (gone.has(at)) placed.push({ at, next });
  }
  return placed;
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function addTo<Key, Item>(sets: Map<Key, Set<Item>>, key: Key): Set<Item> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
