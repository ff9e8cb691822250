/** The network's arithmetic where there is no WebAssembly SIMD: the numbers of `kernel.wat`, step for step. */
import { type Kernel, type KernelMemory, PAGE } from './kernel';

const { fround } = Math;
const EPSILON = fround(1e-5);

export function createPlainKernel(): Kernel {
  const memory = createMemory();
  return {
    memory,
    sumRows: (...all) => sumRows(memory.buffer, ...all),
    filter: (...all) => filter(memory.buffer, ...all),
    normalise: (...all) => normalise(memory.buffer, ...all),
    quantise: (...all) => quantise(memory.buffer, ...all),
    multiply: (...all) => multiply(memory.buffer, ...all),
  };
}

function createMemory(): KernelMemory {
  let buffer = new ArrayBuffer(PAGE);
  return {
    get buffer() {
      return buffer;
    },
    grow(pages) {
      const before = buffer;
      buffer = new ArrayBuffer(before.byteLength + pages * PAGE);
      new Uint8Array(buffer).set(new Uint8Array(before));
      return before.byteLength / PAGE;
    },
  };
}

type After<Step extends keyof Kernel> = Kernel[Step] extends (...all: infer All) => void
  ? All
  : never;

function sumRows(
  buffer: ArrayBuffer,
  ...[out, addresses, each, count, size]: After<'sumRows'>
): void {
  const floats = new Float32Array(buffer);
  const terms = new Uint32Array(buffer, addresses, count * each);
  for (let row = 0; row < count; row++) {
    const to = (out >> 2) + row * size;
    floats.fill(0, to, to + size);
    for (let term = row * each; term < (row + 1) * each; term++) {
      const from = (terms[term] as number) >> 2;
      for (let at = 0; at < size; at++) {
        floats[to + at] = (floats[to + at] as number) + (floats[from + at] as number);
      }
    }
  }
}

function filter(
  buffer: ArrayBuffer,
  ...[out, from, step, width, depth, bias, count, size]: After<'filter'>
): void {
  const floats = new Float32Array(buffer);
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < size; at++) {
      let sum = floats[(bias >> 2) + at] as number;
      let input = (from >> 2) + row * size + at;
      let weight = (depth >> 2) + at;
      for (let tap = 0; tap < width; tap++) {
        sum = fround(
          sum + fround((floats[input] as number) * (floats[weight] as number)),
        );
        input += step >> 2;
        weight += size;
      }
      floats[(out >> 2) + row * size + at] = sum;
    }
  }
}

function normalise(
  buffer: ArrayBuffer,
  ...[rows, count, size, scale, shift, least]: After<'normalise'>
): void {
  const floats = new Float32Array(buffer);
  for (let row = 0; row < count; row++) {
    const from = (rows >> 2) + row * size;
    const mean = fround(sumOf(floats, from, size) / size);
    const variance = fround(squaresOf(floats, from, size, mean) / size);
    const unit = fround(1 / fround(Math.sqrt(fround(variance + EPSILON))));
    for (let at = 0; at < size; at++) {
      const off = fround(fround((floats[from + at] as number) - mean) * unit);
      const value = fround(
        fround(off * (floats[(scale >> 2) + at] as number)) +
          (floats[(shift >> 2) + at] as number),
      );
      floats[from + at] = Math.max(value, least);
    }
  }
}

/** In four sums of every fourth number, as vectors have it. */
function sumOf(floats: Float32Array, from: number, size: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = from; at < from + size; at += 4) {
    a = fround(a + (floats[at] as number));
    b = fround(b + (floats[at + 1] as number));
    c = fround(c + (floats[at + 2] as number));
    d = fround(d + (floats[at + 3] as number));
  }
  return fround(fround(a + b) + fround(c + d));
}

function squaresOf(
  floats: Float32Array,
  from: number,
  size: number,
  mean: number,
): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = from; at < from + size; at += 4) {
    a = fround(a + squareOf((floats[at] as number) - mean));
    b = fround(b + squareOf((floats[at + 1] as number) - mean));
    c = fround(c + squareOf((floats[at + 2] as number) - mean));
    d = fround(d + squareOf((floats[at + 3] as number) - mean));
  }
  return fround(fround(a + b) + fround(c + d));
}

