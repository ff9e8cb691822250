/**
 * Under what a written word is found: its spelling fold, and that without what is
 * written onto it. A query is looked for at the beginning of these forms.
 */
import { readArabicWord } from '../language/ar/clitics';
import { spell } from '../text/spelling';
import { type Token, tokenise } from '../text/tokens';

/** A form of a word: what is left of its fold from unit `skip` on, or what that is also written like. */
export interface WordForm {
  /** Folded units before it. */
  skip: number;
  term: string;
}

export interface WrittenWord {
  token: Token;
  forms: readonly WordForm[];
}

const ARTICLE = 'ال';
/** Units of a word with the article, of which fewer may be no article at all. */
const LEAST_WITH_ARTICLE = 5;
const SYMBOL = /\p{S}/u;
const APOSTROPHE = /['’ʼʾʿ]/;

/** Words, numbers and symbols of a text, with their forms; marks of punctuation are none. */
export function wordsOf(text: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  for (const token of tokenise(text)) {
    if (!isSought(token)) continue;
    words.push({ token, forms: formsOf(token, text) });
  }
  return words;
}

export function isSought({ kind, folded }: Token): boolean {
  return folded !== '' && (kind !== 'mark' || SYMBOL.test(folded));
}

/** Of one text after the other, each word's forms made once. */
const known = new Map<string, readonly WordForm[]>();
const MOST_KNOWN = 50_000;

function formsOf({ kind, script, folded, start, end }: Token, text: string) {
  if (kind === 'word' && script === 'arab') {
    const before = known.get(folded);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const forms = arabicForms(folded);
    known.set(folded, forms);
    return forms;
  }
  const forms = [{ skip: 0, term: folded }];
  if (kind === 'word') {
    // l’Iran
    const surface = text.slice(start, end);
    const at = surface.search(APOSTROPHE);
    const rest = at < 0 ? '' : spell(surface.slice(at + 1));
    if (rest !== '') forms.push({ skip: spell(surface.slice(0, at)).length, term: rest });
  }
  return forms;
}

function arabicForms(folded: string): WordForm[] {
  const forms = new Map<string, WordForm>();
  const add = (skip: number, term: string) => {
    if (!forms.has(term)) forms.set(term, { skip, term });
  };
  for (const { skip, key } of readArabicWord(folded)) {
    const rest = folded.slice(skip);
    add(skip, rest);
    // The key of عبدالرحمن has a space.
    for (const part of key.split(' ')) add(skip, part);
    for (const whole of [rest, key]) {
      if (hasArticle(whole)) {
        // لل: the alif of the article is not written.
        const lead = folded.slice(skip).startsWith(ARTICLE) ? 2 : 1;
        add(skip + lead, whole.slice(ARTICLE.length));
      }
    }
  }
  return [...forms.values()];
}

export function hasArticle(term: string): boolean {
  return term.startsWith(ARTICLE) && term.length >= LEAST_WITH_ARTICLE;
}
