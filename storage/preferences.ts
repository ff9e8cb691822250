import { browser } from 'wxt/browser';
import { watchKeys } from './watch-keys';

/** `auto` follows the browser's language. */
export type UiLanguage = 'auto' | 'ar' | 'en';

const KEY = 'ui-language';

export async function readUiLanguage(): Promise<UiLanguage> {
  const value = (await browser.storage.local.get(KEY))[KEY];
  return value === 'ar' || value === 'en' ? value : 'auto';
}

export async function writeUiLanguage(language: UiLanguage): Promise<void> {
  await browser.storage.local.set({ [KEY]: language });
}

/** Calls `listener` with the language after it was changed in any context. */
export function watchUiLanguage(
  listener: (language: UiLanguage) => void,
  signal: AbortSignal,
): void {
  watchKeys(
    (key) => key === KEY,
    () => {
      readUiLanguage().then(listener, () => {});
    },
    signal,
  );
}
