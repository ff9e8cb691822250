/** A labelled corpus: one token, a tab and its tag a line; a blank line between sentences. */
import { readFileSync } from 'node:fs';

export interface BioSentence {
  words: string[];
  tags: string[];
}

const KINDS = new Set(['PER', 'LOC', 'ORG']);

/** Tags of kinds that are not ours (MISC) become `O`. */
export function readBio(path: string): BioSentence[] {
  const sentences: BioSentence[] = [];
  let words: string[] = [];
  let tags: string[] = [];
  for (const line of `${readFileSync(path, 'utf8')}\n`.split('\n')) {
    if (line.trim() === '') {
      if (words.length > 0) sentences.push({ words, tags });
      words = [];
      tags = [];
      continue;
    }
    const columns = line.split('\t');
    const tag = columns[1]?.trim() ?? 'O';
    words.push(columns[0] ?? '');
    tags.push(KINDS.has(tag.slice(2)) ? tag : 'O');
  }
  return sentences;
}
