/** Numbers of a text, in a form in which two reports agree. */
import { hashText } from '../text/hash-text';
import type { Figure } from './fingerprint';
import { hashPair } from './hash-pair';
import type { ReadWord } from './read-words';

const MOST_FIGURES = 12;
const LABEL_UNITS = 10;
/** Numbers below this stand in many texts: they count with the word that follows. */
const TELLING_ALONE = 100;

export function collectFigures(words: readonly ReadWord[]): Figure[] {
  const figures = new Map<number, Figure>();
  for (const [at, { kind, stem }] of words.entries()) {
    if (kind !== 'number' || figures.size >= MOST_FIGURES) continue;
    const digits = stem.replace(/[.,٫٬]/g, '');
    const value = Number(digits);
    if (!Number.isFinite(value) || isYear(value)) continue;
    const next = words[at + 1];
    const hash =
      value >= TELLING_ALONE || next === undefined || next.kind === 'number'
        ? hashText(`#${digits}`)
        : hashPair(hashText(`#${digits}`), hashText(next.stem));
    if (value < 10 && next?.kind !== 'word') continue;
    figures.set(hash, { hash, label: stem.slice(0, LABEL_UNITS) });
  }
  return [...figures.values()];
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}
