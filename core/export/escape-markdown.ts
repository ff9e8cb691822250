/**
 * Text that a Markdown reader shows as it was written. What the reader wrote
 * and what a page said are text: no markup, no HTML, no link that runs code.
 * Written for CommonMark, GitHub's and Obsidian's dialects.
 */
import { cleanText, singleLine } from './clean-text';

/** Marks that mean something wherever they stand (`$` mathematics, `=` and `%` in Obsidian). */
const INLINE_MARK = /[\\`*_{}[\]<>~|$^]|={2,}|%{2,}|!(?=\[)|&(?=#|[a-z])|#(?=[^\s#])/giu;

const WEB_ADDRESS = /https?:\/\/[^\s<>"'\\`|{}^[\]]+/giu;

/** One line of text; line breaks in it become spaces. */
export function escapeLine(text: string): string {
  return escapeOneLine(singleLine(text));
}

/** Paragraphs: blank lines part them, single line breaks are kept as such. */
export function escapeParagraphs(text: string): string {
  return cleanText(text)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/gu, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n').map(escapeOneLine).join('\\\n'))
    .join('\n\n');
}

/** The lines of `markdown` as a quotation. */
export function quoteBlock(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A link when the address is one of the web, else its text. */
export function link(address: string): string {
  const url = webAddress(address);
  return url === null ? escapeLine(address) : `<${url}>`;
}

/** The address if it is one of the web, in the form that `<…>` can hold; else null. */
function webAddress(address: string): string | null {
  if (!URL_START.test(address) || /[\s<>\\]/u.test(address)) return null;
  return cleanText(address).replace(BIDI_CONTROLS, '');
}

const URL_START = /^https?:\/\/[^/]/iu;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function escapeOneLine(line: string): string {
  const indent = line.match(/^[ \t]*/u)?.[0] ?? '';
  const rest = line.slice(indent.length).trimEnd();
  // Four spaces would make code of it; no-break spaces look the same and do not.
  const margin = indent.replace(/\t/gu, '    ').replace(/ /gu, '\u00A0');
  const escaped = escapeAroundAddresses(rest);
  return margin + (margin === '' ? escapeStart(escaped) : escaped);
}

/** Marks that mean something only at the start: of headings, lists, rules, and underlines of titles. */
function escapeStart(line: string): string {
  return line.replace(/^[#>+=:-]/u, '\\$&').replace(/^(\d{1,9})(?=[.)])/u, '$1\\');
}

/** Addresses of the web stay whole, as links; the rest is escaped. */
function escapeAroundAddresses(line: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of line.matchAll(WEB_ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)»”’،؛؟]+$/u, '');
    const url = webAddress(address);
    if (url === null) continue;
    parts.push(escapeMarks(line.slice(at, match.index)), `<${url}>`);
    at = match.index + address.length;
  }
  parts.push(escapeMarks(line.slice(at)));
  return parts.join('');
}

function escapeMarks(text: string): string {
  return text.replace(INLINE_MARK, (mark) =>
    [...mark].map((char) => `\\${char}`).join(''),
  );
}
