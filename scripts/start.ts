/**
 * `npm start`: the browser with the extension, on a local page of sample news.
 * Without a display, the tour takes itself and leaves its pictures.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { PROBE_EXTENSION } from './browsers/ask-probe';
import {
  BROWSER_NAMES,
  type BrowserDriver,
  type BrowserName,
} from './browsers/browser-driver';
import { findBrowser, MissingBrowserError } from './browsers/find-browser';
import { launchBrowser } from './browsers/launch-browser';
import { serveHosts } from './browsers/serve-hosts';
import { buildAssets, buildExtension } from './build-extension';
import { ROOT } from './run-command';
import { createSampleSite } from './sample-news/sample-site';
import { takeTour } from './start/take-tour';

const USAGE = 'npm start [-- --browser chromium|firefox] [--tour]';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function isBrowserName(name: string): name is BrowserName {
  return (BROWSER_NAMES as readonly string[]).includes(name);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { browser: { type: 'string' }, tour: { type: 'boolean' } },
  });
  const name = values.browser ?? 'chromium';
  if (!isBrowserName(name)) {
    console.error(`There is no browser "${name}" here: ${USAGE}`);
    return 2;
  }
  findBrowser(name);
  console.log('Building …');
  await buildAssets();
  const extension = await buildExtension(name, 'sample');
  const server = await serveHosts(createSampleSite());
  const site = `http://localhost:${server.port}`;
  try {
    if (values.tour || !hasDisplay()) await tour(name, extension, site);
    else await visit(name, extension, site);
  } finally {
    await server.close();
  }
  return 0;
}

async function tour(name: BrowserName, extension: string, site: string): Promise<void> {
  if (!hasDisplay()) console.log('No display: the tour takes itself.');
  const folder = join(ROOT, 'screenshots', 'tour', name);
  const browser = await launchBrowser(name, {
    extensions: [extension, PROBE_EXTENSION],
    language: 'ar',
  });
  const stop = stopOnInterrupt(browser);
  try {
    await takeTour(browser, site, folder, (step) => console.log(`  ${step}`));
    console.log(`Pictures and exported files: ${relative(ROOT, folder)}/`);
  } finally {
    stop.forget();
    await browser.close();
  }
}

async function visit(name: BrowserName, extension: string, site: string): Promise<void> {
  const browser = await launchBrowser(name, { extensions: [extension], headless: false });
  const stop = stopOnInterrupt(browser);
  const page = await browser.newPage();
  await page.goto(`${site}/`);
  console.log(`${site}/ is open with Hawashi. Close the browser or press Ctrl-C to end.`);
  await Promise.race([browser.closed, stop.asked]);
  stop.forget();
  await browser.close().catch(() => {});
}

interface Stop {
  asked: Promise<void>;
  forget(): void;
}

/** Ctrl-C closes the browser, which lets whoever waits on it come to an end. */
function stopOnInterrupt(browser: BrowserDriver): Stop {
  let stop = () => {};
  const asked = new Promise<void>((resolve) => {
    stop = () => {
      resolve();
      browser
        .close()
        .catch(() => {})
        .finally(() => process.exit(130));
    };
  });
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    asked,
    forget() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof MissingBrowserError;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
