import type { Note } from '@/core/model/note';
import type { BrowserDriver } from '@/scripts/browsers/browser-driver';

/** The notes as they lie on the disk, trash included, read past all of our code. */
export async function readNotes(browser: BrowserDriver): Promise<Note[]> {
  const page = await browser.openExtensionPage('popup.html');
  try {
    return await page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [found] = (await indexedDB.databases()).filter(({ name }) => name);
      if (!found?.name) return [];
      const database = await settled(indexedDB.open(found.name));
      try {
        return await settled<Note[]>(
          database.transaction('notes').objectStore('notes').getAll(),
        );
      } finally {
        database.close();
      }
    });
  } finally {
    await page.close();
  }
}
