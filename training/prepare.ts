/** Corpora, lists and vectors → the numbers that `train.py` reads. */
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ABBREVIATIONS } from '@/core/language/registry';
import {
  encodeTokens,
  FEATURE_SIZES,
  GRAM_BUCKETS,
  MAX_GRAMS,
  MAX_LETTERS,
  type WordLists,
} from '@/core/names/tagger/encode-tokens';
import { hashText } from '@/core/text/hash-text';
import { sentenceStarts } from '@/core/text/sentences';
import { tokenise } from '@/core/text/tokens';
import { type AnnotatedName, readAnnotations } from './annotations/read-annotations';
import { gatherLists } from './gather-lists';
import { type BioSentence, readBio } from './read-bio';

const [, , shared = '../shared', work = '.cache/train'] = process.argv;
const names = join(shared, 'data', 'names');
const target = join(work, 'data');
const ANNOTATIONS = join(import.meta.dirname, 'annotations');
mkdirSync(target, { recursive: true });

/** Words with vectors; the most frequent of the news, and those of the English training parts. */
const NEWS_WORDS = Number(process.env.NEWS_WORDS ?? 70_000);
const ENGLISH_WORDS = 14_000;
const DIMENSIONS = 120;
/** Of the most frequent words none is taken for a village. */
const COMMON_WORDS = 25_000;

const CORPORA: Record<string, { file: string; part?: 'head' | 'tail' }> = {
  'anercorp.train': { file: 'anercorp.train', part: 'head' },
  'anercorp.dev': { file: 'anercorp.train', part: 'tail' },
  'wikifane.train': { file: 'wikifane.train' },
  'wikifane.dev': { file: 'wikifane.test' },
  'aqmar.train': { file: 'aqmar.train' },
  'aqmar.dev': { file: 'aqmar.dev' },
  'politics.train': { file: 'en_crossner_politics.train' },
  'politics.dev': { file: 'en_crossner_politics.dev' },
  'wnut.train': { file: 'en_wnut17.train' },
  'worldwide.train': { file: 'en_worldwide.train', part: 'head' },
  'worldwide.dev': { file: 'en_worldwide.train', part: 'tail' },
  'wikigold.train': { file: 'en_wikigold.all', part: 'head' },
  'wikigold.dev': { file: 'en_wikigold.all', part: 'tail' },
  're3d.dev': { file: 'en_re3d.train' },
};
const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'];

function load({ file, part }: { file: string; part?: 'head' | 'tail' }): BioSentence[] {
  const all = readBio(join(names, `${file}.bio`));
  const cut = Math.floor(all.length * 0.9);
  return part === 'head' ? all.slice(0, cut) : part === 'tail' ? all.slice(cut) : all;
}

const { vocabulary, vectors, frequent, common } = await readVectors();
const lists: WordLists = {
  vocabulary,
  gazetteer: gatherLists(
    join(names, 'gazetteers'),
    'lexicon',
    (word) => frequent.has(word),
    (word) => common.has(word),
  ),
};
process.stderr.write(
  `${vocabulary.length} words, ${lists.gazetteer.hashes.length} phrases\n`,
);
write('vocabulary', vocabulary);
write('vectors', vectors);
write('phrases', lists.gazetteer.hashes);
write('phrase-bits', lists.gazetteer.bits);
for (const [name, source] of Object.entries(CORPORA)) encodeCorpus(name, load(source));
for (const part of ['train', 'dev'] as const) encodeAnnotated(`news.${part}`, part);
writeText('parity', readFileSync('test/fixtures/tagger/sentences.txt', 'utf8'));
const raw = join(work, 'raw.sample');
if (existsSync(raw)) await encodeRaw(raw);
writeFileSync(
  join(target, 'sizes.json'),
  JSON.stringify({
    features: FEATURE_SIZES,
    buckets: GRAM_BUCKETS,
    grams: MAX_GRAMS,
    letters: MAX_LETTERS,
    dimensions: DIMENSIONS,
    tags: TAGS,
  }),
);

function write(name: string, array: ArrayBufferView): void {
  writeFileSync(
    join(target, name),
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  );
}

async function readVectors() {
  const rows = new Map<number, Float32Array>();
  const frequent = new Set<string>();
  const common = new Set<string>();
  const read = async (file: string, limit: number, take: (word: string) => boolean) => {
    const own: Float32Array[] = [];
    for await (const line of createInterface({
      input: createReadStream(join(work, file)),
    })) {
      const [word = '', ...values] = line.trim().split(' ');
      if (values.length !== DIMENSIONS || word === '</s>') continue;
      frequent.add(word);
      if (common.size < COMMON_WORDS) common.add(word);
      const hash = hashText(word);
      if (own.length >= limit || !take(word) || rows.has(hash)) continue;
      const vector = Float32Array.from(values, Number);
      rows.set(hash, vector);
      own.push(vector);
    }
    scale(own);
  };
  await read('vec.vec', NEWS_WORDS, (word) => !/[a-z]/.test(word));
  await read('vec-en.vec', ENGLISH_WORDS, (word) => /[a-z]/.test(word));
  const vocabulary = Uint32Array.from(rows.keys()).sort();
  const vectors = new Float32Array(vocabulary.length * DIMENSIONS);
  for (const [at, hash] of vocabulary.entries()) {
    vectors.set(rows.get(hash) ?? [], at * DIMENSIONS);
  }
  return { vocabulary, vectors, frequent, common };
}

