/**
 * The arithmetic of the network. There are two of it, which give the same
 * numbers to the last bit: `kernel.wat`, built into `tagger.wasm`, and
 * `plain-kernel.ts` for engines without WebAssembly SIMD. Products are sums of
 * integers, and everything else is rounded to 32 bits after each step.
 *
 * All work on one memory; pointers are byte offsets into it, multiples of 16.
 * `size`, `columns` and `rows` are multiples of eight, and `count` is a number
 * of rows.
 */
export interface Kernel {
  readonly memory: KernelMemory;
  /** Each row of `out` is the sum of `each` rows, whose pointers stand at `addresses`. */
  sumRows(
    out: number,
    addresses: number,
    each: number,
    count: number,
    size: number,
  ): void;
  /**
   * Each channel's own filter along the rows: `bias`, and for each of `width`
   * taps its row of `depth` times a row of the input. The taps of the first row
   * begin at `from` and stand `step` bytes apart.
   */
  filter(
    out: number,
    from: number,
    step: number,
    width: number,
    depth: number,
    bias: number,
    count: number,
    size: number,
  ): void;
  /** Layer normalisation in place; what is less than `least` becomes `least`. */
  normalise(
    rows: number,
    count: number,
    size: number,
    scale: number,
    shift: number,
    least: number,
  ): void;
  /** Rows as 16-bit integers into `out`, and into `units` what one of them is worth in each row. */
  quantise(rows: number, count: number, size: number, out: number, units: number): void;
  /**
   * `weights` (laid out by `placeDense`, a row worth `worth`) times rows that
   * `quantise` wrote, and `bias`. `count` is a multiple of four. With `adds` 1
   * what is positive is added to `out`, with 0 all is stored there.
   */
  multiply(
    out: number,
    input: number,
    units: number,
    count: number,
    columns: number,
    weights: number,
    worth: number,
    bias: number,
    rows: number,
    adds: 0 | 1,
  ): void;
}

/** As WebAssembly has it: `buffer` is another one after `grow`. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** By so many pages of {@link PAGE} bytes. */
  grow(pages: number): number;
}

export const PAGE = 65_536;

/** More columns could overflow the sum of products of 16 and 8 bits. */
export const MAX_COLUMNS = 512;
