import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser-driver';

const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Where installers put them when they are not on the PATH. Chrome itself no longer takes `--load-extension`. */
const USUAL_PLACES: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.LOCALAPPDATA ?? '', 'Chromium/Application/chrome.exe'),
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ],
};

const ADVICE: Record<BrowserName, Partial<Record<NodeJS.Platform, string>>> = {
  chromium: {
    linux: 'install it with "sudo apt-get install chromium"',
    darwin: 'install it with "brew install --cask chromium"',
    win32: 'install it with "winget install Hibbiki.Chromium"',
  },
  firefox: {
    linux: 'install it with "sudo apt-get install firefox-esr"',
    darwin: 'install it with "brew install --cask firefox"',
    win32: 'install it with "winget install Mozilla.Firefox"',
  },
};

const VARIABLE: Record<BrowserName, string> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

/** A browser that is not there: expected, and told to the user in one sentence. */
export class MissingBrowserError extends Error {
  constructor(
    readonly browser: BrowserName,
    named: string | undefined,
  ) {
    const shown = browser === 'chromium' ? 'Chromium' : 'Firefox';
    const advice = ADVICE[browser][process.platform] ?? 'install it';
    super(
      named === undefined
        ? `${shown} was not found: ${advice}, or name its program in ${VARIABLE[browser]}.`
        : `${shown} was not found at ${named}, which ${VARIABLE[browser]} names.`,
    );
  }
}

/** Path of the browser's program. @throws MissingBrowserError */
export function findBrowser(browser: BrowserName): string {
  const named = process.env[VARIABLE[browser]];
  if (named) {
    if (existsSync(named)) return named;
    throw new MissingBrowserError(browser, named);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS[browser].map((command) => join(folder, command)));
  const found = [...onPath, ...USUAL_PLACES[browser]].find((path) => existsSync(path));
  if (found === undefined) throw new MissingBrowserError(browser, undefined);
  return found;
}
