/** A saved page as the extension's code sees it, without a browser. */
import { parseHTML } from 'linkedom';
import { collapseSpace } from '@/core/article/collapse-space';
import { type Detection, detectArticle } from '@/page/article/detect-article';
import { textOfBlock } from './block-text';

export function parsePage(html: string): Document {
  // linkedom builds no <html> or <body> that the source leaves out.
  const whole = /<(?:html|body)[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

export interface PagePrediction {
  detection: Detection;
  /** Paragraphs joined by blank lines, headline left out. */
  body: string;
}

export function predictPage(document: Document, url: string): PagePrediction {
  const detection = detectArticle(document, url);
  const body = detection.blocks
    .filter((block) => block.role === 'body')
    .map((block) => collapseSpace(textOfBlock(block)))
    .filter((text) => text !== '')
    .join('\n\n');
  return { detection, body };
}
