/** What stands directly before a word and says that a person is named there. */
import type { Language } from '../language/language';
import type { Reading } from './reading';

export type PersonSign = 'title' | 'saying';

/** `saying`: a verb whose subject is mostly a person (قال, التقى). Clitics do not hide either. */
export function personSignBefore(reading: Reading, index: number): PersonSign | null {
  const before = index - 1;
  const language = reading.rules(before);
  if (language === null || reading.tokens[before]?.kind !== 'word') return null;
  if (reading.tokens[index]?.lineStart === true) return null;
  return signIn(language, reading, before);
}

function signIn({ people }: Language, reading: Reading, at: number): PersonSign | null {
  for (const { key } of reading.readings(at)) {
    if (people.titles.has(key)) return 'title';
    if (people.sayings.has(key)) return 'saying';
  }
  return null;
}
