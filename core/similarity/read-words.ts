/** The words of an article as fingerprints see them: folded, hashed, stemmed. */

import { hashText } from '../text/hash-text';
import { type Script, scriptOf } from '../text/scripts';
import { countWork, type Steps } from '../text/steps';
import { tokeniseInSteps } from '../text/tokens';
import { stemWord } from './stem-word';

export interface ReadWord {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** Hash of the folded word: what shingles are made of. */
  word: number;
  /** What terms are counted by. */
  stem: string;
  script: Script;
  kind: 'word' | 'number';
  /** Written with a capital within a sentence: in Latin script mostly a name. */
  capital: boolean;
}

/**
 * UTF-16 units that are read of a text. No report is longer; a longer page
 * costs no more than this and its fingerprint says that it holds a part.
 */
export const MOST_UNITS = 200_000;

/** Written without spaces: pairs of characters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const CAPITAL = /^\p{Lu}/u;
const SENTENCE_END = new Set(['.', '!', '?', '…', ':', '"', '“', '«', '—', '–', '-']);

/** Pauses now and then in a long text. */
export function* readWords(text: string): Steps<ReadWord[]> {
  const source = text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text;
  const known = new Map<string, Pick<ReadWord, 'word' | 'stem'>>();
  const look = (folded: string, script: Script) => {
    const found = known.get(folded);
    if (found !== undefined) return found;
    const made = { word: hashText(folded), stem: stemWord(folded, script) };
    known.set(folded, made);
    return made;
  };
  const words: ReadWord[] = [];
  const isDue = countWork();
  let opens = true;
  for (const token of yield* tokeniseInSteps(source)) {
    if (isDue(1 + token.end - token.start)) yield;
    if (token.kind === 'mark') {
      opens ||= SENTENCE_END.has(token.folded);
      continue;
    }
    if (token.folded === '') continue;
    if (token.kind === 'word' && UNSPACED.test(token.folded)) {
      for (const pair of pairsOf(source.slice(token.start, token.end))) {
        if (isDue()) yield;
        words.push({
          start: token.start,
          end: token.end,
          word: hashText(pair),
          stem: pair,
          script: 'other',
          kind: 'word',
          capital: false,
        });
      }
      continue;
    }
    const { word, stem } = look(token.folded, token.script);
    words.push({
      start: token.start,
      end: token.end,
      word,
      stem,
      script: token.script,
      kind: token.kind,
      capital:
        token.kind === 'word' &&
        !opens &&
        !token.lineStart &&
        token.script === 'latn' &&
        CAPITAL.test(source.slice(token.start, token.start + 2)),
    });
    opens = false;
  }
  return words;
}

function pairsOf(run: string): string[] {
  const chars = Array.from(run);
  if (chars.length < 2) return chars;
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
}

/** The script of a name, for its stem. */
export function scriptOfWord(folded: string): Script {
  return scriptOf(folded.codePointAt(0) ?? 0);
}
