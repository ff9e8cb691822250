/** The extractors compared: ours, and the libraries people use. */
import { parsePage, predictPage } from '../../predict/article-page';

export interface Extraction {
  isArticle: boolean;
  confidence: number;
  title: string;
  author: string;
  date: string;
  body: string;
  /** CPU milliseconds, parsing of HTML left out. */
  ms: number;
}

export type Tool = (html: string, url: string) => Promise<Extraction>;

export const hawashi: Tool = async (html, url) => {
  const document = parsePage(html);
  const start = process.cpuUsage();
  const { detection, body } = predictPage(document, url);
  const ms = cpuMs(start);
  const { facts, isArticle, confidence } = detection;
  return {
    isArticle,
    confidence,
    title: facts.title,
    author: facts.byline ?? '',
    date: facts.published ?? '',
    body,
    ms,
  };
};

/** Loaded only when asked for: the product uses neither. */
export async function peers(): Promise<Record<string, Tool>> {
  const { Readability } = await import('@mozilla/readability');
  const { Defuddle } = await import('defuddle/node');
  return {
    readability: async (html) => {
      const document = parsePage(html);
      const start = process.cpuUsage();
      const article = new Readability(document).parse();
      const ms = cpuMs(start);
      return {
        isArticle: article !== null,
        confidence: article === null ? 0 : 1,
        title: article?.title ?? '',
        author: article?.byline ?? '',
        date: article?.publishedTime ?? '',
        body: textOfHtml(article?.content ?? ''),
        ms,
      };
    },
    defuddle: async (html, url) => {
      const document = parsePage(html);
      const start = process.cpuUsage();
      const article = await Defuddle(document, url);
      const ms = cpuMs(start);
      const body = textOfHtml(article.content);
      return {
        isArticle: body.length > 500,
        confidence: body.length > 500 ? 1 : 0,
        title: article.title,
        author: article.author,
        date: article.published,
        body,
        ms,
      };
    },
  };
}

/** The processor's time, so that a busy machine does not count. */
function cpuMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** Text of cleaned HTML, a space at every border. */
function textOfHtml(html: string): string {
  const document = parsePage(
    html.replace(
      /<(?:\/?(?:p|div|li|h\d|blockquote|td|tr|ul|ol|figure|figcaption|section)|br)\b[^>]*>/gi,
      '$& ',
    ),
  );
  return document.body?.textContent ?? '';
}
