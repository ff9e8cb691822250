/** One text, one sense: a word that is a name beyond doubt somewhere in a text is likelier one elsewhere in it. */
import { type EncodedTokens, MAX_GRAMS } from './encode-tokens';
import { TAG_COUNT, TAG_KINDS } from './read-weights';

/** Half as much and twice as much helped less on the development sets. */
const WEIGHT = 1;

/** Moves `scores` towards what the surest other place of the same word says; `likely` as `weighTags` gave it. */
export function voteAcrossText(
  encoded: EncodedTokens,
  likely: Float32Array,
  scores: Float32Array,
): void {
  const kinds = TAG_KINDS.length;
  // For each form and type the surest place and the next: one's own voice does not count.
  const best = new Float32Array(encoded.formCount * kinds).fill(-1);
  const next = new Float32Array(encoded.formCount * kinds).fill(-1);
  for (let token = 0; token < encoded.length; token++) {
    for (let kind = 0; kind < kinds; kind++) {
      const at = (encoded.forms[token] ?? 0) * kinds + kind;
      const chance = chanceOf(likely, token, kind);
      if (chance > (best[at] ?? -1)) {
        next[at] = best[at] ?? -1;
        best[at] = chance;
      } else if (chance > (next[at] ?? -1)) {
        next[at] = chance;
      }
    }
  }
  for (let token = 0; token < encoded.length; token++) {
    const form = encoded.forms[token] ?? 0;
    // Marks and numbers have no letters, and no sense of their own.
    if ((encoded.grams[form * MAX_GRAMS] ?? 0) === 0) continue;
    for (let kind = 0; kind < kinds; kind++) {
      const own = chanceOf(likely, token, kind);
      const top = best[form * kinds + kind] ?? 0;
      const other = own < top ? top : (next[form * kinds + kind] ?? -1);
      if (other < 0) continue;
      const move = WEIGHT * (other - own);
      const score = token * TAG_COUNT + 1 + kind * 2;
      scores[score] = (scores[score] ?? 0) + move;
      scores[score + 1] = (scores[score + 1] ?? 0) + move;
    }
  }
}

function chanceOf(likely: Float32Array, token: number, kind: number): number {
  const at = token * TAG_COUNT + 1 + kind * 2;
  return (likely[at] ?? 0) + (likely[at + 1] ?? 0);
}
