/** What the network knows of a form of word: its vector, its groups of letters, its cluster, its spelling. */
import { type EncodedTokens, MAX_GRAMS, MAX_LETTERS } from './encode-tokens';
import type { Arena } from './kernel/arena';
import type { Kernel } from './kernel/kernel';
import { placeMatrix, unpackMatrix } from './kernel/place-weights';
import type { Weights } from './read-weights';

export interface FormTables {
  centres: Float32Array;
  clusters: Float32Array;
  /** Pointers: the rows of the groups of letters, and a row of 0. */
  grams: number;
  noGram: number;
  /** Pointers: the rows of the letters, a row of 0, and what every place begins with. */
  letters: number;
  noLetter: number;
  letterBias: number;
}

export function placeForms(arena: Arena, weights: Weights): FormTables {
  const { dimensions, subspaces, gramSize, letterSize } = weights.sizes;
  if (gramSize % 8 !== 0 || letterSize % 8 !== 0 || dimensions % subspaces !== 0) {
    throw new Error('tagger.bin: sizes that vectors do not divide');
  }
  return {
    centres: unpackMatrix(weights.centres),
    clusters: unpackMatrix(weights.clusters),
    grams: placeMatrix(arena, weights.grams),
    noGram: arena.take(gramSize * 4),
    letters: placeMatrix(arena, weights.letters),
    noLetter: arena.take(letterSize * 4),
    letterBias: arena.keep(weights.letterBias),
  };
}

/** For each of `forms` its row of the network's input, at pointer `out`. */
export function writeForms(
  kernel: Kernel,
  arena: Arena,
  weights: Weights,
  tables: FormTables,
  encoded: EncodedTokens,
  forms: readonly number[],
  out: number,
): void {
  const { dimensions, subspaces, gramSize, clusterSize, letterSize } = weights.sizes;
  const { columns } = weights.word;
  const part = dimensions / subspaces;
  const sums = sumGrams(kernel, arena, tables, encoded, forms, gramSize);
  const spelling = spell(kernel, arena, tables, encoded, forms, letterSize);
  const grams = arena.floats(sums, forms.length * gramSize);
  const spelt = arena.floats(spelling, forms.length * MAX_LETTERS * letterSize);
  const rows = arena.floats(out, forms.length * columns);
  for (let index = 0, row = 0; index < forms.length; index++, row += columns) {
    const form = forms[index] as number;
    const word = encoded.words[form] as number;
    if (word === 0) rows.fill(0, row, row + dimensions);
    for (let space = 0; word > 0 && space < subspaces; space++) {
      const code = weights.codes[(word - 1) * subspaces + space] as number;
      copy(tables.centres, (space * 256 + code) * part, rows, row + space * part, part);
    }
    const count = countGrams(encoded.grams, form);
    const share = count === 0 ? 0 : 1 / count;
    const to = row + dimensions;
    for (let at = 0; at < gramSize; at++) {
      rows[to + at] = (grams[index * gramSize + at] as number) * share;
    }
    const cluster = (weights.clusterOf[word] as number) * clusterSize;
    rows.set(tables.clusters.subarray(cluster, cluster + clusterSize), to + gramSize);
    strongest(spelt, index * MAX_LETTERS, letterSize, rows, to + gramSize + clusterSize);
  }
}

/** The pointer of a row for each form: the sum of its groups' vectors. */
function sumGrams(
  kernel: Kernel,
  arena: Arena,
  tables: FormTables,
  { grams }: EncodedTokens,
  forms: readonly number[],
  size: number,
): number {
  const sums = arena.take(forms.length * size * 4);
  const table = arena.take(forms.length * MAX_GRAMS * 4);
  const addresses = arena.addresses(table, forms.length * MAX_GRAMS);
  for (let index = 0, to = 0; index < forms.length; index++) {
    const from = (forms[index] as number) * MAX_GRAMS;
    for (let at = from; at < from + MAX_GRAMS; at++) {
      const gram = grams[at] as number;
      addresses[to++] = gram === 0 ? tables.noGram : tables.grams + gram * size * 4;
    }
  }
  kernel.sumRows(sums, table, MAX_GRAMS, forms.length, size);
  return sums;
}

function countGrams(grams: Uint16Array, form: number): number {
  let count = 0;
  while (count < MAX_GRAMS && grams[form * MAX_GRAMS + count] !== 0) count++;
  return count;
}

function copy(
  values: Float32Array,
  from: number,
  out: Float32Array,
  to: number,
  size: number,
): void {
  for (let at = 0; at < size; at++) out[to + at] = values[from + at] as number;
}

/**
 * A convolution over the letters, three at a time: the pointer of a row for
 * each place of each form. Since a letter is one of 256, filter times letter
 * is a row of a table, and the convolution a sum of three.
 */
function spell(
  kernel: Kernel,
  arena: Arena,
  tables: FormTables,
  { letters }: EncodedTokens,
  forms: readonly number[],
  size: number,
): number {
  const places = forms.length * MAX_LETTERS;
  const sums = arena.take(places * size * 4);
  const table = arena.take(places * 4 * 4);
  const addresses = arena.addresses(table, places * 4);
  const rowOf = (tap: number, from: number, place: number) => {
    const letter =
      place < 0 || place >= MAX_LETTERS ? 0 : (letters[from + place] as number);
    return letter === 0
      ? tables.noLetter
      : tables.letters + (tap * 256 + letter) * size * 4;
  };
  let to = 0;
  for (const form of forms) {
    const from = form * MAX_LETTERS;
    for (let place = 0; place < MAX_LETTERS; place++) {
      addresses[to++] = tables.letterBias;
      for (let tap = 0; tap < 3; tap++)
        addresses[to++] = rowOf(tap, from, place + tap - 1);
    }
  }
  kernel.sumRows(sums, table, 4, places, size);
  return sums;
}

/** Of each filter its strongest place, or 0. */
function strongest(
  spelt: Float32Array,
  first: number,
  size: number,
  out: Float32Array,
  to: number,
): void {
  for (let filter = 0; filter < size; filter++) {
    let most = 0;
    for (let place = 0; place < MAX_LETTERS; place++) {
      most = Math.max(most, spelt[(first + place) * size + filter] as number);
    }
    out[to + filter] = most;
  }
}
