import { finishHash } from '../text/hash-text';

/** The hash of two hashes in their order. */
export function hashPair(first: number, second: number): number {
  return finishHash(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));
}
