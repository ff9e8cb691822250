/**
 * A table of text: RFC 4180, with the comma, semicolon, tab or bar that its heading has.
 * Read row by row, each unit once, so that time and memory follow the file's length
 * whatever it holds. Formulas are text like any other.
 */

export interface CsvRow {
  /** As a spreadsheet counts: the heading is 1, and cells may hold line breaks. */
  row: number;
  cells: string[];
  /** A quotation mark was opened and never closed: the rest of the file is in the last cell. */
  isUnclosed: boolean;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Rows that are wholly empty are passed over, but counted. */
export function* readCsv(text: string, separator = separatorOf(text)): Generator<CsvRow> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  // A spreadsheet's own way to name the separator.
  at += /^sep=.\r?\n/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
  for (let row = 1; at < text.length; row++) {
    const cells: string[] = [];
    let isUnclosed = false;
    for (;;) {
      const cell = readCell(text, at, separator);
      cells.push(cell.text);
      isUnclosed ||= cell.isUnclosed;
      at = cell.end;
      if (text[at] !== separator) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (cells.some((cell) => cell !== '')) yield { row, cells, isUnclosed };
  }
}

interface Cell {
  text: string;
  /** Offset of the separator or line break after it. */
  end: number;
  isUnclosed: boolean;
}

function readCell(text: string, from: number, separator: string): Cell {
  if (text[from] !== '"') {
    const end = endOfPlain(text, from, separator);
    return { text: text.slice(from, end), end, isUnclosed: false };
  }
  const parts: string[] = [];
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) {
      parts.push(text.slice(at));
      return { text: parts.join(''), end: text.length, isUnclosed: true };
    }
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') {
      // What stands between the closing mark and the separator belongs to the cell.
      const end = endOfPlain(text, close + 1, separator);
      parts.push(text.slice(close + 1, end));
      return { text: parts.join(''), end, isUnclosed: false };
    }
    parts.push('"');
    at = close + 2;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length) {
    const unit = text[at];
    if (unit === separator || unit === '\n' || unit === '\r') break;
    at++;
  }
  return at;
}

/** The one that stands most often in the first line, outside of quotation marks. */
function separatorOf(text: string): string {
  const named = /^\ufeff?sep=(.)\r?\n/.exec(text.slice(0, 9))?.[1];
  if (named !== undefined) return named;
  const line =
    /^\ufeff?(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 10_000))?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
