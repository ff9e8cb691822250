/**
 * Words that differ in what is written onto them become one stem. Arabic after
 * "light10" (Larkey, Ballesteros, Connell: Light stemming for Arabic
 * information retrieval, 2007), with ل before the article and the future س;
 * other scripts keep the first letters (Can et al., Information retrieval on
 * Turkish texts, 2008: fixed prefixes do as well as a lexicon there).
 * A stem is for comparing texts only: it need not be a word.
 */
import type { Script } from '../text/scripts';

/** Units that stay when something is cut off. */
const SHORTEST = 3;
const LATIN_LENGTH = 6;

const PREFIXES = ['وال', 'فال', 'بال', 'كال', 'ولل', 'فلل', 'ال', 'لل'];
const SUFFIXES = ['تها', 'هما', 'ها', 'هم', 'ان', 'ات', 'ون', 'ين', 'يه', 'نا', 'ه', 'ي'];

export function stemWord(folded: string, script: Script): string {
  return script === 'arab' ? stemArabic(folded) : folded.slice(0, LATIN_LENGTH);
}

function stemArabic(folded: string): string {
  let stem = folded;
  const prefix = PREFIXES.find((one) => stem.startsWith(one));
  if (prefix !== undefined && stem.length - prefix.length >= 2) {
    stem = stem.slice(prefix.length);
  } else if (stem.startsWith('و') && stem.length > SHORTEST) {
    stem = stem.slice(1);
  }
  // Two at most: المسؤوليات loses ات and then ي.
  for (let cut = 0; cut < 2; cut++) {
    const suffix = SUFFIXES.find(
      (one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST,
    );
    if (suffix === undefined) break;
    stem = stem.slice(0, -suffix.length);
  }
  return stem;
}
