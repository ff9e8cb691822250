/** The texts that are changed: the project's own, or those of the files named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Article {
  script: 'Arabic' | 'Latin';
  text: string;
}

const OWN_TEXTS = join(import.meta.dirname, 'texts');
/** Shorter texts hold no passage worth looking for. */
const LEAST_LENGTH = 600;

export function readArticles(files: readonly string[]): Article[] {
  const paths =
    files.length > 0
      ? files
      : readdirSync(OWN_TEXTS)
          .sort()
          .map((name) => join(OWN_TEXTS, name));
  const articles = paths.flatMap(textsOf).flatMap((raw): Article[] => {
    const text = inParagraphs(raw);
    const script = scriptOf(text);
    return script === null || text.length < LEAST_LENGTH ? [] : [{ script, text }];
  });
  return articles.filter(
    ({ text }, index) => articles.findIndex((other) => other.text === text) === index,
  );
}

function textsOf(path: string): string[] {
  const content = readFileSync(path, 'utf8');
  if (!path.endsWith('.jsonl')) return [content];
  return content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as { text?: string; a?: { text?: string } };
      return row.text ?? row.a?.text ?? '';
    });
}

/** One blank line between paragraphs, none empty; a line is a paragraph. */
function inParagraphs(raw: string): string {
  return raw
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

function scriptOf(text: string): Article['script'] | null {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic + latin < text.length / 2) return null;
  return arabic > latin ? 'Arabic' : 'Latin';
}
