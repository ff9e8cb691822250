/** The few operations of the network that take its time. */
import type { Dense, Norm } from './read-weights';

/**
 * `out[row] = values · input[row] + bias` for `count` rows. Four outputs of two
 * rows at once: each number read serves several products.
 */
export function applyDense(
  { rows, columns, values, bias }: Dense,
  input: Float32Array,
  out: Float32Array,
  count: number,
): void {
  const wholeRows = rows & ~3;
  for (let item = 0; item < count; item += 2) {
    const first = item * columns;
    // The last row of an odd count is its own second.
    const second = item + 1 < count ? first + columns : first;
    const toFirst = item * rows;
    const toSecond = item + 1 < count ? toFirst + rows : toFirst;
    for (let row = 0; row < wholeRows; row += 4) {
      const w0 = row * columns;
      const w1 = w0 + columns;
      const w2 = w1 + columns;
      const w3 = w2 + columns;
      let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let at = 0; at < columns; at++) {
        const a = input[first + at] as number;
        const b = input[second + at] as number;
        const v0 = values[w0 + at] as number;
        const v1 = values[w1 + at] as number;
        const v2 = values[w2 + at] as number;
        const v3 = values[w3 + at] as number;
        a0 += a * v0;
        b0 += b * v0;
        a1 += a * v1;
        b1 += b * v1;
        a2 += a * v2;
        b2 += b * v2;
        a3 += a * v3;
        b3 += b * v3;
      }
      out[toFirst + row] = a0 + (bias[row] as number);
      out[toFirst + row + 1] = a1 + (bias[row + 1] as number);
      out[toFirst + row + 2] = a2 + (bias[row + 2] as number);
      out[toFirst + row + 3] = a3 + (bias[row + 3] as number);
      out[toSecond + row] = b0 + (bias[row] as number);
      out[toSecond + row + 1] = b1 + (bias[row + 1] as number);
      out[toSecond + row + 2] = b2 + (bias[row + 2] as number);
      out[toSecond + row + 3] = b3 + (bias[row + 3] as number);
    }
    for (let row = wholeRows; row < rows; row++) {
      let a = bias[row] as number;
      let b = a;
      for (let at = 0; at < columns; at++) {
        const value = values[row * columns + at] as number;
        a += (input[first + at] as number) * value;
        b += (input[second + at] as number) * value;
      }
      out[toFirst + row] = a;
      out[toSecond + row] = b;
    }
  }
}

const EPSILON = 1e-5;

/** Layer normalisation of `count` rows, in place. */
export function applyNorm(
  { scale, shift }: Norm,
  rows: Float32Array,
  count: number,
): void {
  const size = scale.length;
  for (let row = 0; row < count; row++) {
    const from = row * size;
    let sum = 0;
    for (let at = 0; at < size; at++) sum += rows[from + at] as number;
    const mean = sum / size;
    let squares = 0;
    for (let at = 0; at < size; at++) {
      const off = (rows[from + at] as number) - mean;
      squares += off * off;
    }
    const unit = 1 / Math.sqrt(squares / size + EPSILON);
    for (let at = 0; at < size; at++) {
      rows[from + at] =
        ((rows[from + at] as number) - mean) * unit * (scale[at] as number) +
        (shift[at] as number);
    }
  }
}

export function rectify(values: Float32Array): void {
  for (let at = 0; at < values.length; at++) {
    if ((values[at] as number) < 0) values[at] = 0;
  }
}
