/** What became of a few paragraphs that share words: edited, split, joined. */
import type { TextChanges, TextSpan } from '../model/story';
import type { Steps } from '../text/steps';
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

/** `text` is the old text. */
export function* compareGroup(
  text: string,
  old: readonly Paragraph[],
  now: readonly Paragraph[],
): Steps<GroupChanges> {
  const { words: left, paragraphs: ofOld } = joinWords(old);
  const { words: right, paragraphs: ofNow } = joinWords(now);
  yield;
  const partners = yield* alignSequences(left, right);
  yield;
  dropChance(partners, old, now, ofOld, ofNow);
  yield;
  const kept = new Uint8Array(right.length);
  for (const partner of partners) if (partner >= 0) kept[partner] = 1;
  const owners = findOwners(partners, ofOld, ofNow);
  yield;
  const losing = new Set(owners.filter((_, at) => (partners[at] as number) < 0));
  const keptIn = old.map(() => -1);
  for (const [at, owner] of owners.entries()) {
    const paragraph = ofOld[at] as number;
    if (keptIn[paragraph] === -1) keptIn[paragraph] = owner;
  }
  yield;
  const parts = findParts(text, old, owners);
  yield;
  let from = 0;
  const fates = now.map((paragraph, at) => {
    const words = newWords(paragraph, (word) => kept[from + word] === 1);
    from += paragraph.sense.words.length;
    const part = parts.get(at);
    if (part === undefined) return 'added';
    if (words.length === 0 && !losing.has(at)) return 'same';
    const { start, end } = paragraph;
    return { span: { start, end }, before: part, words };
  });
  return { keptIn, fates };
}

/** The words of all, and of each word the index of its paragraph. */
function joinWords(all: readonly Paragraph[]) {
  const words: number[] = [];
  const paragraphs: number[] = [];
  for (const [at, { sense }] of all.entries()) {
    for (const word of sense.words) {
      words.push(word);
      paragraphs.push(at);
    }
  }
  return { words, paragraphs };
}

/** Parts again what two paragraphs have in common that are not one. */
function dropChance(
  partners: Int32Array,
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  ofOld: readonly number[],
  ofNow: readonly number[],
): void {
  const pairOf = (at: number): number => {
    const partner = partners[at] as number;
    return (ofOld[at] as number) * now.length + (ofNow[partner] as number);
  };
  const common = new Map<number, number>();
  for (const [at, partner] of partners.entries())
    if (partner >= 0) common.set(pairOf(at), (common.get(pairOf(at)) ?? 0) + 1);
  for (const [at, partner] of partners.entries()) {
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
function findOwners(
  partners: Int32Array,
  ofOld: readonly number[],
  ofNow: readonly number[],
): number[] {
  const owners = Array.from(partners, (partner) => ofNow[partner] ?? -1);
  const fill = (at: number, beside: number) => {
    if (owners[at] === -1 && ofOld[beside] === ofOld[at])
      owners[at] = owners[beside] ?? -1;
  };
  for (let at = 1; at < owners.length; at++) fill(at, at - 1);
  for (let at = owners.length - 2; at >= 0; at--) fill(at, at + 1);
  return owners;
}

/** Stretches of words that are not kept. */
function newWords(
  { start, sense }: Paragraph,
  isKept: (word: number) => boolean,
): TextSpan[] {
  const spans: TextSpan[] = [];
  let open: TextSpan | null = null;
  for (const [word, from] of sense.starts.entries()) {
    if (isKept(word)) {
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
function findParts(
  text: string,
  old: readonly Paragraph[],
  owners: readonly number[],
): Map<number, string> {
  const parts = new Map<number, string>();
  let at = 0;
  for (const { start, end, sense } of old) {
    const count = sense.words.length;
    for (let word = 0; word < count; ) {
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
