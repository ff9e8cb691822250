import { spell } from '../text/spelling';
import { arabicKey } from '../text/word-key';

/** A list of words as written, parted by white space, as the set of their keys. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u).map(wordKey));
}

/** The key of one word as written in a rule. */
export function wordKey(word: string): string {
  return arabicKey(spell(word));
}
