/** A saved page as the extension's code sees it, without a browser. */
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterMap, Parser, serialize, type Token } from 'parse5';
import { collapseSpace } from '@/core/article/collapse-space';
import { type Detection, detectArticle } from '@/page/article/detect-article';
import { textOfBlock } from './block-text';

/** Browsers nest no deeper (Chromium: `kMaximumHTMLParserDOMTreeDepth`); without an end 200,000 open tags take hours. */
const DEEPEST = 512;

class ShallowParser extends Parser<DefaultTreeAdapterMap> {
  override _insertElement(
    token: Token.TagToken,
    namespace: Parameters<Parser<DefaultTreeAdapterMap>['_insertElement']>[1],
  ): void {
    if (this.openElements.stackTop > DEEPEST) this.openElements.pop();
    super._insertElement(token, namespace);
  }
}

/**
 * linkedom's own parser leaves a missing `<html>` missing and misplaced
 * elements where they are; a browser's does not. So the page is first put in
 * the order in which a browser would have it.
 */
export function parsePage(html: string): Document {
  return parseHTML(
    serialize(
      ShallowParser.parse<DefaultTreeAdapterMap>(html, { scriptingEnabled: false }),
    ),
  ).document;
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
