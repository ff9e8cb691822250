/** The annotated news: offsets from the repository, the text from the raw news of `../shared`. */
import { readFileSync } from 'node:fs';
import { lineHash, type NewsSource, readNewsLines } from './news-lines';

export interface AnnotatedName {
  /** UTF-16 offsets within the line. */
  start: number;
  end: number;
  kind: 'PER' | 'LOC' | 'ORG';
}

export interface AnnotatedLine {
  text: string;
  names: AnnotatedName[];
}

/** Title first, then paragraphs. */
export type AnnotatedArticle = AnnotatedLine[];

/** Throws when the news is not the text that was annotated. */
export function readAnnotations(
  paths: readonly string[],
  shared: string,
): AnnotatedArticle[] {
  const news = new Map<string, string[]>();
  const articles: AnnotatedArticle[] = [];
  let before = { source: '', number: -1 };
  for (const path of paths) {
    for (const row of readFileSync(path, 'utf8').split('\n')) {
      if (row === '') continue;
      const [source = '', at = '', hash, marks = ''] = row.split('\t');
      const lines = news.get(source) ?? readNewsLines(shared, source as NewsSource);
      news.set(source, lines);
      const number = Number(at);
      const text = lines[number] ?? '';
      if (lineHash(text) !== hash) {
        throw new Error(`${path}: line ${number} of ${source} is not the annotated one`);
      }
      if (before.source !== source || before.number + 1 !== number) articles.push([]);
      before = { source, number };
      articles.at(-1)?.push({ text, names: readNames(marks) });
    }
  }
  return articles;
}

function readNames(marks: string): AnnotatedName[] {
  return marks
    .split(' ')
    .filter((mark) => mark !== '')
    .map((mark) => {
      const [start, end, kind] = mark.split(',');
      return {
        start: Number(start),
        end: Number(end),
        kind: kind as AnnotatedName['kind'],
      };
    });
}
