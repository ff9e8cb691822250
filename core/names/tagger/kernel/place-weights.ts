/** Brings the weights of a file into a kernel's memory, in the layout that it computes with. */
import type { Dense, Matrix, Norm } from '../read-weights';
import type { Arena } from './arena';
import { MAX_COLUMNS } from './kernel';

/** Pointers, as `Kernel.multiply` takes them. */
export interface PlacedDense {
  columns: number;
  /** Padded to a multiple of eight. */
  rows: number;
  weights: number;
  worth: number;
  bias: number;
}

export interface PlacedNorm {
  scale: number;
  shift: number;
}

/**
 * Eight outputs at a time, two inputs at a time: first those of outputs 0 to 3
 * (two inputs of output 0, two of output 1, …), then of 4 to 7. Bytes become
 * 16 bits wide.
 */
export function placeDense(arena: Arena, dense: Dense): PlacedDense {
  const { columns } = dense;
  if (columns % 8 !== 0 || columns > MAX_COLUMNS) {
    throw new Error(`tagger.bin: ${columns} columns`);
  }
  const rows = Math.ceil(dense.rows / 8) * 8;
  const weights = arena.take(rows * columns * 2);
  const packed = arena.integers(weights, rows * columns);
  for (let row = 0; row < dense.rows; row++) {
    const group = (row >> 3) * columns * 8 + (row & 7) * 2;
    for (let at = 0; at < columns; at++) {
      packed[group + (at >> 1) * 16 + (at & 1)] = dense.values[
        row * columns + at
      ] as number;
    }
  }
  const worth = arena.keep(dense.worth, rows);
  const bias = arena.keep(dense.bias, rows);
  return { columns, rows, weights, worth, bias };
}

/** By rows. */
export function unpackMatrix({ rows, columns, worth, values }: Matrix): Float32Array {
  const unpacked = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const unit = worth[row] as number;
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      unpacked[at] = (values[at] as number) * unit;
    }
  }
  return unpacked;
}

/** As floats, by rows; gives the pointer of the first. */
export function placeMatrix(arena: Arena, matrix: Matrix): number {
  return arena.keep(unpackMatrix(matrix));
}

export function placeNorm(arena: Arena, { scale, shift }: Norm): PlacedNorm {
  return { scale: arena.keep(scale), shift: arena.keep(shift) };
}
