/**
 * `tsx training/annotations/sample-news.ts SHARED FOLDER CHUNKS SEED`: whole articles, drawn
 * with a seed from the raw news, as numbered chunks of some 1,500 words to annotate.
 * Beside each chunk stands where its lines come from.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@/scripts/evaluate/page-changes/random';
import { lineHash, NEWS_SOURCES, type NewsSource, readNewsLines } from './news-lines';

const [
  ,
  ,
  shared = '../shared',
  folder = '.cache/annotate',
  wanted = '200',
  seed = '20261',
] = process.argv;
const DONE = ['news', 'news-dev'].map((name) => join(import.meta.dirname, name));
const WORDS_A_CHUNK = 1_500;
const RARE = 40;
const SHARE: Readonly<Record<NewsSource, number>> = {
  ant_news: 0.47,
  hespress: 0.1,
  saudinewsnet: 0.43,
};

interface Article {
  source: NewsSource;
  /** Number of the first line, from 0. */
  first: number;
  lines: string[];
  words: number;
}

const random = createRandom(Number(seed));
const done = annotatedLines();
const drawn: Article[] = [];
for (const source of NEWS_SOURCES) {
  const lines = readNewsLines(shared, source);
  const articles = shuffle(ofRareWords(splitArticles(source, lines), lines));
  const limit = SHARE[source] * Number(wanted) * WORDS_A_CHUNK;
  const titles = new Set<string>();
  let words = 0;
  for (const article of articles) {
    const title = article.lines[0] ?? '';
    if (titles.has(title)) continue;
    titles.add(title);
    drawn.push(article);
    words += article.words;
    if (words > limit) break;
  }
}

mkdirSync(folder, { recursive: true });
let chunk: string[] = [];
let origins: string[] = [];
let words = 0;
let count = 0;
let number = 1;
for (const article of shuffle(drawn)) {
  count++;
  chunk.push(`== ${count}`);
  for (const [at, line] of article.lines.entries()) {
    chunk.push(`${count}.${at + 1} ${line}`);
    origins.push(
      `${count}.${at + 1}\t${article.source}\t${article.first + at}\t${lineHash(line)}`,
    );
  }
  words += article.words;
  if (words >= WORDS_A_CHUNK) flush();
}

function flush(): void {
  const name = String(number++).padStart(3, '0');
  writeFileSync(join(folder, `${name}.txt`), `${chunk.join('\n')}\n`);
  writeFileSync(join(folder, `${name}.origins`), `${origins.join('\n')}\n`);
  chunk = [];
  origins = [];
  words = 0;
}

function splitArticles(source: NewsSource, lines: readonly string[]): Article[] {
  const articles: Article[] = [];
  let first = 0;
  const close = (end: number) => {
    const own = lines.slice(first, end);
    const size = own.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
    if (own.length > 1 && size >= 70 && size <= 420 && !done.has(`${source} ${first}`)) {
      articles.push({ source, first, lines: own, words: size });
    }
    first = end + 1;
  };
  for (const [at, line] of lines.entries()) if (line.trim() === '') close(at);
  close(lines.length);
  return articles;
}

/** What has been annotated already, as source and line. */
function annotatedLines(): Set<string> {
  const found = new Set<string>();
  for (const folder of DONE) {
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder)) {
      for (const row of readFileSync(join(folder, file), 'utf8').split('\n')) {
        found.add(row.split('\t').slice(0, 2).join(' '));
      }
    }
  }
  return found;
}

/** The half of the articles with the larger share of rare words: names not met before stand there. */
function ofRareWords(articles: readonly Article[], lines: readonly string[]): Article[] {
  const counts = new Map<string, number>();
  const wordsOf = (line: string) => line.match(/\p{L}+/gu) ?? [];
  for (const line of lines) {
    for (const word of wordsOf(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const share = ({ lines: own }: Article) => {
    const words = own.flatMap(wordsOf);
    return words.filter((word) => (counts.get(word) ?? 0) < RARE).length / words.length;
  };
  const rated = articles.map((article) => ({ article, share: share(article) }));
  rated.sort((a, b) => b.share - a.share);
  return rated.slice(0, Math.ceil(rated.length / 2)).map(({ article }) => article);
}

function shuffle<T>(items: readonly T[]): T[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
