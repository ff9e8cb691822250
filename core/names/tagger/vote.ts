/** One text, one sense: a word that is a name beyond doubt somewhere in a text is likelier one elsewhere in it. */
import { type EncodedTokens, MAX_GRAMS } from './encode-tokens';
import { TAG_COUNT, TAG_KINDS } from './read-weights';

/** Half as much and twice as much helped less on the development sets. */
const WEIGHT = 0.5;

/**
 * Moves `scores` towards what the surest place of the same word says; `likely`
 * as `weighTags` gave it. The surest place itself stays: where it was moved
 * towards the next surest, the development sets lost up to 1.6 points.
 */
export function voteAcrossText(
  encoded: EncodedTokens,
  likely: Float32Array,
  scores: Float32Array,
): void {
  const kinds = TAG_KINDS.length;
  const best = new Float32Array(encoded.formCount * kinds);
  for (let token = 0; token < encoded.length; token++) {
    const form = encoded.forms[token] as number;
    for (let kind = 0; kind < kinds; kind++) {
      const at = form * kinds + kind;
      best[at] = Math.max(best[at] as number, chanceOf(likely, token, kind));
    }
  }
  for (let token = 0; token < encoded.length; token++) {
    const form = encoded.forms[token] as number;
    // Marks and numbers have no letters, and no sense of their own.
    if (encoded.grams[form * MAX_GRAMS] === 0) continue;
    for (let kind = 0; kind < kinds; kind++) {
      const top = best[form * kinds + kind] as number;
      const move = WEIGHT * (top - chanceOf(likely, token, kind));
      const score = token * TAG_COUNT + 1 + kind * 2;
      scores[score] = (scores[score] as number) + move;
      scores[score + 1] = (scores[score + 1] as number) + move;
    }
  }
}

function chanceOf(likely: Float32Array, token: number, kind: number): number {
  const at = token * TAG_COUNT + 1 + kind * 2;
  return (likely[at] as number) + (likely[at + 1] as number);
}
