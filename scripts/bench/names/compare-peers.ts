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
import { build } from 'vite';
import {
  compareNames,
  emptyScores,
  exactRates,
  type NameScores,
  overlapRates,
} from '../../evaluate/name-scores';
import { readSentences, SENTENCES_A_DOCUMENT } from '../../evaluate/names';
import { emptySurvey, readSpans } from '../../evaluate/read-tags';
import { loadRecogniser } from '../../predict/recogniser';
import { tagDocument, tagTokens } from '../../predict/tag-document';
import { ROOT } from '../../run-command';
import { paragraphsOf, REPORTS } from '../../sample-news/reports';
import { articleOf } from './bench-texts';

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
    const text = textOf(lang);
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
      const code = await bundledRecogniser();
      const parts = files.map((name) => readFileSync(join(ROOT, 'assets/public', name)));
      return sizeOf([...parts, code]);
    },
  };
}

async function bundledRecogniser(): Promise<Buffer> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: join(ROOT, 'core/names/recogniser.ts'), formats: ['es'] },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('nothing was built');
  return Buffer.from(first.output[0].code);
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
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    // What lies in two of its lists counts as the longer of the two, the first that begins.
    let reached = 0;
    return found.filter(({ start, end }) => {
      if (start < reached || end <= start) return false;
      reached = end;
      return true;
    });
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
  const all = await readSentences(path);
  const sentences = all.slice(Math.round(all.length * (1 - set.last / 100)));
  return finders.map((finder) => {
    if (!finder.langs.includes(set.lang)) return '–';
    const scores = scoresOf(sentences, finder);
    const figures = [exactRates(scores).f1, overlapRates(scores).f1];
    return `${figures[0]?.toFixed(1)} (${figures[1]?.toFixed(1)})`;
  });
}

function scoresOf(
  sentences: readonly { tokens: string[]; tags: string[] }[],
  finder: Finder,
): NameScores {
  const scores = emptyScores();
  for (let from = 0; from < sentences.length; from += SENTENCES_A_DOCUMENT) {
    const document = sentences.slice(from, from + SENTENCES_A_DOCUMENT);
    const tags = finder.tag(document);
    for (const [index, sentence] of document.entries()) {
      const gold = readSpans(sentence.tags, emptySurvey());
      compareNames(gold, readSpans(tags[index] ?? [], emptySurvey()), () => '', scores);
    }
  }
  return scores;
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

/** A thousand words of news, in our own words. */
function textOf(lang: Lang): string {
  if (lang === 'ar') return articleOf(1000);
  const folder = join(ROOT, 'scripts/evaluate/page-changes/texts');
  const report = paragraphsOf(REPORTS.en).map((html) => html.replace(/<[^>]*>/g, ''));
  const others = ['en-bridge', 'en-ferry', 'en-library'].map((name) =>
    readFileSync(join(folder, `${name}.txt`), 'utf8'),
  );
  const words = [...report, ...others].join('\n').split(/(?<=\s)/);
  if (words.length < 1000) throw new Error(`there are ${words.length} words only`);
  return words.slice(0, 1000).join('');
}

function row(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(16)).join(''));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
