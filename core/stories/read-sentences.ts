/** The sentences of a text, with their words as stems. */
import { ABBREVIATIONS } from '../language/registry';
import type { TextSpan } from '../model/selector';
import { stemWord } from '../similarity/stem-word';
import { sentenceStartsInSteps } from '../text/sentences';
import { countWork, STRIDE, type Steps } from '../text/steps';
import { type Token, tokeniseInSteps } from '../text/tokens';
import { type ComparedWord, comparedWords } from './compared-words';
import { LIGHT_WORDS, TURNING_WORDS } from './light-words';

/** UTF-16 offsets, with the marks around it. */
export interface Sentence extends TextSpan {
  words: readonly SentenceWord[];
}

/** What a word is to its sentence, see `light-words.ts`. */
type Weight = 'light' | 'content' | 'turning' | 'number';

export interface SentenceWord extends KnownWord, TextSpan {
  /** It is the first of its sentence. */
  opens: boolean;
}

interface KnownWord {
  /** Equal stems have equal numbers in all texts of a reader. */
  stem: number;
  weight: Weight;
}

type SentenceReader = (text: string) => Steps<Sentence[]>;

export function createSentenceReader(): SentenceReader {
  const stems = new Map<string, number>();
  const known = new Map<string, KnownWord>();

  function know(compared: ComparedWord): KnownWord {
    const { word, isNumber } = compared;
    const key = isNumber ? `#${word}` : word;
    const found = known.get(key);
    if (found) return found;
    const stem = isNumber ? key : stemOf(compared);
    const made = {
      stem: stems.get(stem) ?? stems.size,
      weight: isNumber ? ('number' as const) : weightOf(word),
    };
    stems.set(stem, made.stem);
    known.set(key, made);
    return made;
  }

  return function* (text) {
    const tokens = yield* tokeniseInSteps(text);
    const starts = yield* sentenceStartsInSteps(tokens, ABBREVIATIONS);
    const sentences: Sentence[] = [];
    const isDue = countWork(4 * STRIDE);
    let from = 0;
    for (let at = 1; at <= tokens.length; at++) {
      if (at < tokens.length && starts[at] !== true) continue;
      let to = at;
      // An opening quote goes with what it opens.
      while (to - 1 > from && isOpening(tokens, to - 1)) to--;
      const words: SentenceWord[] = [];
      for (const word of comparedWords(text, tokens.slice(from, to))) {
        if (isDue()) yield;
        const { stem, weight } = know(word);
        const { start, end } = word;
        words.push({ start, end, stem, weight, opens: words.length === 0 });
      }
      if (words.length > 0)
        sentences.push({
          start: (tokens[from] as Token).start,
          end: (tokens[to - 1] as Token).end,
          words,
        });
      from = to;
    }
    return sentences;
  };
}

function isOpening(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return token?.kind === 'mark' && token.spaced && next !== undefined && !next.spaced;
}

function weightOf(word: string): Weight {
  if (TURNING_WORDS.has(word)) return 'turning';
  return LIGHT_WORDS.has(unjoined(word)) ? 'light' : 'content';
}

/** Without the "and" that is written onto it: وقال is قال. */
function unjoined(word: string): string {
  return word.startsWith('و') && word.length > 2 ? word.slice(1) : word;
}

/** Six letters are enough for what a text is about (`stemWord`), and too few for what a sentence says. */
function stemOf({ word, script }: ComparedWord): string {
  return script === 'latn' ? word.replace(/(?:es|ed|s)$/, '') : stemWord(word, script);
}
