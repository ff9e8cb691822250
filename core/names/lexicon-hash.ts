/**
 * Names are stored as 64 bits of hash in two halves, not as strings: the
 * lexicon is then a few typed arrays over one file, ready as soon as it is
 * read. The builder proves that no two stored names share a hash; that a name
 * outside shares one has a chance of 1 in 10^14 a word.
 */
export interface HashState {
  high: number;
  low: number;
}

export const HASH_START: HashState = { high: 0x811c9dc5 | 0, low: 0x1b873593 | 0 };

/** Goes on from `state` with `word`; words of one name are parted by a space. */
export function hashWord(state: HashState, word: string): HashState {
  let { high, low } = state;
  if (state !== HASH_START) {
    high = mix(high, 0x20, 0x01000193);
    low = mix(low, 0x20, 0x5bd1e995);
  }
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    high = mix(high, unit, 0x01000193);
    low = mix(low, unit, 0x5bd1e995);
  }
  return { high, low };
}

function mix(hash: number, unit: number, prime: number): number {
  const mixed = Math.imul(hash ^ unit, prime);
  return mixed ^ (mixed >>> 15);
}