function squareOf(value: number): number {
  const off = fround(value);
  return fround(off * off);
}

/** Added and taken off again, it leaves the nearest integer, the even one of two, as 32 bits have room for no more. */
const ROUNDING = 1.5 * 2 ** 23;

function quantise(
  buffer: ArrayBuffer,
  ...[rows, count, size, out, units]: After<'quantise'>
): void {
  const floats = new Float32Array(buffer);
  const integers = new Int16Array(buffer);
  for (let row = 0; row < count; row++) {
    const from = (rows >> 2) + row * size;
    let top = 0;
    for (let at = from; at < from + size; at++) {
      const length = Math.abs(floats[at] as number);
      if (length > top) top = length;
    }
    floats[(units >> 2) + row] = top / 32767;
    const times = top > NOTHING ? fround(32767 / top) : 0;
    const to = (out >> 1) + row * size;
    for (let at = 0; at < size; at++) {
      const value = fround((floats[from + at] as number) * times);
      integers[to + at] = fround(fround(value + ROUNDING) - ROUNDING);
    }
  }
}

/** A row that has no larger number is a row of nothing. */
const NOTHING = fround(1e-30);

function multiply(
  buffer: ArrayBuffer,
  ...[
    out,
    input,
    units,
    count,
    columns,
    weights,
    worth,
    bias,
    rows,
    adds,
  ]: After<'multiply'>
): void {
  const floats = new Float32Array(buffer);
  const integers = new Int16Array(buffer);
  const sums = new Int32Array(8);
  for (let row = 0; row < rows; row += 4) {
    // Of the eight outputs that are laid out together, the first or the last four.
    const first = (weights >> 1) + (row >> 3) * columns * 8 + (row & 4) * 2;
    for (let item = 0; item < count; item += 2) {
      const one = (input >> 1) + item * columns;
      sumProducts(integers, first, one, one + columns, columns, sums);
      for (let at = 0; at < 8; at++) {
        const place = row + (at & 3);
        const token = item + (at >> 2);
        const scaled = fround(
          fround(fround(sums[at] as number) * (floats[(units >> 2) + token] as number)) *
            (floats[(worth >> 2) + place] as number),
        );
        const value = fround(scaled + (floats[(bias >> 2) + place] as number));
        const to = (out >> 2) + token * rows + place;
        floats[to] = adds === 0 ? value : (floats[to] as number) + Math.max(value, 0);
      }
    }
  }
}

/** Four outputs of two rows into `sums`. */
function sumProducts(
  integers: Int16Array,
  first: number,
  one: number,
  other: number,
  columns: number,
  sums: Int32Array,
): void {
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let at = 0, from = first; at < columns; at += 2, from += 16) {
    const x0 = integers[one + at] as number;
    const x1 = integers[one + at + 1] as number;
    const y0 = integers[other + at] as number;
    const y1 = integers[other + at + 1] as number;
    let w0 = integers[from] as number;
    let w1 = integers[from + 1] as number;
    a0 = (a0 + Math.imul(x0, w0) + Math.imul(x1, w1)) | 0;
    b0 = (b0 + Math.imul(y0, w0) + Math.imul(y1, w1)) | 0;
    w0 = integers[from + 2] as number;
    w1 = integers[from + 3] as number;
    a1 = (a1 + Math.imul(x0, w0) + Math.imul(x1, w1)) | 0;
    b1 = (b1 + Math.imul(y0, w0) + Math.imul(y1, w1)) | 0;
    w0 = integers[from + 4] as number;
    w1 = integers[from + 5] as number;
    a2 = (a2 + Math.imul(x0, w0) + Math.imul(x1, w1)) | 0;
    b2 = (b2 + Math.imul(y0, w0) + Math.imul(y1, w1)) | 0;
    w0 = integers[from + 6] as number;
    w1 = integers[from + 7] as number;
    a3 = (a3 + Math.imul(x0, w0) + Math.imul(x1, w1)) | 0;
    b3 = (b3 + Math.imul(y0, w0) + Math.imul(y1, w1)) | 0;
  }
  sums[0] = a0;
  sums[1] = a1;
  sums[2] = a2;
  sums[3] = a3;
  sums[4] = b0;
  sums[5] = b1;
  sums[6] = b2;
  sums[7] = b3;
}
