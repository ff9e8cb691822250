import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserDriver, poll } from '@/scripts/browsers/browser-driver';

/** The only file of the downloads, once it is whole; it is gone from there then. */
export function takeDownload(
  browser: BrowserDriver,
  ending: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const find = async () => {
    const [name] = downloads(browser).filter((file) => file.endsWith(ending));
    if (name === undefined) return null;
    const path = join(browser.downloadsDir, name);
    const bytes = new Uint8Array(readFileSync(path));
    if (bytes.length === 0) return null;
    rmSync(path);
    return { name, bytes };
  };
  return poll(find, { what: `a download ending in ${ending}`, timeout: 60_000 });
}

export function downloads({ downloadsDir }: BrowserDriver): string[] {
  return existsSync(downloadsDir) ? readdirSync(downloadsDir) : [];
}
