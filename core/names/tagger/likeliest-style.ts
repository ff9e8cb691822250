/** Of several styles the one whose texts a text is most like, by the words it uses (naive Bayes over their clusters). */
import type { EncodedTokens } from './encode-tokens';
import type { Sizes, Weights } from './read-weights';
import { STYLES, type Style } from './styles';

/** So many tokens tell. */
const ENOUGH = 2_000;

export interface StyleTables extends Pick<Weights, 'clusterOf' | 'styleClusters'> {
  sizes: Pick<Sizes, 'clusters'>;
}

/** The first of `among` where nothing tells. */
export function likeliestStyle(
  { sizes, clusterOf, styleClusters }: StyleTables,
  { length, forms, words }: Pick<EncodedTokens, 'length' | 'forms' | 'words'>,
  among: readonly Style[],
): Style {
  let best = among[0] ?? 'generic';
  let most = -Infinity;
  for (const style of among) {
    const row = STYLES.indexOf(style) * sizes.clusters;
    let sum = 0;
    for (let token = 0; token < Math.min(length, ENOUGH); token++) {
      const word = words[forms[token] ?? 0] ?? 0;
      sum += styleClusters[row + (clusterOf[word] ?? 0)] ?? 0;
    }
    if (sum > most) {
      most = sum;
      best = style;
    }
  }
  return best;
}
