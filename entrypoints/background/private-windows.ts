import { browser } from 'wxt/browser';
import { forgetPrivateNotes } from '@/storage/private-notes';

export async function isPrivateWindowOpen(): Promise<boolean> {
  const windows = await browser.windows.getAll();
  return windows.some(({ incognito }) => incognito);
}

/** What was written in private windows goes with the last of them, or as soon after as the worker lives. */
export function forgetWithLastPrivateWindow(): void {
  const settle = async (): Promise<void> => {
    if (!(await isPrivateWindowOpen())) await forgetPrivateNotes();
  };
  const listen = (): void => void settle().catch(() => {});
  browser.windows.onRemoved.addListener(listen);
  listen();
}
