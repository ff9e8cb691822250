/**
 * `npm run evaluate -- names FILE…`: exact and overlapping F1 against BIO
 * files, by type, and where the two disagree. `--last N` takes the last N per
 * cent of each file; `--mistakes N` prints N of each sort.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { type BioSentence, readBio } from '../predict/read-bio';
import { loadRecogniser } from '../predict/recogniser';
import { tagDocument } from '../predict/tag-document';
import { compareSpans, emptyScores, printScores, spansOf } from './span-scores';

/** Corpora have no document marks as a rule: this many sentences are read together. */
const DOCUMENT = 30;

export async function evaluate(args: string[]): Promise<void> {
  const option = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? null : Number(args.splice(at, 2)[1]);
  };
  const last = option('--last') ?? 100;
  const mistakes = option('--mistakes') ?? 0;
  if (args.length === 0) {
    process.stderr.write('evaluate names: give one or more BIO files\n');
    process.exitCode = 2;
    return;
  }
  const recogniser = loadRecogniser();
  for (const path of args) {
    const all: BioSentence[] = [];
    for await (const sentence of readBio(
      createInterface({ input: createReadStream(path) }),
    )) {
      all.push(sentence);
    }
    const sentences = all.slice(Math.round(all.length * (1 - last / 100)));
    const scores = emptyScores();
    const before = performance.now();
    for (let from = 0; from < sentences.length; from += DOCUMENT) {
      const document = sentences.slice(from, from + DOCUMENT);
      const tags = tagDocument(recogniser, document);
      for (const [index, sentence] of document.entries()) {
        const found = spansOf(tags[index] ?? []);
        compareSpans(spansOf(sentence.tags), found, sentence.tokens, scores);
      }
    }
    const seconds = (performance.now() - before) / 1000;
    const tokens = sentences.reduce((sum, { tokens: own }) => sum + own.length, 0);
    process.stdout.write(
      `\n${basename(path)}${last < 100 ? `, last ${last} %` : ''}: ${sentences.length} sentences, ${tokens} tokens, ${Math.round(tokens / seconds / 1000)} k tokens/s\n`,
    );
    printScores(scores, mistakes);
  }
}
