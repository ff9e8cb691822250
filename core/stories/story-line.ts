/** From which score an article is of a story: the line that the reader's corrections have moved. */

import type { Correction } from '../model/story';
import { RELATED_LINE, STORY_LINE } from '../similarity/weights';

export type Said = Pick<Correction, 'says' | 'score'>;

/** Below it lies what is only related; above it a reprint might be missed. */
const [LOWEST, HIGHEST] = [RELATED_LINE, 0.95];
/** So many corrections move the line half the way to the farthest of them. */
const HALF_WAY = 1;
/** Beyond the score that was wrong. */
const STEP = 0.01;

/**
 * Starts from the line for all stories. Corrections that it contradicts pull it
 * towards the farthest of them, the more of them there are the further; those
 * that it agrees with leave it. The order does not matter; one more "different"
 * never lowers the line, one more "same" never raises it.
 */
export function storyLine(corrections: readonly Said[]): number {
  const tooHigh = corrections
    .filter(({ says, score }) => says === 'different' && score >= STORY_LINE)
    .map(({ score }) => score + STEP - STORY_LINE);
  const tooLow = corrections
    .filter(({ says, score }) => says === 'same' && score < STORY_LINE)
    .map(({ score }) => STORY_LINE - score);
  const line = STORY_LINE + pull(tooHigh) - pull(tooLow);
  return Math.min(HIGHEST, Math.max(LOWEST, line));
}

function pull(distances: readonly number[]): number {
  const { length } = distances;
  return length === 0 ? 0 : (Math.max(...distances) * length) / (length + HALF_WAY);
}
