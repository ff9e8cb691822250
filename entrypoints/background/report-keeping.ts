/** What the reader is told of the keeping of their notes, wherever they look next. */
import type { BroughtCounts } from '@/storage/bring-back';
import { writeKeepingReport } from '@/storage/keeping-report';
import { announceAllNotes } from './announce-changes';

export function sayBroughtBack(token: string, counts: BroughtCounts): void {
  announceAllNotes();
  void writeKeepingReport({ broughtBack: { token, at: Date.now(), counts } }).catch(
    () => {},
  );
}

export function sayTrouble(code: string | null): void {
  void writeKeepingReport({ trouble: code }).catch(() => {});
}
