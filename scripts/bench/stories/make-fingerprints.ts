/** Fingerprints as reports have them, out of numbers: to make 100,000 of real texts takes ten minutes. */
import { FINGERPRINT_VERSION, type Fingerprint } from '@/core/similarity/fingerprint';
import { createRandom } from '@/scripts/evaluate/page-changes/random';

const [SHINGLES, TERMS, NAMES, FIGURES, LABELS] = [192, 144, 12, 8, 12];
/** Different stems, names and figures of all reports; few of them are in most, as in news. */
const [ALL_TERMS, ALL_NAMES, ALL_FIGURES] = [60_000, 5_000, 4_000];
const HASH_24 = 0xffffff;

/**
 * `make(number)` is always the same report; `edited` one that shares four of
 * five shingles and terms with it.
 */
export function createFingerprintMaker() {
  return (number: number, { edited = false } = {}): Fingerprint => {
    const own = createRandom(number + 1).next;
    const other = createRandom(number + 500_000_001).next;
    const pick = () => (edited && other() < 0.2 ? [own(), other()][1] : own()) ?? 0;
    const distinct = (length: number, draw: () => number) => {
      const drawn = new Set<number>();
      while (drawn.size < length) drawn.add(draw());
      return [...drawn];
    };
    const hashes = distinct(SHINGLES, () => Math.floor(pick() * HASH_24));
    const terms = distinct(TERMS, () => rank(pick(), ALL_TERMS));
    // The heaviest are the rarest.
    terms.sort((a, b) => b - a);
    return {
      version: FINGERPRINT_VERSION,
      lang: 'ar',
      words: 420,
      partial: false,
      textHash: Math.floor(pick() * 2 ** 32),
      titleHash: Math.floor(pick() * 2 ** 32),
      sketch: { shingles: 400, hashes: Uint32Array.from(hashes).sort() },
      terms: {
        hashes: Uint32Array.from(terms, (term) => (term * 2_654_435_761) & HASH_24),
        weights: Uint8Array.from(terms, (_, at) => 255 - at),
        rarities: Uint8Array.from(terms, () => 16),
        flags: Uint8Array.from(terms, (_, at) => (at < 12 ? 3 : 0)),
        norm: 900,
        labels: Array.from({ length: LABELS }, (_, at) => `المصطلح${at}`),
      },
      names: distinct(NAMES, () => rank(pick(), ALL_NAMES)).map((name) => ({
        hash: name * 40_503,
        kind: name % 2 === 0 ? 'actor' : 'place',
        weight: 120,
        label: 'اسم من الأخبار',
      })),
      figures: distinct(FIGURES, () => rank(pick(), ALL_FIGURES)).map((figure) => ({
        hash: figure * 69_069,
        label: String(figure),
      })),
      dates: [{ from: 18_353, to: 18_353 }],
      published: 18_353 + (number % 365),
    };
  };
}

/** A rank out of `all`, low ones far more often: the frequency of a word falls with its rank (Zipf). */
function rank(random: number, all: number): number {
  return Math.floor(all ** random) - 1;
}
