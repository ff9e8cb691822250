/** The stories that the extension follows from the first day: `assets/public/stories.json`. */
import { decodeBase64 } from './decode-base64';
import type { Fingerprint } from './fingerprint';
import { unpackFingerprint } from './pack-fingerprint';

export interface SeedStory {
  /** `seed/` and words that never change. */
  id: string;
  names: { ar: string; en: string };
  /** Of the article that the story was made from. */
  fingerprint: Fingerprint;
  /** ISO 8601 day of that article; null when not known. */
  published: string | null;
}

/** One entry of the file. */
export interface PackedSeedStory extends Omit<SeedStory, 'fingerprint'> {
  /** Base64 of `packFingerprint`. */
  fingerprint: string;
}

/**
 * The stories of the parsed file. Throws a TypeError for what is no such list,
 * and a RangeError for a fingerprint of another version: `npm run build:story`
 * makes it anew.
 */
export function readSeedStories(json: unknown): SeedStory[] {
  if (!Array.isArray(json)) throw new TypeError('stories.json holds no list');
  return json.map((entry: unknown) => {
    if (!isPacked(entry)) throw new TypeError('stories.json holds what is no story');
    const { id, names, fingerprint, published } = entry;
    return {
      id,
      names: { ar: names.ar, en: names.en },
      fingerprint: unpackFingerprint(decodeBase64(fingerprint)),
      published,
    };
  });
}

function isPacked(value: unknown): value is PackedSeedStory {
  if (!isRecord(value) || !isRecord(value.names)) return false;
  const { id, names, fingerprint, published } = value;
  return (
    typeof id === 'string' &&
    /^seed\/[a-z0-9-]+$/.test(id) &&
    typeof names.ar === 'string' &&
    typeof names.en === 'string' &&
    typeof fingerprint === 'string' &&
    (published === null ||
      (typeof published === 'string' && !Number.isNaN(Date.parse(published))))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
