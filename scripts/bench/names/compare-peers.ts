/**
 * Our recogniser beside those of JavaScript that find names in free text
 * without a server or a download: quality on the development sets of
 * `../shared`, speed and size. `docs/names.md` tells which others were looked at.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import nlp from 'compromise';
import { exactRates, makeDisjoint, overlapRates } from '../../evaluate/name-scores';
import { lastOf, readSentences, scoreSentences } from '../../evaluate/names';
import { emptySurvey, readSpans } from '../../evaluate/read-tags';
import { loadRecogniser } from '../../predict/recogniser';
import { tagDocument, tagTokens } from '../../predict/tag-document';
import { ROOT } from '../../run-command';
import { articleOf } from './bench-texts';
import { bundleSource } from './bundle-source';

const SETS = join(ROOT, '..', 'shared', 'data', 'names');

type Lang = 'ar' | 'en';

interface BenchSet {
  name: string;
  lang: Lang;
  file: string;
  /** Per cent, from the end; what is before was trained on. */
  last: number;
}

const BENCH_SETS: readonly BenchSet[] = [
  {
    name: 'English politics, dev',
    lang: 'en',
    file: 'en_crossner_politics.dev.bio',
    last: 100,
  },
  { name: 'wikigold, last tenth', lang: 'en', file: 'en_wikigold.all.bio', last: 10 },
  { name: 'anercorp, last tenth', lang: 'ar', file: 'anercorp.train.bio', last: 10 },
  { name: 'aqmar, dev', lang: 'ar', file: 'aqmar.dev.bio', last: 100 },
];

interface Finder {
  name: string;
  /** Those that it claims. */
  langs: readonly Lang[];
  tag(sentences: readonly { tokens: string[] }[]): string[][];
  /** Finds the names of a text as it stands; the figure for speed. */
  read(text: string): void;
  /** Bytes that a page or an extension would ship: as they are, and deflated. */
  size(): Promise<{ bytes: number; packed: number }>;
}

export async function comparePeers(): Promise<void> {
  const finders = [ours(), compromise()];
  console.log(
    '\nNames beside other recognisers, F1 exact (any overlap, whatever the kind)\n',
  );
  row(
    '',
    finders.map(({ name }) => name),
  );
  for (const set of BENCH_SETS) row(set.name, await qualityOf(set, finders));
  console.log();
  for (const lang of ['en', 'ar'] as const) {
    const text = articleOf(lang, 1000);
    row(
      `1,000 words, ${lang}, Node`,
      finders.map((finder) =>
        finder.langs.includes(lang) ? `${speedOf(finder, text).toFixed(1)} ms` : '–',
      ),
    );
  }
  const sizes = await Promise.all(finders.map((finder) => finder.size()));
  row(
    'shipped',
    sizes.map(({ bytes }) => megabytes(bytes)),
  );
  row(
    'shipped, packed',
    sizes.map(({ packed }) => megabytes(packed)),
  );
  console.log();
}

function ours(): Finder {
  const recogniser = loadRecogniser();
  return {
    name: 'Hawashi',
    langs: ['en', 'ar'],
    tag: (sentences) => tagDocument(recogniser, sentences),
    read: (text) => void recogniser.recognise(text),
    async size() {
      const files = ['lexicon.bin', 'tagger.bin', 'tagger.wasm'];
      const code = await bundleSource(join(ROOT, 'core/names/recogniser.ts'));
      const parts = files.map((name) => readFileSync(join(ROOT, 'assets/public', name)));
      return sizeOf([...parts, Buffer.from(code)]);
    },
  };
}

/** What compromise says of a name. */
interface Piece {
  text: string;
  offset: { start: number };
  person?: { honorific?: string };
}

/** Its names keep the marks after them and the titles before them, which no corpus counts in. */
function edgesOf({ text, offset, person }: Piece): { start: number; end: number } {
  const bare = text.replace(/[^\p{L}\p{N})]+$/u, '');
  const title = person?.honorific ?? '';
  const titled = title !== '' && bare.toLowerCase().startsWith(`${title.toLowerCase()} `);
  const start = offset.start + (titled ? title.length + 1 : 0);
  return { start, end: offset.start + bare.length };
}

/** https://github.com/spencermountain/compromise: rules and a lexicon, English. */
function compromise(): Finder {
  const find = (text: string) => {
    const document = nlp(text);
    const views = [
      ['PER', document.people()],
      ['ORG', document.organizations()],
      ['LOC', document.places()],
    ] as const;
    const found = views.flatMap(([type, view]) =>
      (view.json({ offset: true }) as Piece[]).map((piece) => ({
        ...edgesOf(piece),
        type,
      })),
    );
    // The same words may lie in two of its lists.
    return makeDisjoint(found);
  };
  return {
    name: 'compromise',
    langs: ['en'],
    tag: (sentences) => tagTokens(sentences, find),
    read: (text) => void find(text),
    async size() {
      const path = createRequire(import.meta.url).resolve('compromise');
      return sizeOf([readFileSync(path)]);
    },
  };
}

function sizeOf(parts: readonly Uint8Array[]): { bytes: number; packed: number } {
  const sum = (measure: (part: Uint8Array) => number) =>
    parts.reduce((total, part) => total + measure(part), 0);
  return {
    bytes: sum((part) => part.length),
    packed: sum((part) => deflateRawSync(part, { level: 9 }).length),
  };
}

async function qualityOf(set: BenchSet, finders: readonly Finder[]): Promise<string[]> {
  const path = join(SETS, set.file);
  if (!existsSync(path)) return finders.map(() => 'no data');
  const sentences = lastOf(await readSentences(path), set.last);
  const gold = sentences.map(({ tags }) => readSpans(tags, emptySurvey()));
  const figures: string[] = [];
  for (const finder of finders) {
    if (!finder.langs.includes(set.lang)) {
      figures.push('–');
      continue;
    }
    const scores = await scoreSentences(sentences, gold, (part) => finder.tag(part));
    const rates = [exactRates(scores).f1, overlapRates(scores).f1];
    figures.push(`${rates[0]?.toFixed(1)} (${rates[1]?.toFixed(1)})`);
  }
  return figures;
}

const RUNS = 21;
/** The engine compiles what is used often. */
const WARM_UP = 10;

/** Median, in ms. */
function speedOf(finder: Finder, text: string): number {
  for (let run = 0; run < WARM_UP; run++) finder.read(text);
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    finder.read(text);
    return performance.now() - before;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function row(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(16)).join(''));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
