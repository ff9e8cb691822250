/** `npm run predict -- articles`: detection and extraction on saved pages. */
import { readFileSync } from 'node:fs';
import { parsePage, predictPage } from './article-page';
import { jsonRows, stringField } from './predictor';

export const predictor = jsonRows((row) => {
  const url = stringField(row, 'url');
  const html =
    row.html === undefined
      ? readFileSync(stringField(row, 'htmlPath'), 'utf8')
      : stringField(row, 'html');
  const document = parsePage(html);
  const start = performance.now();
  const { detection, body } = predictPage(document, url);
  const ms = performance.now() - start;
  const { facts } = detection;
  return {
    ms: Math.round(ms * 100) / 100,
    isArticle: detection.isArticle,
    confidence: Math.round(detection.confidence * 1000) / 1000,
    title: facts.title,
    byline: facts.byline ?? null,
    published: facts.published ?? null,
    lang: facts.lang,
    partial: facts.partial ?? false,
    live: facts.live ?? false,
    body,
  };
});
