/** Who is mentioned where in a text, and with whom: what the panel shows of an article. */
import { ABBREVIATIONS } from '../language/registry';
import type { Mention } from '../model/mention';
import type { TextSpan } from '../model/selector';
import { sentenceStarts } from '../text/sentences';
import { tokenise } from '../text/tokens';

/** A text as it is read in a page. Offsets are UTF-16 units of `text`. */
export interface ReadText {
  text: string;
  /** The paragraphs, in order, disjoint. */
  blocks: readonly TextSpan[];
  /** Sorted by `start`, disjoint. */
  mentions: readonly Pick<Mention, 'start' | 'end' | 'entityId'>[];
}

export interface XrayMention extends TextSpan {
  /** The number of the word at which it begins, from 1. */
  word: number;
  /** Numbers of the sentence and the paragraph in which it begins, from 0. */
  sentence: number;
  paragraph: number;
}

export interface Xray {
  /** UTF-16 units. */
  length: number;
  words: number;
  /** By entity, in order of first mention; each with its mentions in order. */
  mentions: ReadonlyMap<string, readonly XrayMention[]>;
  /** By number of the sentence, or the paragraph: whom it mentions. */
  sentences: ReadonlyMap<number, ReadonlySet<string>>;
  paragraphs: ReadonlyMap<number, ReadonlySet<string>>;
}

/** In how many sentences, and in how many paragraphs, an entity is mentioned beside another. */
export interface Together {
  entityId: string;
  sentences: number;
  paragraphs: number;
}

export function xrayOf({ text, blocks, mentions }: ReadText): Xray {
  const tokens = tokenise(text);
  const starts = sentenceStarts(tokens, ABBREVIATIONS);
  const byEntity = new Map<string, XrayMention[]>();
  const sentences = new Map<number, Set<string>>();
  const paragraphs = new Map<number, Set<string>>();
  let [token, word, sentence, paragraph] = [0, 0, -1, 0];

  /** Counts on to the last token that begins at or before the offset. */
  function countTo(offset: number): void {
    for (; token < tokens.length; token++) {
      const next = tokens[token];
      if (next === undefined || next.start > offset) return;
      if (next.kind !== 'mark') word++;
      if (starts[token]) sentence++;
    }
  }

  for (const { start, end, entityId } of mentions) {
    countTo(start);
    while (paragraph + 1 < blocks.length && (blocks[paragraph]?.end ?? 0) <= start)
      paragraph++;
    const place = { start, end, word, sentence: Math.max(sentence, 0), paragraph };
    add(byEntity, entityId, () => []).push(place);
    add(sentences, place.sentence, () => new Set<string>()).add(entityId);
    add(paragraphs, paragraph, () => new Set<string>()).add(entityId);
  }
  countTo(text.length);
  return { length: text.length, words: word, mentions: byEntity, sentences, paragraphs };
}

/** With whom an entity is mentioned: those in most of its sentences first, then in most of its paragraphs. */
export function togetherWith(xray: Xray, entityId: string): Together[] {
  const places = xray.mentions.get(entityId) ?? [];
  const found = new Map<string, Together>();
  const count = (
    unit: 'sentences' | 'paragraphs',
    numbers: ReadonlySet<number>,
  ): void => {
    for (const number of numbers)
      for (const other of xray[unit].get(number) ?? [])
        if (other !== entityId)
          add(found, other, () => ({ entityId: other, sentences: 0, paragraphs: 0 }))[
            unit
          ]++;
  };
  count('sentences', new Set(places.map(({ sentence }) => sentence)));
  count('paragraphs', new Set(places.map(({ paragraph }) => paragraph)));
  return [...found.values()].sort(
    (one, other) => other.sentences - one.sentences || other.paragraphs - one.paragraphs,
  );
}

function add<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