/** Both languages alike: a mean square of one. */
function scale(vectors: readonly Float32Array[]): void {
  let sum = 0;
  for (const vector of vectors) for (const value of vector) sum += value * value;
  const unit = Math.sqrt(sum / (vectors.length * DIMENSIONS));
  for (const vector of vectors) {
    for (let at = 0; at < DIMENSIONS; at++) vector[at] = (vector[at] ?? 0) / unit;
  }
}

function encodeCorpus(name: string, sentences: readonly BioSentence[]): void {
  const text = sentences.map(({ words }) => words.join(' ')).join('\n');
  const tags: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const sentence of sentences) {
    for (const [index, word] of sentence.words.entries()) {
      starts.push(at);
      tags.push(sentence.tags[index] ?? 'O');
      at += word.length + 1;
    }
  }
  const tokens = tokenise(text);
  const labels = new Uint8Array(tokens.length);
  // Which token of the corpus each of ours lies in: figures are counted in theirs.
  const owners = new Uint32Array(tokens.length);
  let owner = 0;
  for (const [index, token] of tokens.entries()) {
    while (owner + 1 < starts.length && (starts[owner + 1] ?? 0) <= token.start) owner++;
    owners[index] = owner;
    const tag = tags[owner] ?? 'O';
    const first = (starts[owner] ?? 0) === token.start || owners[index - 1] !== owner;
    labels[index] = TAGS.indexOf(
      tag.startsWith('B') && !first ? `I${tag.slice(1)}` : tag,
    );
  }
  writeEncoded(name, text, tokens);
  write(`${name}.labels`, labels);
  write(`${name}.owners`, owners);
  write(
    `${name}.gold`,
    Uint8Array.from(tags, (tag) => TAGS.indexOf(tag)),
  );
  process.stderr.write(`${name}: ${tokens.length} tokens\n`);
}

function writeEncoded(
  name: string,
  text: string,
  tokens: ReturnType<typeof tokenise>,
): void {
  const encoded = encodeTokens(
    text,
    tokens,
    sentenceStarts(tokens, ABBREVIATIONS),
    lists,
  );
  write(
    `${name}.words`,
    encoded.forms.map((form) => encoded.words[form] ?? 0),
  );
  write(`${name}.features`, encoded.features);
  const grams = new Uint16Array(tokens.length * MAX_GRAMS);
  for (const [at, form] of encoded.forms.entries()) {
    grams.set(
      encoded.grams.subarray(form * MAX_GRAMS, (form + 1) * MAX_GRAMS),
      at * MAX_GRAMS,
    );
  }
  write(`${name}.grams`, grams);
  const letters = new Uint8Array(tokens.length * MAX_LETTERS);
  for (const [at, form] of encoded.forms.entries()) {
    letters.set(
      encoded.letters.subarray(form * MAX_LETTERS, (form + 1) * MAX_LETTERS),
      at * MAX_LETTERS,
    );
  }
  write(`${name}.letters`, letters);
  write(
    `${name}.lines`,
    Uint8Array.from(tokens, ({ lineStart }) => Number(lineStart)),
  );
}

/** News annotated for this project, in the product's own convention. */
function encodeAnnotated(name: string, part: 'train' | 'dev'): void {
  const folder = join(ANNOTATIONS, part === 'dev' ? 'news-dev' : 'news');
  if (!existsSync(folder)) return;
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort();
  const articles = readAnnotations(
    files.map((file) => join(folder, file)),
    shared,
  );
  const lines = articles.flat();
  let text = '';
  const names: AnnotatedName[] = [];
  for (const line of lines) {
    for (const { start, end, kind } of line.names) {
      names.push({ start: text.length + start, end: text.length + end, kind });
    }
    text += `${line.text}\n`;
  }
  const tokens = tokenise(text);
  const labels = new Uint8Array(tokens.length);
  let next = 0;
  let inside = false;
  for (const [index, token] of tokens.entries()) {
    while (next < names.length && (names[next]?.end ?? 0) <= token.start) {
      next++;
      inside = false;
    }
    const mention = names[next];
    if (mention === undefined || token.end <= mention.start) continue;
    labels[index] = TAGS.indexOf(`${inside ? 'I' : 'B'}-${mention.kind}`);
    inside = true;
  }
  writeEncoded(name, text, tokens);
  write(`${name}.labels`, labels);
  write(`${name}.gold`, labels);
  write(`${name}.owners`, Uint32Array.from(tokens.keys()));
  process.stderr.write(`${name}: ${tokens.length} tokens, ${names.length} names\n`);
}

/** A text without labels. */
function writeText(name: string, text: string): void {
  const tokens = tokenise(text);
  writeEncoded(name, text, tokens);
  process.stderr.write(`${name}: ${tokens.length} tokens\n`);
}

async function encodeRaw(path: string): Promise<void> {
  let text = '';
  let part = 0;
  const flush = () => {
    writeText(`raw${part}`, text);
    part++;
    text = '';
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    text += `${line}\n`;
    if (text.length > 6_000_000) flush();
  }
  flush();
}
