import { readHistorySettings } from '@/storage/history-settings';

/** Whether what is read is remembered, asked before anything is drawn: a line of its own must not come in late. */
export async function isRecording(): Promise<boolean> {
  const settings = await readHistorySettings().catch(() => null);
  return settings?.recording ?? true;
}
