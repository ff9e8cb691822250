/** A note for the clipboard, with the way back to its place. */
import type { Article } from '../model/article';
import { isHighlight, type Note, quoteOf } from '../model/note';
import { cleanText, singleLine } from './clean-text';
import { escapeLine, escapeParagraphs, quoteBlock } from './escape-markdown';
import { passageLink } from './passage-link';
import { encodedAddress } from './web-address';

/** The passage as a quotation, the reader's words, and the headline as a link to the passage. */
export function noteAsMarkdown(note: Note, article: Article): string {
  const quote = quoteOf(note) ?? '';
  const title = escapeLine(article.title) || escapeLine(article.url);
  const href = linkOf(note, article);
  return [
    quote === '' ? '' : quoteBlock(escapeParagraphs(quote)),
    isHighlight(note) ? '' : escapeParagraphs(note.body),
    href === null ? title : `[${title}](<${href}>)`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** «The passage», where it is from, and the link to it: to paste anywhere. */
export function quoteWithLink(note: Note, article: Article): string {
  const quote = quoteOf(note) ?? '';
  const source = [article.title, article.siteName].map(singleLine).filter(Boolean);
  return [
    quote === '' ? '' : `«${cleanText(quote).trim()}»`,
    source.join(' · '),
    linkOf(note, article) ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function linkOf({ target }: Note, article: Article): string | null {
  return target.type === 'passage'
    ? passageLink(article.url, target.selector)
    : encodedAddress(article.url);
}
