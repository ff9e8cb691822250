/** What a page says of its article: gathered in the page, sent with it. */
export interface ArticleFacts {
  /** The address in the address bar. */
  url: string;
  /** The page's canonical address when it names one, resolved; a hint, not an identity. */
  canonicalUrl?: string;
  title: string;
  siteName: string;
  byline?: string;
  /** ISO 8601, as precise as the page is (a date, or date and time with offset). */
  published?: string;
  /** ISO 639-1, from the letters of the body. */
  lang: string;
  /** Words of the body. */
  wordCount: number;
  /** Less than the whole is here: cut by a paywall, or not all written yet. */
  partial?: true;
  /** A live blog: more will come on top, which makes it no other article. `partial` too. */
  live?: true;
  /** By what the text is known again (`core/similarity/text-trace.ts`); absent until it was read, and in older records. */
  trace?: string;
}

/** An article the reader has opened, as kept. */
export interface Article extends ArticleFacts {
  /** UUID. */
  id: string;
  /** Normalised address by which the article is found again (`core/article/normalise-url.ts`). */
  urlKey: string;
  /** Milliseconds since the epoch, as all times kept. */
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
  lastOpenedAt: number;
}
