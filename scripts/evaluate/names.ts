/**
 * `npm run evaluate -- names FILE…`: anyone's BIO files. Exact and overlapping
 * figures by kind, and what was taken for what. `--last N` takes the last N per
 * cent of each file; `--mistakes N` gives N examples of each confusion (3).
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type BioSentence, readBio } from '../predict/read-bio';
import { readDocuments } from '../predict/read-documents';
import { loadRecogniser } from '../predict/recogniser';
import { tagDocument } from '../predict/tag-document';
import { compareNames, emptyScores, type NameScores, type NameSpan } from './name-scores';
import { nameReport } from './print-name-scores';
import { describeSurvey, emptySurvey, readSpans } from './read-tags';

export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { last: { type: 'string' }, mistakes: { type: 'string' } },
  });
  const last = Number(values.last ?? 100);
  if (!(last > 0 && last <= 100)) return refuse('--last takes a number from 1 to 100');
  const mistakes = Number(values.mistakes ?? 3);
  if (positionals.length === 0) return refuse('give one or more BIO files');
  const recogniser = loadRecogniser();
  for (const path of positionals) {
    const all = await readSentences(path).catch((error: unknown) => error);
    if (!Array.isArray(all)) {
      refuse(`${path} cannot be read: ${all instanceof Error ? all.message : all}`);
      continue;
    }
    const sentences: BioSentence[] = lastOf(all, last);
    const survey = emptySurvey();
    const gold = sentences.map(({ tags }) => readSpans(tags, survey));
    if (survey.tagged === 0) {
      refuse(
        `${path} has no tags: expected a token and its tag (B-PER, I-ORG, O …) on each line, parted by a tab or by spaces, the tag last`,
      );
      continue;
    }
    const before = performance.now();
    const scores = await scoreSentences(sentences, gold, (document) =>
      tagDocument(recogniser, document),
    );
    const seconds = (performance.now() - before) / 1000;
    const tokens = sentences.reduce((sum, { tokens: own }) => sum + own.length, 0);
    process.stdout.write(
      `\n${basename(path)}${last < 100 ? `, last ${last} %` : ''}: ${sentences.length} sentences, ${tokens} tokens, ${Math.round(tokens / seconds / 1000)} k tokens/s\n${describeSurvey(survey)}\n\n${nameReport(scores, mistakes)}`,
    );
  }
}

export async function readSentences(path: string): Promise<BioSentence[]> {
  const sentences: BioSentence[] = [];
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const sentence of readBio(lines)) sentences.push(sentence);
  return sentences;
}

/** The last `share` per cent of `all`. */
export function lastOf<Item>(all: readonly Item[], share: number): Item[] {
  return all.slice(Math.round(all.length * (1 - share / 100)));
}

/** `gold` holds the marked names of each sentence; `tag` gives the tags of those that are read together. */
export async function scoreSentences(
  sentences: readonly BioSentence[],
  gold: readonly NameSpan[][],
  tag: (document: readonly BioSentence[]) => string[][],
): Promise<NameScores> {
  const scores = emptyScores();
  let from = 0;
  for await (const document of readDocuments(sentences)) {
    const tags = tag(document);
    for (const [index, { tokens }] of document.entries()) {
      const found = readSpans(tags[index] ?? [], emptySurvey());
      compareNames(gold[from + index] ?? [], found, showIn(tokens), scores);
    }
    from += document.length;
  }
  return scores;
}

/** A name between the words around it. */
function showIn(tokens: readonly string[]): (span: NameSpan) => string {
  return ({ start, end }) => {
    const words = (from: number, to: number) =>
      tokens.slice(Math.max(0, from), to).join(' ');
    return `${words(start - 4, start)} ⟦${words(start, end)}⟧ ${words(end, end + 3)}`;
  };
}

function refuse(why: string): void {
  process.stderr.write(`evaluate names: ${why}\n`);
  process.exitCode = 2;
}
