/** The few operations of the network that take its time. */
import type { Dense, Norm } from './read-weights';

/**
 * `out[row] = values · input[row] + bias` for `count` rows. Four outputs of three
 * rows at once: each number read serves several products.
 */
export function applyDense(
  { rows, columns, values, bias }: Dense,
  input: Float32Array,
  out: Float32Array,
  count: number,
): void {
  const whole = rows & ~3;
  for (let item = 0; item < count; item += 3) {
    // Where fewer than three are left, the last one is computed again.
    const second = Math.min(item + 1, count - 1);
    const third = Math.min(item + 2, count - 1);
    const [inA, inB, inC] = [item * columns, second * columns, third * columns];
    const [outA, outB, outC] = [item * rows, second * rows, third * rows];
    for (let row = 0; row < whole; row += 4) {
      const w0 = row * columns;
      const w1 = w0 + columns;
      const w2 = w1 + columns;
      const w3 = w2 + columns;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      let c0 = 0;
      let c1 = 0;
      let c2 = 0;
      let c3 = 0;
      for (let at = 0; at < columns; at++) {
        const a = input[inA + at] as number;
        const b = input[inB + at] as number;
        const c = input[inC + at] as number;
        const v0 = values[w0 + at] as number;
        a0 += a * v0;
        b0 += b * v0;
        c0 += c * v0;
        const v1 = values[w1 + at] as number;
        a1 += a * v1;
        b1 += b * v1;
        c1 += c * v1;
        const v2 = values[w2 + at] as number;
        a2 += a * v2;
        b2 += b * v2;
        c2 += c * v2;
        const v3 = values[w3 + at] as number;
        a3 += a * v3;
        b3 += b * v3;
        c3 += c * v3;
      }
      writeFour(out, outA + row, bias, row, a0, a1, a2, a3);
      writeFour(out, outB + row, bias, row, b0, b1, b2, b3);
      writeFour(out, outC + row, bias, row, c0, c1, c2, c3);
    }
    for (let row = whole; row < rows; row++) {
      out[outA + row] =
        product(values, row * columns, input, inA, columns) + valueAt(bias, row);
      out[outB + row] =
        product(values, row * columns, input, inB, columns) + valueAt(bias, row);
      out[outC + row] =
        product(values, row * columns, input, inC, columns) + valueAt(bias, row);
    }
  }
}

function writeFour(
  out: Float32Array,
  to: number,
  bias: Float32Array,
  row: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
): void {
  out[to] = first + valueAt(bias, row);
  out[to + 1] = second + valueAt(bias, row + 1);
  out[to + 2] = third + valueAt(bias, row + 2);
  out[to + 3] = fourth + valueAt(bias, row + 3);
}

function valueAt(values: Float32Array, index: number): number {
  return values[index] as number;
}

function product(
  values: Float32Array,
  from: number,
  input: Float32Array,
  start: number,
  size: number,
): number {
  let sum = 0;
  for (let at = 0; at < size; at++) {
    sum += (values[from + at] as number) * (input[start + at] as number);
  }
  return sum;
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
