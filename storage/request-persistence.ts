/**
 * Asks the browser never to throw the database away for want of space. Only
 * pages can ask, so in Chrome's worker, where `unlimitedStorage` does the same,
 * this finds out what holds.
 */
export async function requestPersistence(): Promise<boolean> {
  try {
    const storage: Partial<StorageManager> | undefined = navigator.storage;
    if (await storage?.persisted?.()) return true;
    return (await storage?.persist?.()) ?? false;
  } catch {
    // Some privacy settings take the API away by letting it throw.
    return false;
  }
}
