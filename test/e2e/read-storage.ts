import type { BrowserDriver } from '@/scripts/browsers/browser-driver';
import { inExtension } from './ask-extension';

interface StorageApi {
  storage: {
    local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
    };
  };
}

/** All of `storage.local`, read past our code. */
export function readStorage(browser: BrowserDriver): Promise<Record<string, unknown>> {
  return inExtension(browser, (own) =>
    own.evaluate(() => {
      const api = globalThis as unknown as Record<'browser' | 'chrome', StorageApi>;
      return (api.browser ?? api.chrome).storage.local.get(null);
    }),
  );
}

export async function writeStorage(
  browser: BrowserDriver,
  values: Record<string, unknown>,
): Promise<void> {
  await inExtension(browser, (own) =>
    own.evaluate(async (values) => {
      const api = globalThis as unknown as Record<'browser' | 'chrome', StorageApi>;
      await (api.browser ?? api.chrome).storage.local.set(values);
      return true;
    }, values),
  );
}
