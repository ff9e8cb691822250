/**
 * What Arabic writes together with the word that follows: و ف (and, so), then
 * ب ك ل (in, as, to). After ل the article loses its alif: للعراق is ل + العراق,
 * and by the product's convention the name painted there is لعراق.
 */
import { arabicKey } from '../../text/word-key';
import type { WordReading } from '../language';

/** Shorter remainders are no names: both قم and صور of two or three letters need care. */
const SHORTEST = 2;

/** "And", written onto the word that follows. */
export const conjunctions: ReadonlySet<string> = new Set(['و', 'ف']);

/** All readings, the whole word first: a word that is a name as it stands is not split. */
export function readArabicWord(folded: string): readonly WordReading[] {
  const readings: WordReading[] = [{ skip: 0, key: arabicKey(folded) }];
  addPrepositions(readings, folded, 0);
  if (conjunctions.has(folded[0] ?? '') && folded.length > SHORTEST) {
    readings.push({ skip: 1, key: arabicKey(folded.slice(1)) });
    addPrepositions(readings, folded, 1);
  }
  return readings;
}

function addPrepositions(readings: WordReading[], folded: string, from: number): void {
  const letter = folded[from];
  if (letter !== 'ب' && letter !== 'ك' && letter !== 'ل') return;
  const rest = folded.slice(from + 1);
  if (rest.length < SHORTEST) return;
  if (letter === 'ل' && rest.startsWith('ل')) {
    readings.push({ skip: from + 1, key: arabicKey(`ا${rest}`) });
  }
  readings.push({ skip: from + 1, key: arabicKey(rest) });
}
