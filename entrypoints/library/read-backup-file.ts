import { JSON_FORMAT, JSON_VERSION } from '@/core/export/json';
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import { readArticle, readNote, readVersion } from '@/messaging/validate';

export interface BackupFile {
  articles: Article[];
  notes: Note[];
  versions: NoteVersion[];
  /** Records that are not what they should be, or of an article that is not in the file. */
  unsound: number;
}

/** What a file holds that is ours; null when it is no file of ours at all. Hostile until read. */
export function readBackupFile(text: string): BackupFile | null {
  const file = parse(text);
  const { format, version } = file;
  if (format !== JSON_FORMAT || typeof version !== 'number' || version > JSON_VERSION) {
    return null;
  }
  const found: BackupFile = { articles: [], notes: [], versions: [], unsound: 0 };
  take(file.articles, readArticle, found.articles, found);
  take(file.notes, readNote, found.notes, found);
  take(file.versions, readVersion, found.versions, found);
  const articles = new Set(found.articles.map(({ id }) => id));
  const notes = found.notes.filter(({ articleId }) => articles.has(articleId));
  const unsound = found.unsound + found.notes.length - notes.length;
  return { ...found, notes, unsound };
}

function parse(text: string): Record<string, unknown> {
  try {
    const file: unknown = JSON.parse(text);
    return typeof file === 'object' && file !== null
      ? (file as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

function take<Row>(
  rows: unknown,
  read: (row: unknown) => { success: boolean; output: unknown },
  into: Row[],
  counts: { unsound: number },
): void {
  if (!Array.isArray(rows)) return;
  for (const row of rows) {
    const { success, output } = read(row);
    if (success) into.push(output as Row);
    else counts.unsound++;
  }
}
