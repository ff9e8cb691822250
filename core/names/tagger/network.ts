/** The network: encoded tokens → for each token a score of each tag. Time is linear in the tokens. */
import { type EncodedTokens, FEATURE_SIZES, FEATURES, MAX_GRAMS } from './encode-tokens';
import { applyDense, applyNorm, rectify } from './matrix';
import { type Layer, TAG_COUNT, type Weights } from './read-weights';

const FEATURE_OFFSETS = FEATURE_SIZES.map((_, index) =>
  FEATURE_SIZES.slice(0, index).reduce<number>((sum, size) => sum + size, 0),
);

/** `TAG_COUNT` scores a token. */
export function scoreTags(
  weights: Weights,
  encoded: EncodedTokens,
  style: number,
): Float32Array {
  const { length } = encoded;
  const state = readTokens(weights, encoded, style);
  const work = new Float32Array(state.length);
  const moved = new Float32Array(state.length);
  for (const layer of weights.layers) {
    filter(layer, weights.sizes.width, state, work, length);
    applyNorm(layer.norm, work, length);
    applyDense(layer.point, work, moved, length);
    rectify(moved);
    addRow(state, 0, moved, 0, state.length);
  }
  applyNorm(weights.normOut, state, length);
  const scores = new Float32Array(length * TAG_COUNT);
  applyDense(weights.out, state, scores, length);
  return scores;
}

function readTokens(
  weights: Weights,
  encoded: EncodedTokens,
  style: number,
): Float32Array {
  const { hidden } = weights.sizes;
  const { length, features } = encoded;
  const forms = readForms(weights, encoded);
  const state = new Float32Array(length * hidden);
  for (let token = 0; token < length; token++) {
    const to = token * hidden;
    addRow(state, to, forms, (encoded.forms[token] ?? 0) * hidden, hidden);
    addRow(state, to, weights.styles, style * hidden, hidden);
    for (let feature = 0; feature < FEATURES; feature++) {
      const value = features[token * FEATURES + feature] ?? 0;
      const row = (FEATURE_OFFSETS[feature] ?? 0) + value;
      addRow(state, to, weights.features, row * hidden, hidden);
    }
  }
  applyNorm(weights.normIn, state, length);
  rectify(state);
  return state;
}

/** What each form of word brings, wherever it stands: vector, groups of letters, cluster. */
function readForms(weights: Weights, encoded: EncodedTokens): Float32Array {
  const { sizes } = weights;
  const input = weights.word.columns;
  const read = new Float32Array(encoded.formCount * input);
  const part = sizes.dimensions / sizes.subspaces;
  for (let form = 0; form < encoded.formCount; form++) {
    const base = form * input;
    const word = encoded.words[form] ?? 0;
    if (word > 0) {
      for (let space = 0; space < sizes.subspaces; space++) {
        const code = weights.codes[(word - 1) * sizes.subspaces + space] ?? 0;
        const centre = (space * 256 + code) * part;
        for (let at = 0; at < part; at++) {
          read[base + space * part + at] = weights.centres[centre + at] ?? 0;
        }
      }
    }
    addGrams(weights, encoded.grams, form * MAX_GRAMS, read, base + sizes.dimensions);
    const cluster = (weights.clusterOf[word] ?? 0) * sizes.clusterSize;
    for (let at = 0; at < sizes.clusterSize; at++) {
      read[base + sizes.dimensions + sizes.gramSize + at] =
        weights.clusters[cluster + at] ?? 0;
    }
  }
  const out = new Float32Array(encoded.formCount * sizes.hidden);
  applyDense(weights.word, read, out, encoded.formCount);
  for (let form = 0; form < encoded.formCount; form++) {
    const kind = weights.kindOf[encoded.words[form] ?? 0] ?? 0;
    addRow(out, form * sizes.hidden, weights.kinds, kind * sizes.hidden, sizes.hidden);
  }
  return out;
}

/** The mean of the groups' vectors. */
function addGrams(
  weights: Weights,
  grams: Uint16Array,
  from: number,
  out: Float32Array,
  to: number,
): void {
  const size = weights.sizes.gramSize;
  let count = 0;
  while (count < MAX_GRAMS && (grams[from + count] ?? 0) !== 0) count++;
  for (let gram = 0; gram < count; gram++) {
    const row = (grams[from + gram] ?? 0) * size;
    for (let at = 0; at < size; at++) {
      out[to + at] = (out[to + at] ?? 0) + (weights.grams[row + at] ?? 0) / count;
    }
  }
}

/** Each channel's own filter along the text. */
function filter(
  layer: Layer,
  width: number,
  state: Float32Array,
  out: Float32Array,
  length: number,
): void {
  const hidden = layer.depthBias.length;
  const half = width >> 1;
  const step = layer.dilation * hidden;
  for (let token = 0; token < length; token++) {
    const to = token * hidden;
    // Taps that fall outside the text are nothing.
    const first = Math.max(0, half - Math.floor(token / layer.dilation));
    const last = Math.min(
      width - 1,
      half + Math.floor((length - 1 - token) / layer.dilation),
    );
    for (let at = 0; at < hidden; at++) {
      let sum = layer.depthBias[at] as number;
      let from = to + (first - half) * step + at;
      for (let tap = first; tap <= last; tap++, from += step) {
        sum += (state[from] as number) * (layer.depth[tap * hidden + at] as number);
      }
      out[to + at] = sum;
    }
  }
}

/** `out += values`. */
function addRow(
  out: Float32Array,
  to: number,
  values: Float32Array,
  from: number,
  size: number,
): void {
  for (let at = 0; at < size; at++) {
    out[to + at] = (out[to + at] as number) + (values[from + at] as number);
  }
}
