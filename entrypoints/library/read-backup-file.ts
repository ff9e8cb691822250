import { openFile, readOpened } from '@/core/import/formats';
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import { runToEnd } from '@/core/text/steps';

export interface BackupFile {
  articles: Article[];
  notes: Note[];
  versions: NoteVersion[];
  /** Records that are not what they should be, or of an article that is not in the file. */
  unsound: number;
}

/** What a file holds that is ours; null when it is no file of ours at all. Hostile until read. */
export function readBackupFile(text: string): BackupFile | null {
  const opened = openFile(text);
  if (opened.format !== 'json') return null;
  const { data, report } = runToEnd(readOpened(opened, { fileTime: 0 }));
  const isRefused = report.refused.some(({ row }) => row === 0);
  return isRefused ? null : { ...data, unsound: report.left };
}
