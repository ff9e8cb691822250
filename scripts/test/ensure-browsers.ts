import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_NAMES } from '../browsers/browser-driver';
import { findBrowser, MissingBrowserError } from '../browsers/find-browser';
import { ROOT, runCommand } from '../run-command';

/**
 * Both browsers are there, or it is said what is missing. On Debian, as root
 * (a test machine, a container), they are installed; nobody's own machine is touched.
 */
export async function ensureBrowsers(): Promise<string[]> {
  const missing = missingBrowsers();
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length === 0 || !canInstall) return missing;
  await runCommand('bash', [join(ROOT, '.ci/install-browsers')], { show: true });
  return missingBrowsers();
}

function missingBrowsers(): string[] {
  return BROWSER_NAMES.flatMap((browser) => {
    try {
      findBrowser(browser);
      return [];
    } catch (error) {
      if (error instanceof MissingBrowserError) return [error.message];
      throw error;
    }
  });
}
