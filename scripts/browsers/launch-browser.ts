import type { BrowserDriver, BrowserName, LaunchOptions } from './browser-driver';
import { launchChromium } from './launch-chromium';
import { launchFirefox } from './launch-firefox';

/** @throws MissingBrowserError */
export function launchBrowser(
  browser: BrowserName,
  options: LaunchOptions,
): Promise<BrowserDriver> {
  return browser === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
