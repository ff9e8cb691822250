/** Numbers and dates of a text, in a form in which two reports agree. */
import { parseDate } from '../article/parse-date';
import { hashText } from '../text/hash-text';
import type { Figure } from './fingerprint';
import { hashPair } from './hash-pair';
import type { ReadWord } from './read-words';

const MOST_FIGURES = 12;
const MOST_DAYS = 8;
const DAY_MS = 86_400_000;
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
    figures.set(hash, { hash, label: stem.slice(0, 12) });
  }
  return [...figures.values()];
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

/** Days that the text names with their year, at most eight. */
export function collectDays(text: string): number[] {
  const days = new Set<number>();
  const pattern =
    /[^\n.!?؟]{0,120}(?<!\d)(?:19|20|١٩|٢٠|۱۹|۲۰|۱۳|۱۴)\p{Nd}{2}(?!\p{Nd})[^\n.!?؟]{0,12}/gu;
  let looked = 0;
  for (const [passage] of text.matchAll(pattern)) {
    const date = parseDate(passage);
    const day = date === null ? null : dayOf(date);
    if (day !== null) days.add(day);
    if (++looked >= 64 || days.size >= MOST_DAYS) break;
  }
  return [...days];
}

/** Days since 1970-01-01 of an ISO 8601 date; null when it is none. */
export function dayOf(iso: string): number | null {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS);
}
