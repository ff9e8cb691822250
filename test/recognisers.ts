import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '@/core/model/mention';
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';
import { collectWords } from '@/lexicon/collect-words';
import { packLexicon } from '@/lexicon/pack-lexicon';
import { readEntries, readWords } from '@/lexicon/read-sources';

const PUBLIC = join(import.meta.dirname, '..', 'assets', 'public');

/** The lexicon of the sources as they stand, and the rules; no tagger. */
export function recogniserByRules(): Recogniser {
  const ambiguous = new Set(readWords('ar-ambiguous'));
  return createRecogniser(packLexicon(readEntries(), collectWords(), ambiguous));
}

/** As the product reads, from the files that were built last. */
export function recogniserOfProduct(): Recogniser {
  const read = (name: string) => new Uint8Array(readFileSync(join(PUBLIC, name))).buffer;
  return createRecogniser(read('lexicon.bin'), read('tagger.bin'));
}

/** The text with these mentions of it marked: `⟦surface⟧`. */
export function markNames(
  text: string,
  mentions: readonly Pick<Mention, 'start' | 'end'>[],
): string {
  let marked = '';
  let last = 0;
  for (const { start, end } of mentions) {
    marked += `${text.slice(last, start)}⟦${text.slice(start, end)}⟧`;
    last = end;
  }
  return marked + text.slice(last);
}

/** The text without the marks of {@link markNames}. */
export function withoutMarks(marked: string): string {
  return marked.replace(/[⟦⟧]/gu, '');
}
