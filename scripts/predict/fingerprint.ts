/** Fingerprints with the files that the extension ships. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recogniser } from '@/core/names/recogniser';
import {
  type ArticleText,
  createFingerprint,
} from '@/core/similarity/create-fingerprint';
import type { Fingerprint } from '@/core/similarity/fingerprint';
import { namesOf } from '@/core/similarity/names-of';
import {
  openTermFrequencies,
  type TermFrequencies,
} from '@/core/similarity/term-frequencies';
import { runToEnd } from '@/core/text/steps';

const TABLE = join(import.meta.dirname, '..', '..', 'assets', 'public', 'terms.bin');
/** UTF-16 units in which names are looked for: a story's actors stand near its beginning. */
const NAMED_UNITS = 20_000;

export function loadTermFrequencies(): TermFrequencies {
  if (!existsSync(TABLE)) throw new Error('assets/public/terms.bin is missing');
  // A copy of its own: a small file lies in a pool that others share.
  return openTermFrequencies(new Uint8Array(readFileSync(TABLE)).buffer);
}

export function fingerprintWithNames(
  article: ArticleText,
  recogniser: Recogniser,
  frequencies: TermFrequencies,
): Fingerprint {
  const { title, text } = article;
  const names = namesOf(recogniser.recognise(text.slice(0, NAMED_UNITS), { title }));
  return runToEnd(createFingerprint({ ...article, names }, frequencies));
}
