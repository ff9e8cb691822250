/** What may become of the database while the background has it open, done from a page of the extension. */

import type { BrowserDriver, PageDriver } from '@/scripts/browsers/browser-driver';
import { STORES_V1 } from '@/storage/schema';
import { inExtension } from '../ask-extension';

const NAME = 'hawashi';

export function deleteDatabase(browser: BrowserDriver): Promise<boolean> {
  return inExtension(browser, (own) =>
    own.evaluate(
      (name) =>
        new Promise<boolean>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = () => resolve(true);
          request.onerror = () => reject(request.error);
        }),
      NAME,
    ),
  );
}

/** As a newer version of the extension would leave it. */
export function makeNewer(browser: BrowserDriver): Promise<boolean> {
  return inExtension(browser, (own) =>
    own.evaluate(
      (name) =>
        new Promise<boolean>((resolve, reject) => {
          const request = indexedDB.open(name, 9_990);
          request.onsuccess = () => {
            request.result.close();
            resolve(true);
          };
          request.onerror = () => reject(request.error);
        }),
      NAME,
    ),
  );
}

/**
 * Puts a database of the first version in its place and keeps it open as a page
 * of that version would, deaf to whoever wants to upgrade it; closing the page
 * lets it go.
 */
export async function holdOlder(browser: BrowserDriver): Promise<PageDriver> {
  await browser.killBackground();
  const own = await browser.openExtensionPage('popup.html');
  await own.evaluate(
    async ({ name, stores }) => {
      const settled = (request: IDBOpenDBRequest) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      // Both at once: whoever opens it meanwhile comes after. Dexie multiplies its versions by ten.
      indexedDB.deleteDatabase(name);
      const request = indexedDB.open(name, 10);
      const keyOf = (path: string) =>
        path.startsWith('[') ? path.slice(1, -1).split('+') : path;
      request.onupgradeneeded = () => {
        for (const [store, paths] of stores) {
          const [key = '', ...indexes] = paths.split(', ');
          const made = request.result.createObjectStore(store, { keyPath: keyOf(key) });
          for (const index of indexes) made.createIndex(index, keyOf(index));
        }
      };
      Object.assign(globalThis, { held: await settled(request) });
      return true;
    },
    { name: NAME, stores: Object.entries(STORES_V1) },
  );
  return own;
}
