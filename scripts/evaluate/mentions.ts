/**
 * `npm run evaluate -- mentions [FOLDER|FILE.tsv|FILE.jsonl…]`: annotated articles,
 * read as the product reads them: headline and paragraphs as one text. A `.tsv` holds
 * offsets into the raw news of `../shared` (`--shared`); a row of a `.jsonl` is
 * `{"text", "title"?, "mentions": [{"start", "end", "type"}]}`; a name within
 * another one is left out. `--mistakes N` gives N examples of each confusion (3).
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mentionTypeOf } from '@/core/model/entity';
import { readAnnotations } from '@/training/annotations/read-annotations';
import { loadRecogniser } from '../predict/recogniser';
import {
  compareNames,
  emptyScores,
  makeDisjoint,
  NAME_TYPES,
  type NameSpan,
} from './name-scores';
import { nameReport } from './print-name-scores';

const ROOT = join(import.meta.dirname, '..', '..');
/** UTF-16 units around a name in a list of mistakes. */
const AROUND = 30;

interface MarkedText {
  text: string;
  title?: string;
  names: NameSpan[];
}

export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shared: { type: 'string', default: join(ROOT, '..', 'shared') },
      mistakes: { type: 'string', default: '3' },
    },
  });
  const given =
    positionals.length > 0 ? positionals : [join(ROOT, 'training/annotations/news-dev')];
  const paths = given.flatMap(filesOf);
  if (paths.length === 0) return refuse(`no .tsv and no .jsonl in ${given.join(', ')}`);
  let texts: MarkedText[];
  try {
    texts = readTexts(paths, values.shared);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const recogniser = loadRecogniser();
  const scores = emptyScores();
  const before = performance.now();
  for (const { text, title, names } of texts) {
    const { mentions } = recogniser.recognise(text, title === undefined ? {} : { title });
    const found = mentions.map(({ start, end, kind }) => ({
      ...{ start, end },
      type: mentionTypeOf(kind),
    }));
    compareNames(names, found, showIn(text), scores);
  }
  const ms = performance.now() - before;
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  process.stdout.write(
    `${paths.length} files, ${texts.length} articles, ${words} words, ${((1000 * ms) / words).toFixed(1)} ms per 1,000 words\n\n${nameReport(scores, Number(values.mistakes))}`,
  );
}

/** A file, or those of a folder in the order of their names. */
function filesOf(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.(?:tsv|jsonl)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function readTexts(paths: readonly string[], shared: string): MarkedText[] {
  const isRows = (path: string) => path.endsWith('.jsonl');
  const annotated = paths.filter((path) => !isRows(path));
  return [
    ...readAnnotations(annotated, shared).map(joinLines),
    ...paths.filter(isRows).flatMap(readRows),
  ];
}

/** Headline and paragraphs as the text model of a page joins its blocks. */
function joinLines(article: ReturnType<typeof readAnnotations>[number]): MarkedText {
  let text = '';
  const names: NameSpan[] = [];
  for (const [index, line] of article.entries()) {
    if (index > 0) text += '\n\n';
    for (const { start, end, kind } of line.names)
      names.push({ start: text.length + start, end: text.length + end, type: kind });
    text += line.text;
  }
  return { text, names: makeDisjoint(names) };
}

function readRows(path: string): MarkedText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const { text, title, mentions } = parseRow(line, `${path}:${index + 1}`);
      if (typeof text !== 'string' || !Array.isArray(mentions))
        throw new Error(`${path}:${index + 1} has no "text" or no "mentions"`);
      const names = mentions.flatMap(({ start, end, type }) => {
        const known = NAME_TYPES.find((one) => one === type);
        if (known === undefined) return [];
        if (typeof start !== 'number' || typeof end !== 'number' || start >= end)
          throw new Error(`${path}:${index + 1} has a mention without a place`);
        return [{ start, end, type: known }];
      });
      const own = typeof title === 'string' ? { title } : {};
      return [{ text, ...own, names: makeDisjoint(names) }];
    });
}

interface Row {
  text?: unknown;
  title?: unknown;
  mentions?: Partial<NameSpan>[];
}

function parseRow(line: string, where: string): Row {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null ? row : {};
  } catch {
    throw new Error(`${where} is no JSON`);
  }
}

/** A name in its line. */
function showIn(text: string): (span: NameSpan) => string {
  return ({ start, end }) => {
    const before = text.slice(Math.max(0, start - AROUND), start);
    const after = text.slice(end, end + AROUND);
    return `${before}⟦${text.slice(start, end)}⟧${after}`.replace(/\s+/gu, ' ');
  };
}

function refuse(why: string): void {
  process.stderr.write(`evaluate mentions: ${why}\n`);
  process.exitCode = 2;
}
