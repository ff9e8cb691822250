/**
 * The network: encoded tokens → for each token a score of each tag. Time is
 * linear in the tokens. A text is computed in windows, each with as many tokens
 * around it as a score can depend on: memory stays bounded, and the thread is
 * free after each, while the numbers are those of the whole.
 */
import { type EncodedTokens, FEATURE_SIZES, FEATURES } from './encode-tokens';
import { Arena } from './kernel/arena';
import type { Kernel } from './kernel/kernel';
import {
  type PlacedDense,
  type PlacedNorm,
  placeDense,
  placeMatrix,
  placeNorm,
} from './kernel/place-weights';
import { type FormTables, placeForms, writeForms } from './read-forms';
import { TAG_COUNT, type Weights } from './read-weights';

const FEATURE_OFFSETS = FEATURE_SIZES.map((_, index) =>
  FEATURE_SIZES.slice(0, index).reduce<number>((sum, size) => sum + size, 0),
);

export interface Network {
  /** `TAG_COUNT` scores a token; pauses after each window. */
  score(encoded: EncodedTokens, style: number): Generator<void, Float32Array>;
}

/** At most so many tokens are computed at once: a few milliseconds. */
const WINDOW = 512;
/** So many rows at once: they and eight outputs' weights stay in the nearest cache. */
const BLOCK = 64;

export function openNetwork(weights: Weights, kernel: Kernel, window = WINDOW): Network {
  const { hidden, width, dilations } = weights.sizes;
  if (hidden % 8 !== 0) throw new Error(`tagger.bin: ${hidden} hidden`);
  const arena = new Arena(kernel.memory);
  const model = placeModel(arena, weights);
  const reach = dilations.reduce((sum, dilation) => sum + (width >> 1) * dilation, 0);
  return {
    *score(encoded, style) {
      const scores = new Float32Array(encoded.length * TAG_COUNT);
      const windows = Math.ceil(encoded.length / window);
      for (let index = 0; index < windows; index++) {
        if (index > 0) yield;
        const from = Math.floor((encoded.length * index) / windows);
        const to = Math.floor((encoded.length * (index + 1)) / windows);
        const first = Math.max(0, from - reach);
        const last = Math.min(encoded.length, to + reach);
        const mark = arena.mark();
        const run = new Run(weights, model, kernel, arena, encoded, first, last);
        run.copyScores(run.compute(style), scores, from, to);
        arena.release(mark);
      }
      return scores;
    },
  };
}

interface PlacedLayer {
  dilation: number;
  depth: number;
  depthBias: number;
  norm: PlacedNorm;
  point: PlacedDense;
}

interface Model {
  forms: FormTables;
  word: PlacedDense;
  kinds: number;
  features: number;
  styles: number;
  normIn: PlacedNorm;
  layers: PlacedLayer[];
  normOut: PlacedNorm;
  out: PlacedDense;
}

function placeModel(arena: Arena, weights: Weights): Model {
  return {
    forms: placeForms(arena, weights),
    word: placeDense(arena, weights.word),
    kinds: placeMatrix(arena, weights.kinds),
    features: placeMatrix(arena, weights.features),
    styles: placeMatrix(arena, weights.styles),
    normIn: placeNorm(arena, weights.normIn),
    layers: weights.layers.map((layer) => ({
      dilation: layer.dilation,
      depth: placeMatrix(arena, layer.depth),
      depthBias: arena.keep(layer.depthBias),
      norm: placeNorm(arena, layer.norm),
      point: placeDense(arena, layer.point),
    })),
    normOut: placeNorm(arena, weights.normOut),
    out: placeDense(arena, weights.out),
  };
}

/** One window of a text, tokens `first` to `last` (exclusive). */
class Run {
  private readonly length: number;
  /** Bytes of a row of hidden numbers. */
  private readonly bytes: number;
  private readonly integers: number;
  private readonly units: number;

  constructor(
    private readonly weights: Weights,
    private readonly model: Model,
    private readonly kernel: Kernel,
    private readonly arena: Arena,
    private readonly encoded: EncodedTokens,
    private readonly first: number,
    last: number,
  ) {
    this.length = last - first;
    this.bytes = weights.sizes.hidden * 4;
    const widest = Math.max(model.word.columns, weights.sizes.hidden);
    this.integers = arena.take(BLOCK * widest * 2);
    this.units = arena.take(BLOCK * 4);
  }

