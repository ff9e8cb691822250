/**
 * One page that needs nothing but itself: to read, to print, to keep. It runs no
 * code and asks for nothing, and says so to the browser. Each text turns the way
 * its own letters do.
 */
import type { Article } from '../model/article';
import { SHOWN_KINDS } from '../model/entity';
import { isHighlight, type Note } from '../model/note';
import { cleanText, escapeHtml, isolate, singleLine } from './clean-text';
import { type CountedName, indexData, nameOf } from './data-index';
import type { ExportData } from './export-data';
import { type ExportOptions, inPieces, type Writing } from './export-format';
import { EXPORT_WORDS, type ExportWords } from './export-words';
import { HTML_STYLE } from './html-style';
import { passageLink } from './passage-link';
import { dayFormatter } from './times';
import { encodedAddress } from './web-address';

interface Style {
  words: ExportWords;
  lang: 'ar' | 'en';
  day: (time: number) => string;
}

export function writeHtml(data: ExportData, options: ExportOptions): Writing {
  const { lang } = options;
  const words = EXPORT_WORDS[lang];
  const style = { words, lang, day: dayFormatter(options.timeZone) };
  const index = indexData(data);
  return inPieces(index.noteCount, function* () {
    yield headOf(data, style);
    if (index.articles.length === 0) yield `<p>${words.noNotes}</p>\n`;
    for (const article of index.articles) {
      yield `<article>\n${factsOf(article, style)}${namesOf(index.namesOf(article), style)}`;
      const notes = index.notesOf(article);
      if (notes.length === 0) yield `<p>${words.noNotes}</p>\n`;
      for (const note of notes) yield noteOf(note, article, style);
      yield '</article>\n';
    }
    yield '</main>\n</body>\n</html>\n';
  });
}

function headOf(data: ExportData, { words, lang, day }: Style): string {
  const title = `${words.notesHeading} · ${isolate(day(data.exportedAt))}`;
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<header><h1>${title}</h1></header>
`;
}

function factsOf(article: Article, { words }: Style): string {
  const title = textOf(article.title) || words.untitled;
  const address = encodedAddress(article.url);
  const facts = [article.siteName, article.byline ?? '', article.published ?? '']
    .map(textOf)
    .filter((fact) => fact !== '')
    .map((fact) => `<bdi>${fact}</bdi>`);
  const heading = address === null ? title : anchor(address, title);
  const shown =
    address === null
      ? textOf(article.url)
      : anchor(address, escapeHtml(readable(address)));
  return `<h2 dir="auto">${heading}</h2>
<p class="facts">${facts.join(' · ')}</p>
<p class="address" dir="ltr">${shown}</p>
`;
}

function namesOf(names: readonly CountedName[], { words, lang }: Style): string {
  const rows = SHOWN_KINDS.flatMap((kind) => {
    const ofKind = names.filter((name) => name.kind === kind);
    if (ofKind.length === 0) return [];
    const list = ofKind.map(
      ({ entity, count }) => `<bdi>${textOf(nameOf(entity, lang))}</bdi> (${count})`,
    );
    return [`<dt>${words.kinds[kind]}</dt><dd>${list.join(words.comma)}</dd>\n`];
  });
  return rows.length === 0 ? '' : `<dl>\n${rows.join('')}</dl>\n`;
}

function noteOf(note: Note, article: Article, { words, day }: Style): string {
  const tags = note.tags.map(
    (tag) => ` <span class="tag"><bdi>${textOf(tag)}</bdi></span>`,
  );
  return `<section class="${note.colour}">
${aboutOf(note, article, words)}${isHighlight(note) ? '' : paragraphs(note.body)}<footer><time>${day(note.createdAt)}</time>${tags.join('')}</footer>
</section>
`;
}

function aboutOf({ target }: Note, article: Article, words: ExportWords): string {
  if (target.type !== 'passage') return `<p class="whole">${words.onArticle}</p>\n`;
  const href = passageLink(article.url, target.selector);
  const way =
    href === null
      ? ''
      : ` <a class="way" href="${escapeHtml(href)}" aria-label="${words.toPassage}">↗</a>`;
  return `<blockquote>${paragraphs(target.selector.exact)}${way}</blockquote>\n`;
}

/** Blank lines part paragraphs; line breaks and indents stay, by the style sheet. */
function paragraphs(text: string): string {
  return cleanText(text)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/gu, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph)}</p>`)
    .join('\n');
}

function textOf(text: string): string {
  return escapeHtml(singleLine(text));
}

function anchor(address: string, html: string): string {
  return `<a href="${escapeHtml(address)}">${html}</a>`;
}

function readable(address: string): string {
  try {
    return singleLine(decodeURI(address)).replace(
      /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
      '',
    );
  } catch {
    return address;
  }
}
