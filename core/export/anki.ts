/**
 * Cards for Anki: text with tabs, its header directives saying what is what
 * (https://docs.ankiweb.net/importing/text-files.html). Of a note with words the
 * front is the passage and the back the words; of a highlight the front is what
 * stands around it, with a gap, and the back what stands in the gap.
 */
import type { Article } from '../model/article';
import { isHighlight, type Note } from '../model/note';
import { cleanText, escapeHtml, singleLine } from './clean-text';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { inPieces, type Writing } from './export-format';
import { passageLink } from './passage-link';
import { encodedAddress } from './web-address';

const HEAD = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#deck:حواشي',
  '#columns:ID\tFront\tBack\tTags',
  '#guid column:1',
  '#tags column:4',
];
const GAP = '[…]';

export function writeAnki(data: ExportData): Writing {
  const index = indexData(data);
  return inPieces(index.noteCount, function* () {
    yield `${HEAD.join('\n')}\n`;
    for (const article of index.articles) {
      for (const note of index.notesOf(article)) {
        const card = cardOf(note, article);
        if (card !== null) yield `${card.join('\t')}\n`;
      }
    }
  });
}

/** Null where there is nothing to ask: a mark on the whole article without words. */
function cardOf(note: Note, article: Article): string[] | null {
  const title = singleLine(article.title);
  const selector = note.target.type === 'passage' ? note.target.selector : null;
  const isGap = isHighlight(note);
  if (isGap && selector === null) return null;
  const front = isGap
    ? `${selector?.prefix ?? ''}${GAP}${selector?.suffix ?? ''}`
    : (selector?.exact ?? title);
  const back = isGap ? (selector?.exact ?? '') : note.body;
  const href = selector
    ? passageLink(article.url, selector)
    : encodedAddress(article.url);
  const source = block(
    `${title}${title && article.siteName ? ' · ' : ''}${singleLine(article.siteName)}`,
  );
  return [
    id(note.id),
    block(front) + (isGap && title !== '' ? `<small>${block(title)}</small>` : ''),
    `${block(back)}<hr>${href === null ? source : `<a href='${escapeHtml(href)}'>${source}</a>`}`,
    ['hawashi', `colour::${note.colour}`, ...note.tags.map(ankiTag)]
      .filter((tag) => tag !== '')
      .join(' '),
  ];
}

/** HTML of one line, without double quotes, which would open a field in quotes; each line of the text turns the way its own letters do. */
function block(text: string): string {
  const html = escapeHtml(cleanText(text).trim())
    .replace(/\t/gu, ' ')
    .replace(/\n/gu, '<br>');
  // Anki reads what stands in double braces as a field, and `[sound:…]` as a file.
  const inert = html.replace(/\{(?=\{)/gu, '&#123;').replace(/\[(?=sound:)/giu, '&#91;');
  return `<div dir='auto'>${inert}</div>`;
}

/** Tags are parted by spaces, and `::` makes a tree. */
function ankiTag(tag: string): string {
  return singleLine(tag)
    .replace(/["\s]+/gu, '_')
    .replace(/:{2,}/gu, ':');
}

function id(text: string): string {
  return singleLine(text).replace(/[\s"]+/gu, '_');
}
