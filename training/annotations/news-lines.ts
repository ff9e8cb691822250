/** The raw news of `../shared`, by source and line: what annotations point into. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { hashText } from '@/core/text/hash-text';

export const NEWS_SOURCES = ['ant_news', 'hespress', 'saudinewsnet'] as const;
export type NewsSource = (typeof NEWS_SOURCES)[number];

/** All lines of a source; an empty one parts two articles. */
export function readNewsLines(shared: string, source: NewsSource): string[] {
  const path = join(shared, 'data', 'names', 'raw', `${source}.txt.xz`);
  const text = execFileSync('xz', ['-dc', path], { maxBuffer: 1 << 29 });
  return text.toString('utf8').split('\n');
}

/** Tells whether a line is still the one that was annotated. */
export function lineHash(line: string): string {
  return hashText(line, 5).toString(36);
}
