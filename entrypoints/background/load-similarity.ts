import { createFingerprint } from '@/core/similarity/create-fingerprint';
import { readSeedStories } from '@/core/similarity/read-seed-stories';
import { openTermFrequencies } from '@/core/similarity/term-frequencies';
import { compareTexts } from '@/core/stories/compare-texts';
import type { Similarity } from '@/storage/meet-article';
import { letOthersIn } from './let-others-in';
import { loadOnce } from './load-once';
import { readOwnFile, readOwnJson } from './own-files';

/** What it takes to compare texts, loaded at the first call and shared by all tabs. */
export function createSimilarityLoader(): () => Promise<Similarity> {
  return loadOnce(async () => {
    const [terms, stories] = await Promise.all([
      readOwnFile('/terms.bin'),
      readOwnJson('/stories.json'),
    ]);
    const frequencies = openTermFrequencies(terms);
    return {
      fingerprintOf: (article) => letOthersIn(createFingerprint(article, frequencies)),
      compareTexts: (before, after) => letOthersIn(compareTexts(before, after)),
      seeds: readSeedStories(stories),
    };
  });
}
