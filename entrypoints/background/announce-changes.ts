import { browser } from 'wxt/browser';
import { sendToPage } from '@/messaging/client';

/** Tells every tab but the writer's that notes of an article changed. Tabs without a reader do not answer, which is fine. */
export function announceNotes(articleId: string, writtenIn: number | null): void {
  browser.tabs
    .query({ discarded: false })
    .then((tabs) => {
      for (const { id } of tabs) {
        if (id !== undefined && id !== writtenIn) {
          void sendToPage(id, 'notes-changed', { articleId });
        }
      }
    })
    .catch(() => {});
}