  /** The pointer of the scores, `out.rows` a token. */
  compute(style: number): number {
    const { kernel, model, length, bytes } = this;
    const { hidden, width } = this.weights.sizes;
    // Nothing stands before and behind the text: there the filters find rows of 0.
    const around = Math.max(...model.layers.map(({ dilation }) => dilation)) * width;
    const whole = this.takeClean((length + 2 * around) * bytes);
    const state = whole + around * bytes;
    this.readTokens(state, style);
    const work = this.arena.take((length + BLOCK) * bytes);
    for (const { dilation, depth, depthBias, norm, point } of model.layers) {
      const step = dilation * bytes;
      const from = state - (width >> 1) * step;
      kernel.filter(work, from, step, width, depth, depthBias, length, hidden);
      kernel.normalise(work, length, hidden, norm.scale, norm.shift, -Infinity);
      this.multiply(state, work, length, point, 1);
      // Rows are computed four at a time: what that left behind the last one goes.
      const end = state + length * bytes;
      this.arena.floats(end, 3 * hidden).fill(0);
    }
    const { scale, shift } = model.normOut;
    kernel.normalise(state, length, hidden, scale, shift, -Infinity);
    const scores = this.arena.take((length + 4) * model.out.rows * 4);
    this.multiply(scores, state, length, model.out, 0);
    return scores;
  }

  copyScores(scores: number, out: Float32Array, from: number, to: number): void {
    const { rows } = this.model.out;
    const all = this.arena.floats(scores, this.length * rows);
    for (let token = from; token < to; token++) {
      const row = (token - this.first) * rows;
      out.set(all.subarray(row, row + TAG_COUNT), token * TAG_COUNT);
    }
  }

  /** What is known of each token by itself, added up. */
  private readTokens(state: number, style: number): void {
    const { model, encoded, length, bytes, first } = this;
    const { forms, words, features } = encoded;
    const hidden = this.weights.sizes.hidden;
    const mark = this.arena.mark();
    const { rows, of } = this.readForms();
    const each = FEATURES + 3;
    const table = this.arena.take(length * each * 4);
    const addresses = this.arena.addresses(table, length * each);
    for (let token = 0, to = 0; token < length; token++) {
      const form = forms[first + token] as number;
      const kind = this.weights.kindOf[words[form] as number] ?? 0;
      addresses[to++] = rows + (of[form] as number) * bytes;
      addresses[to++] = model.kinds + kind * bytes;
      addresses[to++] = model.styles + style * bytes;
      for (let feature = 0; feature < FEATURES; feature++) {
        const value = features[(first + token) * FEATURES + feature] as number;
        const row = (FEATURE_OFFSETS[feature] as number) + value;
        addresses[to++] = model.features + row * bytes;
      }
    }
    this.kernel.sumRows(state, table, each, length, hidden);
    const { scale, shift } = model.normIn;
    this.kernel.normalise(state, length, hidden, scale, shift, 0);
    this.arena.release(mark);
  }

  /** What each form of word brings, wherever it stands: pointer of the rows, and each form's row. */
  private readForms(): { rows: number; of: Int32Array } {
    const { encoded, length, first } = this;
    const { columns } = this.model.word;
    const of = new Int32Array(encoded.formCount).fill(-1);
    const seen: number[] = [];
    for (let token = first; token < first + length; token++) {
      const form = encoded.forms[token] as number;
      if (of[form] !== -1) continue;
      of[form] = seen.length;
      seen.push(form);
    }
    const rows = this.arena.take((seen.length + 3) * this.bytes);
    const read = this.arena.take((seen.length + 3) * columns * 4);
    writeForms(
      this.kernel,
      this.arena,
      this.weights,
      this.model.forms,
      encoded,
      seen,
      read,
    );
    this.multiply(rows, read, seen.length, this.model.word, 0);
    return { rows, of };
  }

  /** `input` and `out` have room for three rows more than `count`. */
  private multiply(
    out: number,
    input: number,
    count: number,
    { columns, rows, weights, worth, bias }: PlacedDense,
    adds: 0 | 1,
  ): void {
    const { kernel, integers, units } = this;
    for (let from = 0; from < count; from += BLOCK) {
      const some = Math.min(BLOCK, Math.ceil((count - from) / 4) * 4);
      kernel.quantise(input + from * columns * 4, some, columns, integers, units);
      const to = out + from * rows * 4;
      kernel.multiply(
        to,
        integers,
        units,
        some,
        columns,
        weights,
        worth,
        bias,
        rows,
        adds,
      );
    }
  }

  private takeClean(bytes: number): number {
    const at = this.arena.take(bytes);
    this.arena.floats(at, bytes / 4).fill(0);
    return at;
  }
}
