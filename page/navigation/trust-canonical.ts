import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';

/**
 * Single-page sites change the address first, the text later, and the canonical
 * address last or never: for a while an article's canonical address stands under
 * the next one's. Taken at its word it would file one article under the other.
 */
export function createCanonicalTrust(): (facts: ArticleFacts) => ArticleFacts {
  /** Where the canonical address was first seen, and for which article. */
  let owner: ArticleFacts | null = null;

  return (facts) => {
    const { canonicalUrl, ...rest } = facts;
    if (canonicalUrl === undefined) return facts;
    if (owner?.canonicalUrl !== canonicalUrl || isSamePage(owner, facts)) {
      owner = facts;
      return facts;
    }
    // The same story still, or the next picture of it: filed where it was.
    if (owner.title === facts.title) return { ...facts, url: owner.url };
    return rest;
  };
}

function isSamePage({ url: one }: ArticleFacts, { url: other }: ArticleFacts): boolean {
  return urlKey({ url: one }) === urlKey({ url: other });
}
