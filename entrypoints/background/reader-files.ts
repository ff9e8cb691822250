import { browser } from 'wxt/browser';
import { pathInExtension } from '@/core/sites/path-in-extension';

export interface ReaderFiles {
  js: string[];
  css: string[];
  /** The sites of the manifest. */
  matches: string[];
}

/** The content script as the manifest declares it: named there and nowhere else. */
export function readerFiles(): ReaderFiles {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const root = browser.runtime.getURL('/');
  const toPath = (file: string): string => pathInExtension(file, root);
  return {
    js: (script?.js ?? []).map(toPath),
    css: (script?.css ?? []).map(toPath),
    matches: script?.matches ?? [],
  };
}
