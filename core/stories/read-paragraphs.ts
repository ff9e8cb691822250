/** The paragraphs of a text, and their words as they are compared. */
import type { TextSpan } from '../model/selector';
import { countWork, type Steps } from '../text/steps';
import { tokeniseInSteps } from '../text/tokens';
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

/** What a word costs, and a paragraph by itself, is as much as so many letters, roughly. */
const LETTERS = 4;
const LEAST_LETTERS = 32;

/** Reads texts that will be compared: equal words have equal numbers in all of them. */
export function createParagraphReader(): (text: string) => Steps<Paragraph[]> {
  const wordNumbers = new Map<string, number>();
  const keys = new Map<string, number>();
  const senses = new Map<string, Sense | null>();
  const isDue = countWork();

  function* senseOf(raw: string): Steps<Sense | null> {
    if (isTicking(raw)) return null;
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const tokens = yield* tokeniseInSteps(raw);
    for (const { start, end, word } of comparedWords(raw, tokens)) {
      if (isDue(LETTERS)) yield;
      words.push(numberOf(wordNumbers, word));
      starts.push(start);
      ends.push(end);
    }
    if (words.length === 0) return null;
    return { key: numberOf(keys, words.join(' ')), words, starts, ends };
  }

  return function* (text) {
    const paragraphs: Paragraph[] = [];
    for (const { start, end } of splitParagraphs(text)) {
      const raw = text.slice(start, end);
      if (isDue(LEAST_LETTERS + raw.length)) yield;
      if (raw === '') continue;
      let sense = senses.get(raw);
      if (sense === undefined) {
        sense = yield* senseOf(raw);
        senses.set(raw, sense);
      }
      if (sense !== null) paragraphs.push({ start, end, sense });
    }
    return paragraphs;
  };
}

const BREAK = /\n[^\S\n]*\n/g;

/** Some of them may be empty. */
function* splitParagraphs(text: string): Generator<TextSpan> {
  let from = 0;
  for (const { 0: line, index } of text.matchAll(BREAK)) {
    yield trimmed(text, from, index);
    from = index + line.length;
  }
  yield trimmed(text, from, text.length);
}

function trimmed(text: string, from: number, to: number): TextSpan {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  return { start, end: Math.max(start, from + raw.trimEnd().length) };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
