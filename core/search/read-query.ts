/** What a reader typed, as words to look for. */
import { readArabicWord } from '../language/ar/clitics';
import { tokenise } from '../text/tokens';
import { arabicKey } from '../text/word-key';
import { hasArticle, isSought } from './word-forms';

/** A word of the query. */
export interface SoughtWord {
  /** Its fold. */
  term: string;
  /** Beginnings of forms by which it is found, its fold first. */
  prefixes: readonly string[];
  /** The same without what may be written onto it: looked for where nothing else is found. */
  loose: readonly string[];
}

/** More words than anybody looks for. */
const MOST_WORDS = 32;
/** Units of a word that is found by what is left without و or ب. */
const LEAST_LOOSE = 3;

/** Empty when there is no word in it: then everything is found. */
export function readQuery(words: string): SoughtWord[] {
  const sought = new Map<string, SoughtWord>();
  for (const token of tokenise(words)) {
    if (!isSought(token)) continue;
    const { folded } = token;
    const isArabic = token.script === 'arab' && token.kind === 'word';
    const parts = isArabic ? splitJoined(folded) : [folded];
    for (const part of parts) {
      sought.set(part, isArabic ? arabicWord(part) : plainWord(part));
      if (sought.size === MOST_WORDS) return [...sought.values()];
    }
  }
  return [...sought.values()];
}

/** عبدالرحمن is عبد and الرحمن, as it is in what is looked through. */
function splitJoined(folded: string): string[] {
  const key = arabicKey(folded);
  return key.includes(' ') ? key.split(' ') : [folded];
}

function plainWord(term: string): SoughtWord {
  return { term, prefixes: [term], loose: [] };
}

function arabicWord(term: string): SoughtWord {
  const key = arabicKey(term);
  const whole = key === term || key.includes(' ') ? [term] : [term, key];
  const bare = whole.filter(hasArticle).map((one) => one.slice(2));
  const loose = readArabicWord(term)
    .filter(({ skip, key: rest }) => skip > 0 && rest.length >= LEAST_LOOSE)
    .flatMap(({ key: rest }) => (hasArticle(rest) ? [rest, rest.slice(2)] : [rest]));
  return { term, prefixes: [...whole, ...bare], loose };
}
