import { browser } from 'wxt/browser';

/** From the extension's own files: this is no request over the network. */
export async function readOwnFile(path: string): Promise<ArrayBuffer> {
  const file = await fetch(browser.runtime.getURL(path as '/popup.html'));
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  return file.arrayBuffer();
}

export async function readOwnJson(path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readOwnFile(path)));
}
