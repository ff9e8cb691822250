import type { Correction, Likeness } from '../model/story';
import type { Comparison } from '../similarity/compare-fingerprints';

/** What another article is to this one, the reader's own word before ours; null for nothing. */
export function judgeKin(
  { verdict }: Pick<Comparison, 'verdict'>,
  said: Correction['says'] | null,
): Likeness | null {
  if (said === 'different') return null;
  if (said === 'same' && verdict !== 'same-text') return 'same-story';
  return verdict === 'different' ? null : verdict;
}
