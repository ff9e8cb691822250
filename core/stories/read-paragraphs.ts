/** The paragraphs of a text, and their words as they are compared. */
import type { TextSpan } from '../model/story';
import { tokenise } from '../text/tokens';
import { comparedWords } from './compared-words';
import { isTicking } from './is-ticking';

export interface Paragraph {
  /** UTF-16 offsets into the text, white space at the edges left out. */
  start: number;
  end: number;
  sense: Sense;
}

/** What a paragraph says: the same for two that differ in marks, case or white space only. */
export interface Sense {
  /** One for each sequence of words. */
  key: number;
  words: readonly number[];
  /** Of each word, UTF-16 offsets into the paragraph. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Reads texts that will be compared: equal words have equal numbers in all of them. */
export function createParagraphReader(): (text: string) => Paragraph[] {
  const wordNumbers = new Map<string, number>();
  const keys = new Map<string, number>();
  const senses = new Map<string, Sense | null>();

  function senseOf(raw: string): Sense | null {
    if (isTicking(raw)) return null;
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { start, end, word } of comparedWords(raw, tokenise(raw))) {
      words.push(numberOf(wordNumbers, word));
      starts.push(start);
      ends.push(end);
    }
    if (words.length === 0) return null;
    return { key: numberOf(keys, words.join(' ')), words, starts, ends };
  }

  return (text) => {
    const paragraphs: Paragraph[] = [];
    for (const { start, end } of splitParagraphs(text)) {
      const raw = text.slice(start, end);
      let sense = senses.get(raw);
      if (sense === undefined) {
        sense = senseOf(raw);
        senses.set(raw, sense);
      }
      if (sense !== null) paragraphs.push({ start, end, sense });
    }
    return paragraphs;
  };
}

const BREAK = /\n[^\S\n]*\n/g;

function* splitParagraphs(text: string): Generator<TextSpan> {
  let from = 0;
  for (const { 0: line, index } of text.matchAll(BREAK)) {
    yield* trimmed(text, from, index);
    from = index + line.length;
  }
  yield* trimmed(text, from, text.length);
}

function* trimmed(text: string, from: number, to: number): Generator<TextSpan> {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  if (start < end) yield { start, end };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
