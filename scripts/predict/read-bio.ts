/** A sentence of a BIO file: one token a line, the tag in the last column where there is one. */
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
    const columns = columnsOf(line);
    sentence.tokens.push((columns[0] ?? '').trim());
    sentence.tags.push(columns.length > 1 ? (columns.at(-1)?.trim() ?? 'O') : 'O');
  }
  if (sentence.tokens.length > 0 || sentence.blanksAfter > 0) yield sentence;
}

/** O, B-PER, I_LOC, s-org */
const TAG = /^(?:O|[BIESLUMW][-_]\p{L}[\p{L}_-]*)$/iu;

/**
 * Parted by tabs; by spaces where there is no tab and a tag stands last, as in
 * files of CoNLL: a token may hold a space itself.
 */
function columnsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t');
  const parts = line.trim().split(/ +/);
  return parts.length > 1 && TAG.test(parts.at(-1) ?? '') ? parts : [line];
}
