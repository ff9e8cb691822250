import type { Verdict } from '@/core/similarity/compare-fingerprints';
import type { MarginTranslator } from '@/locales/translate';

/** From here the words say no "probably". */
const SURE = 0.9;

/** A verdict in words, with how sure it is: `score` (0–1) is that both tell one story. */
export function verdictText(
  { t }: MarginTranslator,
  verdict: Verdict,
  score: number,
): string {
  const sureness = verdict === 'different' ? 1 - score : score;
  // Of what is only related, how near it is to one story says nothing of how sure that is.
  return sureness >= SURE || verdict === 'related'
    ? t(`likeness.${verdict}`)
    : t(`likeness.probably.${verdict}`);
}
