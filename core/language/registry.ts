import type { Token } from '../text/tokens';
import { arabic } from './ar/arabic';
import { english } from './en/english';
import type { Language } from './language';

/** Every language that has rules; the lexicon reaches beyond them. */
export const LANGUAGES: readonly Language[] = [arabic, english];

/** After these a full stop ends no sentence, in whatever language. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => [...language.abbreviations]),
);

const BY_ISO = new Map(LANGUAGES.map((language) => [language.iso, language]));
const BY_SCRIPT = new Map(LANGUAGES.map((language) => [language.script, language]));

/**
 * The rules for a token of a text in `textLanguage`: those of that language
 * when it is in its script, else those of the language at home in the script
 * (a Latin name in an Arabic report). A text in another language of the same
 * script (Persian, French) gets no rules of a neighbour; null then.
 */
export function rulesFor(token: Token, textLanguage: string): Language | null {
  const own = BY_ISO.get(textLanguage);
  if (own !== undefined && own.script === token.script) return own;
  const guest = BY_SCRIPT.get(token.script) ?? null;
  if (own !== undefined) return guest;
  return guest !== null && !SAME_SCRIPT.has(`${textLanguage} ${token.script}`)
    ? guest
    : null;
}

/** Languages without rules of their own, with the script they are written in. */
const SAME_SCRIPT = new Set([
  'fa arab',
  'ur arab',
  'ckb arab',
  'fr latn',
  'de latn',
  'es latn',
  'tr latn',
]);
