import type { BrowserDriver, PageDriver } from '@/scripts/browsers/browser-driver';

interface StorageApi {
  storage: { local: { get(keys: null): Promise<object> } };
}

/** A page of the extension that sees what lies on the disk while another page is written in. */
export function openDiskView(browser: BrowserDriver): Promise<PageDriver> {
  return browser.openExtensionPage('popup.html');
}

/** Waits until a word lies on the disk, as a draft or in a note. A key is on its way there for some milliseconds. */
export async function waitForDisk(view: PageDriver, word: string): Promise<void> {
  await view.waitFor(
    async (word) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const api = globalThis as unknown as Record<'browser' | 'chrome', StorageApi>;
      const drafts = await (api.browser ?? api.chrome).storage.local.get(null);
      if (JSON.stringify(drafts).includes(word)) return true;
      const database = await settled(indexedDB.open('hawashi'));
      try {
        const notes = database.transaction('notes').objectStore('notes').getAll();
        return JSON.stringify(await settled(notes)).includes(word);
      } finally {
        database.close();
      }
    },
    word,
    { timeout: 5_000, what: `${word} on the disk` },
  );
}
