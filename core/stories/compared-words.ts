/** The words of a text as two texts are compared by them. */
import type { Script } from '../text/scripts';
import type { Token } from '../text/tokens';

export interface ComparedWord {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Folded: case, marks on letters and ways of spelling are no difference. */
  word: string;
  isNumber: boolean;
  script: Script;
}

/** Written without spaces: each character is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** `tokens` of `text`, or a part of them. */
export function* comparedWords(
  text: string,
  tokens: Iterable<Token>,
): Generator<ComparedWord> {
  for (const { start, end, kind, folded, script } of tokens) {
    if (kind === 'mark' || folded === '') continue;
    const isNumber = kind === 'number';
    if (!isNumber && (script !== 'other' || !UNSPACED.test(folded))) {
      yield { start, end, word: folded, isNumber, script };
      continue;
    }
    const raw = text.slice(start, end);
    if (isNumber) {
      yield { start, end, word: numberKey(raw), isNumber, script };
      continue;
    }
    let at = start;
    for (const word of raw) {
      yield { start: at, end: at + word.length, word, isNumber, script };
      at += word.length;
    }
  }
}

/** One form for ١٬٥٠٠, 1,500 and 1500; 3.5 and 35 stay apart. */
function numberKey(raw: string): string {
  return (
    raw
      // Both rows of digits begin at a code that 16 divides.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
        String(digit.charCodeAt(0) % 16),
      )
      .replace(/[,٬](?=\d{3}(?!\d))/g, '')
      .replace(/٫/g, '.')
  );
}
