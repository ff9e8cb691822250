/** What became of a few paragraphs that share words: edited, split, joined. */
import type { TextSpan } from '../model/selector';
import type { TextChanges } from '../model/story';
import { countWork, type Steps } from '../text/steps';
import { alignSequences } from './align-sequences';
import type { Paragraph } from './read-paragraphs';

/** Of the shorter paragraph's words: from here an edit, below it another paragraph. */
const LEAST_KEPT = 0.5;
/** A few words are kept by chance: then they must be a good part of both. */
const FEWEST_KEPT = 5;
const LEAST_KEPT_OF_BOTH = 0.4;

type Change = TextChanges['changed'][number];

export interface GroupChanges {
  /** For each old paragraph the index of the first new one that has words of it; -1 for a removed one. */
  keptIn: number[];
  /** For each new paragraph. */
  fates: ('added' | 'same' | Change)[];
}

/** `text` is the old text. Pauses where the paragraphs are long. */
export function* compareGroup(
  text: string,
  old: readonly Paragraph[],
  now: readonly Paragraph[],
): Steps<GroupChanges> {
  const isDue = countWork();
  const { words: left, paragraphs: ofOld } = yield* joinWords(old);
  const { words: right, paragraphs: ofNow } = yield* joinWords(now);
  const partners = yield* alignSequences(left, right);
  yield* dropChance(partners, old, now, ofOld, ofNow);
  const owners = yield* findOwners(partners, ofOld, ofNow);
  const kept = new Uint8Array(right.length);
  const losing = new Set<number>();
  const keptIn = old.map(() => -1);
  for (let at = 0; at < owners.length; at++) {
    if (isDue()) yield;
    const [partner, owner] = [partners[at] as number, owners[at] as number];
    if (partner >= 0) kept[partner] = 1;
    else losing.add(owner);
    const paragraph = ofOld[at] as number;
    if (keptIn[paragraph] === -1) keptIn[paragraph] = owner;
  }
  const parts = yield* findParts(text, old, owners);
  const fates: GroupChanges['fates'] = [];
  let from = 0;
  for (const [at, paragraph] of now.entries()) {
    const words = yield* newWords(paragraph, kept, from);
    from += countWords(paragraph);
    const part = parts.get(at);
    const { start, end } = paragraph;
    if (part === undefined) fates.push('added');
    else if (words.length === 0 && !losing.has(at)) fates.push('same');
    else fates.push({ span: { start, end }, before: part, words });
  }
  return { keptIn, fates };
}

/** The words of all, and of each word the index of its paragraph. */
function* joinWords(
  all: readonly Paragraph[],
): Steps<{ words: number[]; paragraphs: number[] }> {
  const isDue = countWork();
  const words: number[] = [];
  const paragraphs: number[] = [];
  for (const [at, { sense }] of all.entries()) {
    for (const word of sense.words) {
      if (isDue()) yield;
      words.push(word);
      paragraphs.push(at);
    }
  }
  return { words, paragraphs };
}

/** Parts again what two paragraphs have in common that are not one. */
function* dropChance(
  partners: Int32Array,
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  ofOld: readonly number[],
  ofNow: readonly number[],
): Steps<void> {
  const isDue = countWork();
  const pairOf = (at: number): number => {
    const partner = partners[at] as number;
    return (ofOld[at] as number) * now.length + (ofNow[partner] as number);
  };
  const common = new Map<number, number>();
  for (const [at, partner] of partners.entries()) {
    if (isDue()) yield;
    if (partner >= 0) common.set(pairOf(at), (common.get(pairOf(at)) ?? 0) + 1);
  }
  for (const [at, partner] of partners.entries()) {
    if (isDue()) yield;
    if (partner < 0) continue;
    const words = common.get(pairOf(at)) as number;
    const was = countWords(old[ofOld[at] as number]);
    const is = countWords(now[ofNow[partner] as number]);
    const isOne =
      words >= LEAST_KEPT * Math.min(was, is) &&
      (words >= FEWEST_KEPT || words >= LEAST_KEPT_OF_BOTH * Math.max(was, is));
    if (!isOne) partners[at] = -1;
  }
}

function countWords(paragraph: Paragraph | undefined): number {
  return paragraph?.sense.words.length ?? 0;
}

/**
 * For each old word the new paragraph to which it belongs: what was lost
 * belongs where the word before it stands, or the one after; -1 where all the
 * paragraph is lost.
 */
function* findOwners(
  partners: Int32Array,
  ofOld: readonly number[],
  ofNow: readonly number[],
): Steps<Int32Array> {
  const isDue = countWork();
  const owners = partners.map((partner) =>
    partner < 0 ? -1 : (ofNow[partner] as number),
  );
  const fill = (at: number, beside: number) => {
    if (owners[at] === -1 && ofOld[beside] === ofOld[at])
      owners[at] = owners[beside] ?? -1;
  };
  for (let at = 1; at < owners.length; at++) {
    if (isDue()) yield;
    fill(at, at - 1);
  }
  for (let at = owners.length - 2; at >= 0; at--) {
    if (isDue()) yield;
    fill(at, at + 1);
  }
  return owners;
}

/** Stretches of words that are not kept; `kept` tells of each word, the first at `first`. */
function* newWords(
  { start, sense }: Paragraph,
  kept: Uint8Array,
  first: number,
): Steps<TextSpan[]> {
  const isDue = countWork();
  const spans: TextSpan[] = [];
  let open: TextSpan | null = null;
  for (const [word, from] of sense.starts.entries()) {
    if (isDue()) yield;
    if (kept[first + word] === 1) {
      open = null;
      continue;
    }
    const end = start + (sense.ends[word] as number);
    if (open) open.end = end;
    else {
      open = { start: start + from, end };
      spans.push(open);
    }
  }
  return spans;
}

/** For each new paragraph the old words that went into it, with what stands between and around them. */
function* findParts(
  text: string,
  old: readonly Paragraph[],
  owners: Int32Array,
): Steps<Map<number, string>> {
  const isDue = countWork();
  const parts = new Map<number, string>();
  let at = 0;
  for (const { start, end, sense } of old) {
    const count = sense.words.length;
    for (let word = 0; word < count; ) {
      if (isDue()) yield;
      const owner = owners[at] as number;
      const begin = word === 0 ? start : start + (sense.starts[word] as number);
      while (word < count && owners[at] === owner) {
        word++;
        at++;
      }
      const next = sense.starts[word];
      const part = text.slice(begin, next === undefined ? end : start + next).trim();
      const before = parts.get(owner);
      if (owner >= 0)
        parts.set(owner, before === undefined ? part : `${before}\n\n${part}`);
    }
  }
  return parts;
}
