/**
 * Notes written in private windows: in the browser's memory, of which nothing
 * ever reaches the disk, and which outlives a worker that dies. They are gone
 * with the last private window.
 */
import { browser } from 'wxt/browser';
import type { ArticleFacts } from '../core/model/article';
import type { Note } from '../core/model/note';

const PREFIX = 'private:';

export interface PrivateNote {
  note: Note;
  /** Of the page where it was last written. */
  article: ArticleFacts;
}

export async function readPrivateNotes(): Promise<PrivateNote[]> {
  const kept = await browser.storage.session.get(null);
  return Object.entries(kept)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([, entry]) => entry as PrivateNote);
}

/** Rejects when there is no room: browsers give an extension some 10 MB. */
export function keepPrivateNote(entry: PrivateNote): Promise<void> {
  return browser.storage.session.set({ [PREFIX + entry.note.id]: entry });
}

export async function forgetPrivateNotes(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(PREFIX)));
}
