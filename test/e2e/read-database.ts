import type { Note } from '@/core/model/note';
import type { BrowserDriver } from '@/scripts/browsers/browser-driver';

/** The notes as they lie on the disk, trash included, read past all of our code. */
export function readNotes(browser: BrowserDriver): Promise<Note[]> {
  return readTable(browser, 'notes');
}

/** A table as it lies on the disk, read past all of our code. Bytes come as objects. */
export async function readTable<Row>(
  browser: BrowserDriver,
  table: string,
): Promise<Row[]> {
  const page = await browser.openExtensionPage('popup.html');
  try {
    return await page.evaluate(async (table) => {
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const found = (await indexedDB.databases()).find(({ name }) => name === 'hawashi');
      if (!found?.name) return [];
      const database = await settled(indexedDB.open(found.name));
      try {
        return await settled<Row[]>(
          database.transaction(table).objectStore(table).getAll(),
        );
      } finally {
        database.close();
      }
    }, table);
  } finally {
    await page.close();
  }
}
