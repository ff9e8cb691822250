/** Labelled saved pages: an `index.jsonl` beside the pages it names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageTruth {
  title?: string | null;
  author?: string | null;
  date?: string | null;
  bodyText?: string | null;
  isArticle?: boolean | null;
}

export interface LabelledPage {
  id: string;
  benchmark: string;
  htmlPath: string;
  url: string;
  domain: string;
  lang: string;
  pageType: string;
  truth: PageTruth;
}

/** Rules and weights are chosen on `tuning`; `checking` holds other sites. */
export type Half = 'tuning' | 'checking';

export function readPageSet(folder: string): LabelledPage[] {
  return readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledPage);
}

export function readPage(folder: string, page: LabelledPage): string {
  return readFileSync(join(folder, page.htmlPath), 'utf8');
}

/** All pages of a site fall into one half, whatever set they came from. */
export function halfOf(domain: string): Half {
  return ((hashOf(domain) >>> 16) & 1) === 0 ? 'tuning' : 'checking';
}

/** As {@link halfOf}, of any number of parts: 0 to `folds` - 1. */
export function foldOf(domain: string, folds: number): number {
  return (hashOf(domain) >>> 0) % folds;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
