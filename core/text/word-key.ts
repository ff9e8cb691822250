/**
 * The key under which a word of a name is stored and looked up: its spelling
 * fold, and then what Arabic writes in two ways beyond single letters.
 */
import type { Token } from './tokens';

/** عبدالرحمن and عبد الرحمن are one name: the key has the space that the writer left out. */
const JOINED = /^(عبد|ابو|ام)(ال.{2,})$/;

/** American and its like: الأميركي is as usual as الأمريكي. */
const VARIANTS: readonly [RegExp, string][] = [
  [/^((?:ال)?)امريك/, '$1اميرك'],
  [/^(ابا|ابي)$/, 'ابو'],
  [/^ابن$/, 'بن'],
  [/^(ذي|ذا)$/, 'ذو'],
];

/** The key of a folded Arabic word; may hold a space. */
export function arabicKey(folded: string): string {
  const first = folded.charCodeAt(0);
  // Only words that begin with alif, ain, dhal or waw's neighbours can change.
  if (first !== 0x627 && first !== 0x639 && first !== 0x630) return folded;
  for (const [pattern, key] of VARIANTS) {
    if (pattern.test(folded)) return folded.replace(pattern, key);
  }
  const joined = JOINED.exec(folded);
  return joined === null ? folded : `${joined[1]} ${joined[2]}`;
}

export function keyOf(token: Pick<Token, 'folded' | 'script'>): string {
  return token.script === 'arab' ? arabicKey(token.folded) : token.folded;
}

const JOINERS = new Set(['-', '_', '‐', '‑', '–', '·', '.']);

/** A mark that stands between two words of one name with no space: al-Assad, #عاصي_الحلاني. */
export function isJoiner(token: Token): boolean {
  return token.kind === 'mark' && !token.spaced && JOINERS.has(token.folded);
}

/**
 * The index of the word that follows token `at` within one name, or -1 where
 * a mark, a line break or the end stands between.
 */
export function nextWord(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  let token = tokens[next];
  if (token !== undefined && isJoiner(token)) {
    next++;
    token = tokens[next];
    if (token?.spaced === true) return -1;
  }
  if (token === undefined || token.kind === 'mark' || token.lineStart) return -1;
  return next;
}
