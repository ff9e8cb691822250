/**
 * `npm run screenshots [-- --browser NAME] [--lang ar|en]`: every surface in
 * both browsers, languages and colour schemes, into `screenshots/`. Needs a
 * production build.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { PROBE_EXTENSION } from './browsers/ask-probe';
import { BROWSER_NAMES } from './browsers/browser-driver';
import { chooseLanguage } from './browsers/drive-popup';
import { MissingBrowserError } from './browsers/find-browser';
import { launchBrowser } from './browsers/launch-browser';
import { serveHosts } from './browsers/serve-hosts';
import { extensionDir } from './build-extension';
import { takePictures } from './pictures/take-pictures';
import { ROOT } from './run-command';
import { createSampleSite } from './sample-news/sample-site';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { browser: { type: 'string' }, lang: { type: 'string' } },
  });
  const server = await serveHosts(createSampleSite());
  try {
    for (const name of BROWSER_NAMES.filter((name) => fits(values.browser, name))) {
      if (!existsSync(extensionDir(name)))
        throw new Error('there is no build: run "npm run build"');
      for (const language of (['ar', 'en'] as const).filter((lang) =>
        fits(values.lang, lang),
      )) {
        for (const colourScheme of ['light', 'dark'] as const) {
          const browser = await launchBrowser(name, {
            extensions: [extensionDir(name), PROBE_EXTENSION],
            proxyPort: server.port,
            language,
            colourScheme,
            viewport: { width: 1100, height: 820 },
          });
          const folder = join(ROOT, 'screenshots', name, `${language}-${colourScheme}`);
          try {
            await chooseLanguage(browser, language);
            await takePictures(browser, language, folder);
            console.log(`${relative(ROOT, folder)}/`);
          } finally {
            await browser.close();
          }
        }
      }
    }
  } finally {
    await server.close();
  }
}

function fits(asked: string | undefined, name: string): boolean {
  return asked === undefined || asked === name;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof MissingBrowserError ? error.message : error);
  process.exitCode = 1;
}
