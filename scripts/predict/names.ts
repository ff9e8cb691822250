import type { Predictor } from './predictor';
import { readBio } from './read-bio';
import { readDocuments } from './read-documents';
import { loadRecogniser } from './recogniser';
import { tagDocument } from './tag-document';

/** BIO in (first column), the same tokens with our tags out; two blank lines part documents. */
export const predictor: Predictor = async (lines, write) => {
  const recogniser = loadRecogniser();
  for await (const document of readDocuments(readBio(lines))) {
    const tags = tagDocument(recogniser, document);
    for (const [index, sentence] of document.entries()) {
      for (const [at, token] of sentence.tokens.entries()) {
        await write(`${token}\t${tags[index]?.[at] ?? 'O'}`);
      }
      for (let blank = 0; blank < sentence.blanksAfter; blank++) await write('');
    }
  }
  return 0;
};
