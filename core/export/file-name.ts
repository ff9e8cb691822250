import { dayFormatter } from './times';

/** Names for files that a reader recognises, in Arabic as well, on every file system. */
export interface ExportFile {
  /** The article's title; null for everything. */
  title: string | null;
  /** Milliseconds since the epoch. */
  exportedAt: number;
  /** Without a dot. */
  extension: string;
  /** What the name begins with; `حواشي` when left out. */
  prefix?: string;
  /** IANA name; UTC when left out. */
  timeZone?: string;
}

/** A file name may have 255 bytes; the browser may add ` (1)`, a backup tool its own ending. */
const MAX_TITLE_BYTES = 160;

const LETTERS = new Intl.Segmenter('ar');

/** For example `حواشي – بغداد تستعد للانتخابات – 2020-01-03.md`. */
export function exportFileName({
  title,
  exportedAt,
  extension,
  prefix = 'حواشي',
  timeZone = 'UTC',
}: ExportFile): string {
  const day = dayFormatter(timeZone)(exportedAt);
  const name = title === null ? '' : safeTitle(title);
  return `${[prefix, name, day].filter((part) => part !== '').join(' – ')}.${extension}`;
}

function safeTitle(title: string): string {
  const plain = title
    // Zero-width joiners shape Persian words and stay; controls of direction
    // can dress an ending up as another and go.
    .replace(
      /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu,
      ' ',
    )
    .replace(/[/\\:*?"<>|#%{}$!'`=@+~^[\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return clip(plain, MAX_TITLE_BYTES).replace(/^[. ]+|[. ]+$/gu, '');
}

/** As many whole letters, with their marks, as fit into so many bytes of UTF-8. */
function clip(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of LETTERS.segment(text)) {
    used += utf8Length(segment);
    if (used > bytes) return kept.trimEnd();
    kept += segment;
  }
  return kept;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
