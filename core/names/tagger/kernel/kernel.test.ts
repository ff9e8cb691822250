import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from '../../../language/registry';
import { sentenceStarts } from '../../../text/sentences';
import { runToEnd } from '../../../text/steps';
import { tokenise } from '../../../text/tokens';
import { encodeTokens } from '../encode-tokens';
import { openNetwork } from '../network';
import { readWeights } from '../read-weights';
import { Arena } from './arena';
import type { Kernel } from './kernel';
import { placeDense } from './place-weights';
import { createPlainKernel } from './plain-kernel';
import { openWasmKernel } from './wasm-kernel';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const readPublic = (name: string) =>
  new Uint8Array(readFileSync(join(ROOT, 'assets', 'public', name))).buffer;

function openWasm(): Kernel {
  const kernel = openWasmKernel(readPublic('tagger.wasm'));
  if (kernel === null) throw new Error('no WebAssembly SIMD here');
  return kernel;
}

const float = fc.float({ min: -100, max: 100, noNaN: true });
const size = fc.constantFrom(8, 24, 64, 112);

/** The bits of what both kernels leave at the pointer that `run` gives. */
function expectSame(run: (kernel: Kernel, arena: Arena) => [at: number, bytes: number]) {
  const bytesOf = (kernel: Kernel) => {
    const [at, bytes] = run(kernel, new Arena(kernel.memory));
    return new Uint8Array(kernel.memory.buffer, at, bytes).slice();
  };
  const plain = bytesOf(createPlainKernel());
  expect(bytesOf(openWasm())).toEqual(plain);
  return plain;
}

function numbers(length: number) {
  return fc
    .array(fc.oneof(float, fc.constantFrom(0, -0, 1e-35, 3e-5, 9e4)), {
      minLength: length,
      maxLength: length,
    })
    .map((list) => Float32Array.from(list));
}

describe('both kernels', () => {
  it('add rows alike', () => {
    fc.assert(
      fc.property(
        size.chain((size) => fc.tuple(fc.constant(size), numbers(size * 5))),
        fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
        ([size, values], picks) => {
          expectSame((kernel, arena) => {
            const rows = arena.keep(values);
            const addresses = arena.take(24);
            const out = arena.take(2 * size * 4);
            arena
              .addresses(addresses, 6)
              .set(picks.map((pick) => rows + pick * size * 4));
            kernel.sumRows(out, addresses, 3, 2, size);
            return [out, 2 * size * 4];
          });
        },
      ),
    );
  });

  it('filter alike', () => {
    fc.assert(
      fc.property(
        size.chain((size) => fc.tuple(fc.constant(size), numbers(size * 9))),
        ([size, values]) => {
          expectSame((kernel, arena) => {
            const rows = arena.keep(values);
            const out = arena.take(3 * size * 4);
            kernel.filter(out, rows, 2 * size * 4, 3, rows, rows, 3, size);
            return [out, 3 * size * 4];
          });
        },
      ),
    );
  });

  it.each([-Infinity, 0])('normalise alike, with nothing below %s', (least) => {
    fc.assert(
      fc.property(
        size.chain((size) => fc.tuple(fc.constant(size), numbers(size * 4))),
        ([size, values]) => {
          const left = expectSame((kernel, arena) => {
            const rows = arena.keep(values);
            const scale = rows + 2 * size * 4;
            kernel.normalise(rows, 2, size, scale, scale + size * 4, least);
            return [rows, 2 * size * 4];
          });
          for (const value of new Float32Array(left.buffer)) {
            expect(value).toBeGreaterThanOrEqual(least);
          }
        },
      ),
    );
  });

  it('multiply alike, and nearly as exact numbers do', () => {
    const shape = fc.tuple(fc.constantFrom(7, 8, 24), size, fc.constantFrom(4, 8, 12));
    const matrix = shape.chain(([rows, columns, count]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        count: fc.constant(count),
        values: fc.int8Array({ minLength: rows * columns, maxLength: rows * columns }),
        worth: numbers(rows),
        bias: numbers(rows),
        input: numbers(columns * count),
        adds: fc.constantFrom<0 | 1>(0, 1),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ rows, columns, count, input, adds, ...dense }) => {
        const padded = Math.ceil(rows / 8) * 8;
        const left = expectSame((kernel, arena) => {
          const placed = placeDense(arena, { rows, columns, ...dense });
          const values = arena.keep(input);
          const integers = arena.take(count * columns * 2);
          const units = arena.take(count * 4);
          const out = arena.take(count * padded * 4);
          kernel.quantise(values, count, columns, integers, units);
          const { weights, worth, bias } = placed;
          kernel.multiply(
            out,
            integers,
            units,
            count,
            columns,
            weights,
            worth,
            bias,
            padded,
            adds,
          );
          return [out, count * padded * 4];
        });
        const found = new Float32Array(left.buffer);
        for (let item = 0; item < count; item++) {
          const own = input.subarray(item * columns, (item + 1) * columns);
          const most = Math.max(...own.map(Math.abs));
          for (let row = 0; row < rows; row++) {
            let sum = 0;
            let size = 0;
            for (const [at, value] of own.entries()) {
              const weight = dense.values[row * columns + at] ?? 0;
              sum += value * weight;
              size += Math.abs(weight);
            }
            const worth = dense.worth[row] ?? 0;
            const exact = sum * worth + (dense.bias[row] ?? 0);
            const expected = adds === 1 ? Math.max(0, exact) : exact;
            // Half a step of 16 bits for each input, and 32 bits of the rest.
            const slack =
              ((size * most) / 65_000) * Math.abs(worth) +
              (Math.abs(sum * worth) + Math.abs(exact)) * 1e-6;
            expect(Math.abs((found[item * padded + row] ?? 0) - expected)).toBeLessThan(
              slack + 1e-6,
            );
          }
        }
      }),
    );
  });

  it('score real sentences alike, in however many windows', () => {
    const weights = readWeights(readPublic('tagger.bin'));
    const folder = join(ROOT, 'test', 'fixtures', 'tagger');
    const sentences = readFileSync(join(folder, 'sentences.txt'), 'utf8');
    const tokens = tokenise(sentences.repeat(15));
    const encoded = encodeTokens(
      sentences.repeat(15),
      tokens,
      sentenceStarts(tokens, ABBREVIATIONS),
      weights.lists,
    );
    const score = (kernel: Kernel, window?: number) =>
      runToEnd(openNetwork(weights, kernel, window).score(encoded, 0));
    const plain = score(createPlainKernel());
    expect(score(openWasm())).toEqual(plain);
    expect(score(openWasm(), 60)).toEqual(plain);
    expect(score(openWasm(), 7)).toEqual(plain);
    expect(tokens.length).toBeGreaterThan(1000);
  });
});

describe('openWasmKernel', () => {
  it('gives null for what is no module', () => {
    expect(openWasmKernel(new ArrayBuffer(8))).toBeNull();
  });
});
