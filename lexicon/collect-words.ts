/** What is known of single words, from `words/*.tsv`: key → bits of `WORD`. */
import { WORD } from '../core/names/lexicon-format';
import { keysOf } from './pack-lexicon';
import { readWords } from './read-sources';

const FILES: readonly [string, number][] = [
  ['ar-given', WORD.given],
  ['ar-given-sure', WORD.given | WORD.sure],
  ['ar-name', WORD.name],
  ['ar-common', WORD.common],
  ['ar-whole', WORD.whole],
  ['en-given', WORD.given],
  ['en-given-sure', WORD.given | WORD.sure],
  ['en-name', WORD.name],
  ['en-common', WORD.common],
  ['en-nisba', WORD.nisba],
];

export function collectWords(): Map<string, number> {
  const words = new Map<string, number>();
  for (const [file, bits] of FILES) {
    for (const word of readWords(file)) {
      const key = keysOf(word).join(' ');
      if (key !== '') words.set(key, (words.get(key) ?? 0) | bits);
    }
  }
  for (const stem of readWords('ar-nisba')) {
    for (const form of nisbaForms(stem)) {
      const key = keysOf(form).join(' ');
      words.set(key, (words.get(key) ?? 0) | WORD.nisba);
    }
  }
  return words;
}

/** إيراني → إيرانية، الإيراني، الإيرانيون … */
function nisbaForms(stem: string): string[] {
  const forms = ['', 'ة', 'ين', 'ون', 'ان', 'تين', 'يين', 'يون', 'ات'].map(
    (ending) => stem + ending,
  );
  return [...forms, ...forms.map((form) => `ال${form}`)];
}
