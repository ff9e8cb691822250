/**
 * By what a text is known again among those of one address: a few hundred
 * characters that travel with the facts of its article.
 */
import type { Sketch } from './sketch';

/** Fewer than a fingerprint's sketch has: they tell one article from another, not a copy from a report. */
const MOST_HASHES = 80;
/** Of a hash of 24 bits, in digits of base 36. */
const DIGITS = 5;

/** As {@link writeTrace} writes it. */
export const TRACE = /^[0-9a-z]{1,8}:(?:[0-9a-z]{5}){0,80}$/;

export function writeTrace({ shingles, hashes }: Sketch): string {
  const kept = Array.from(hashes.subarray(0, MOST_HASHES), (hash) =>
    hash.toString(36).padStart(DIGITS, '0'),
  );
  return `${shingles.toString(36)}:${kept.join('')}`;
}

/** The sketch that a trace is of; null for what is none. */
export function readTrace(trace: string | undefined): Sketch | null {
  if (trace === undefined || !TRACE.test(trace)) return null;
  const [shingles = '', hashes = ''] = trace.split(':');
  return {
    shingles: Number.parseInt(shingles, 36),
    hashes: Uint32Array.from(hashes.match(/.{5}/g) ?? [], (one) =>
      Number.parseInt(one, 36),
    ),
  };
}
