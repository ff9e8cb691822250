/** What the network knows of a form of word: its vector, its groups of letters, its cluster. */
import { type EncodedTokens, MAX_GRAMS } from './encode-tokens';
import { unpackRow, type Weights } from './read-weights';

/** For each of `forms` its row of the network's input, into `out`, which is all 0. */
export function writeForms(
  weights: Weights,
  { words, grams }: EncodedTokens,
  forms: readonly number[],
  out: Float32Array,
): void {
  const { sizes, centres, clusters, clusterOf } = weights;
  for (const [at, form] of forms.entries()) {
    const row = at * weights.word.columns;
    const word = words[form] ?? 0;
    if (word > 0) {
      for (let space = 0; space < sizes.subspaces; space++) {
        const code = weights.codes[(word - 1) * sizes.subspaces + space] ?? 0;
        unpackRow(centres, space * 256 + code, out, row + space * centres.columns);
      }
    }
    addGrams(weights, grams, form * MAX_GRAMS, out, row + sizes.dimensions);
    const cluster = row + sizes.dimensions + sizes.gramSize;
    unpackRow(clusters, clusterOf[word] ?? 0, out, cluster);
  }
}

/** The mean of the groups' vectors. */
function addGrams(
  { grams: { columns, values, worth } }: Weights,
  grams: Uint16Array,
  from: number,
  out: Float32Array,
  to: number,
): void {
  let count = 0;
  while (count < MAX_GRAMS && (grams[from + count] ?? 0) !== 0) count++;
  for (let gram = 0; gram < count; gram++) {
    const row = grams[from + gram] as number;
    const unit = (worth[row] as number) / count;
    for (let at = 0; at < columns; at++) {
      out[to + at] =
        (out[to + at] as number) + (values[row * columns + at] as number) * unit;
    }
  }
}
