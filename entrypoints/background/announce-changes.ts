/** What other tabs are told. Those without a reader do not answer, which is fine. */
import { browser } from 'wxt/browser';
import { sendToPage } from '@/messaging/client';

/** Tells every tab but the writer's that notes of an article changed; null: of any. */
export function announceNotes(articleId: string | null, writtenIn: number | null): void {
  eachTab((id) => {
    if (id !== writtenIn) void sendToPage(id, 'notes-changed', { articleId });
  });
}

/** Tells every tab that any notes may have changed: of whichever article it shows. */
export function announceAllNotes(): void {
  announceNotes(null, null);
}

/** Tells every tab that what is known of its article may have changed. */
export function announceHistory(): void {
  eachTab((id) => void sendToPage(id, 'history-changed', {}));
}

function eachTab(tell: (tabId: number) => void): void {
  browser.tabs
    .query({ discarded: false })
    .then((tabs) => {
      for (const { id } of tabs) if (id !== undefined) tell(id);
    })
    .catch(() => {});
}
