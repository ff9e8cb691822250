/**
 * The layout of `tagger.bin`, written by `training/export.py`. A header of 32-bit
 * numbers (magic, then the sizes in the order of {@link SIZES}, then the dilation
 * of each layer), then the sections one after another, each padded to four
 * bytes. A matrix is stored by rows as signed bytes, before them one 32-bit
 * float a row: what a byte is worth in it.
 * The network's sizes (`hidden`, and the four of a word's input together) are
 * multiples of eight.
 */
import type { WordLists } from './encode-tokens';

export const MAGIC = 0x48544733;

/** Tags in their order: `O`, then begin and inside of each kind. */
export const TAG_KINDS = ['PER', 'LOC', 'ORG'] as const;
export const TAG_COUNT = 7;
/** Rows of `kinds`: 0 for rare words, then four steps for each of PER, LOC, ORG. */
const KINDS = 65;

const SIZES = [
  'hidden',
  'layers',
  'width',
  'vocabulary',
  'phrases',
  'dimensions',
  'subspaces',
  'clusters',
  'clusterSize',
  'buckets',
  'gramSize',
  'letterSize',
  'features',
  'styles',
] as const;
export type Sizes = Record<(typeof SIZES)[number], number> & { dilations: number[] };

/** As stored: the number at a place is `values[row * columns + column] * worth[row]`. */
export interface Matrix {
  rows: number;
  columns: number;
  worth: Float32Array;
  values: Int8Array;
}

export interface Dense extends Matrix {
  bias: Float32Array;
}

export interface Norm {
  scale: Float32Array;
  shift: Float32Array;
}

export interface Layer {
  dilation: number;
  /** `width` filters of `hidden` channels. */
  depth: Matrix;
  depthBias: Float32Array;
  norm: Norm;
  point: Dense;
}

export interface Weights {
  sizes: Sizes;
  lists: WordLists;
  /** `subspaces` bytes a word: which centre of each part of its vector. */
  codes: Uint8Array;
  /** `subspaces` × 256 centres. */
  centres: Matrix;
  /** For each word its cluster; one more cluster for words without a vector. */
  clusterOf: Uint16Array;
  /** For each word (0: none) what the news mostly uses it for, a row of `kinds`. */
  kindOf: Uint8Array;
  kinds: Matrix;
  clusters: Matrix;
  grams: Matrix;
  /** What each of 256 letters adds before, at and behind its place: three times 256 rows. */
  letters: Matrix;
  letterBias: Float32Array;
  word: Dense;
  features: Matrix;
  styles: Matrix;
  normIn: Norm;
  layers: Layer[];
  normOut: Norm;
  out: Dense;
  /** From tag, to tag; a forbidden step is very low. */
  transitions: Float32Array;
  begins: Float32Array;
  /** Of each style the log chance of each cluster in its texts; all 0 where none was learnt from. */
  styleClusters: Float32Array;
}

/** Throws when the file is not of this version: the build is broken then. */
export function readWeights(file: ArrayBuffer): Weights {
  const read = new Reader(file);
  if (read.number() !== MAGIC) throw new Error('tagger.bin: not weights of this version');
  const sizes = { dilations: [] as number[] } as Sizes;
  for (const name of SIZES) sizes[name] = read.number();
  for (let layer = 0; layer < sizes.layers; layer++) sizes.dilations.push(read.number());
  const { hidden } = sizes;
  const input = sizes.dimensions + sizes.gramSize + sizes.clusterSize + sizes.letterSize;
  return {
    sizes,
    lists: {
      vocabulary: read.ascending(sizes.vocabulary),
      gazetteer: {
        hashes: read.ascending(sizes.phrases),
        bits: read.bytes(sizes.phrases),
      },
    },
    codes: read.bytes(sizes.vocabulary * sizes.subspaces),
    centres: read.matrix(sizes.subspaces * 256, sizes.dimensions / sizes.subspaces),
    clusterOf: read.shorts(sizes.vocabulary + 1),
    kindOf: read.bytes(sizes.vocabulary + 1),
    kinds: read.matrix(KINDS, hidden),
    clusters: read.matrix(sizes.clusters, sizes.clusterSize),
    grams: read.matrix(sizes.buckets, sizes.gramSize),
    letters: read.matrix(3 * 256, sizes.letterSize),
    letterBias: read.floats(sizes.letterSize),
    word: read.dense(hidden, input),
    features: read.matrix(sizes.features, hidden),
    styles: read.matrix(sizes.styles, hidden),
    normIn: read.norm(hidden),
    layers: sizes.dilations.map((dilation) => ({
      dilation,
      depth: read.matrix(sizes.width, hidden),
      depthBias: read.floats(hidden),
      norm: read.norm(hidden),
      point: read.dense(hidden, hidden),
    })),
    normOut: read.norm(hidden),
    out: read.dense(TAG_COUNT, hidden),
    transitions: read.floats(TAG_COUNT * TAG_COUNT),
    begins: read.floats(TAG_COUNT),
    styleClusters: read.floats(sizes.styles * sizes.clusters),
  };
}

class Reader {
  private at = 0;
  constructor(private readonly file: ArrayBuffer) {}

  number(): number {
    return this.numbers(1)[0] ?? 0;
  }

  numbers(length: number): Uint32Array {
    return new Uint32Array(this.file, this.take(length * 4), length);
  }

  ascending(length: number): Uint32Array {
    return this.numbers(length);
  }

  floats(length: number): Float32Array {
    return new Float32Array(this.file, this.take(length * 4), length);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.file, this.take(length), length);
  }

  shorts(length: number): Uint16Array {
    return new Uint16Array(this.file, this.take(length * 2), length);
  }

  matrix(rows: number, columns: number): Matrix {
    const worth = this.floats(rows);
    const values = new Int8Array(this.file, this.take(rows * columns), rows * columns);
    return { rows, columns, worth, values };
  }

  dense(rows: number, columns: number): Dense {
    return { ...this.matrix(rows, columns), bias: this.floats(rows) };
  }

  norm(length: number): Norm {
    return { scale: this.floats(length), shift: this.floats(length) };
  }

  /** Where the next `length` bytes begin; goes on to the next multiple of four behind them. */
  private take(length: number): number {
    const start = this.at;
    this.at += Math.ceil(length / 4) * 4;
    if (this.at > this.file.byteLength + 3) throw new Error('tagger.bin: cut short');
    return start;
  }
}
