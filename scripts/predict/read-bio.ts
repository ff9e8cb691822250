/** A sentence of a BIO file: one token a line, the tag in the second column where there is one. */
export interface BioSentence {
  tokens: string[];
  /** `O` where the file has none. */
  tags: string[];
  /** Blank lines that follow; two or more end a document. */
  blanksAfter: number;
}

/** A sentence longer than this is handed on in parts. */
const MAX_TOKENS = 5000;

/** Reads sentence by sentence, holding one at a time. */
export async function* readBio(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<BioSentence> {
  let sentence: BioSentence = { tokens: [], tags: [], blanksAfter: 0 };
  for await (const line of lines) {
    if (line.trim() === '') {
      sentence.blanksAfter++;
      continue;
    }
    const full = sentence.tokens.length >= MAX_TOKENS;
    if (sentence.blanksAfter > 0 || full) {
      yield sentence;
      sentence = { tokens: [], tags: [], blanksAfter: 0 };
    }
    const columns = line.split('\t');
    sentence.tokens.push((columns[0] ?? '').trim());
    sentence.tags.push(columns.at(-1)?.trim() ?? 'O');
  }
  if (sentence.tokens.length > 0 || sentence.blanksAfter > 0) yield sentence;
}
