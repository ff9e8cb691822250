import { browser } from 'wxt/browser';
import { originsToRegister } from '@/core/sites/origins-to-register';
import { readerFiles } from './reader-files';

const SCRIPT_ID = 'granted-sites';

/** Keeps the content script registered on exactly the sites that the reader has granted beyond the manifest's. */
export function keepGrantsRegistered(): void {
  // One after the other: two at once could both find the script missing and register it twice.
  let last: Promise<void> = Promise.resolve();
  const sync = (): void => {
    last = last.then(registerGrants).catch((error: unknown) => {
      console.warn('The granted sites could not be registered.', error);
    });
  };
  browser.runtime.onInstalled.addListener(sync);
  browser.runtime.onStartup.addListener(sync);
  browser.permissions.onAdded.addListener(sync);
  browser.permissions.onRemoved.addListener(sync);
}

async function registerGrants(): Promise<void> {
  const { js, css, matches: inManifest } = readerFiles();
  const { origins = [] } = await browser.permissions.getAll();
  const matches = originsToRegister(origins, inManifest);
  const ids = [SCRIPT_ID];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids });
  if (matches.length === 0) {
    if (registered !== undefined) {
      await browser.scripting.unregisterContentScripts({ ids });
    }
    return;
  }
  const wanted = {
    id: SCRIPT_ID,
    js,
    css,
    matches,
    // A grant may be wider than one site ("on all sites"): there the manifest's script already runs.
    excludeMatches: inManifest,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered === undefined) {
    await browser.scripting.registerContentScripts([wanted]);
  } else {
    await browser.scripting.updateContentScripts([wanted]);
  }
}
