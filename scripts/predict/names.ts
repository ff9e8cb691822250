import type { Predictor } from './predictor';
import { type BioSentence, readBio } from './read-bio';
import { loadRecogniser } from './recogniser';
import { tagDocument } from './tag-document';

/** Longer documents are read in parts, at the end of a sentence: memory stays bounded. */
const MAX_TOKENS = 20_000;

/** BIO in (first column), the same tokens with our tags out; two blank lines part documents. */
export const predictor: Predictor = async (lines, write) => {
  const recogniser = loadRecogniser();
  let document: BioSentence[] = [];
  let tokens = 0;
  const flush = async () => {
    const tags = tagDocument(recogniser, document);
    for (const [index, sentence] of document.entries()) {
      for (const [at, token] of sentence.tokens.entries()) {
        await write(`${token}\t${tags[index]?.[at] ?? 'O'}`);
      }
      for (let blank = 0; blank < sentence.blanksAfter; blank++) await write('');
    }
    document = [];
    tokens = 0;
  };
  for await (const sentence of readBio(lines)) {
    document.push(sentence);
    tokens += sentence.tokens.length;
    if (sentence.blanksAfter >= 2 || tokens >= MAX_TOKENS) await flush();
  }
  await flush();
  return 0;
};
