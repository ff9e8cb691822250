import type { BioSentence } from './read-bio';

/** Longer documents are read in parts, at the end of a sentence: memory stays bounded. */
const MAX_TOKENS = 20_000;

/** Sentences that follow one another without two blank lines belong to one document. */
export async function* readDocuments(
  sentences: AsyncIterable<BioSentence> | Iterable<BioSentence>,
): AsyncGenerator<BioSentence[]> {
  let document: BioSentence[] = [];
  let tokens = 0;
  for await (const sentence of sentences) {
    document.push(sentence);
    tokens += sentence.tokens.length;
    if (sentence.blanksAfter < 2 && tokens < MAX_TOKENS) continue;
    yield document;
    document = [];
    tokens = 0;
  }
  if (document.length > 0) yield document;
}
