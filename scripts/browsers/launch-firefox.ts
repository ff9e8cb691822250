import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import {
  type BrowserDriver,
  type LaunchOptions,
  type PageDriver,
  poll,
} from './browser-driver';
import { drivePuppeteerPage, openByAddress } from './drive-puppeteer-page';
import { findBrowser } from './find-browser';

/** Firefox otherwise draws one at random, and its pages could not be opened by address. */
const MAIN_UUID = '5bb4b28a-7e3c-4a5c-9c5a-3f4b1d9a7c11';

/** Firefox with extensions, in the given profile, or one of its own that goes when it is closed. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const executablePath = findBrowser('firefox');
  const downloadsDir = mkdtempSync(join(tmpdir(), 'hawashi-firefox-'));
  const main = options.extensions[0];
  const geckoId = main === undefined ? null : readGeckoId(main);
  const headless = options.headless ?? true;
  const viewport = options.viewport ?? { width: 1280, height: 900 };
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: headless ? viewport : null,
    handleSIGINT: false,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...(geckoId === null
        ? {}
        : {
            'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: MAIN_UUID }),
          }),
      ...preferencesOf(options),
      'browser.download.dir': downloadsDir,
    },
  });
  const drive = (page: Page): PageDriver => ({
    ...drivePuppeteerPage(page),
    async crash() {
      process.kill(await contentProcessOf(browser, page.url()), 'SIGKILL');
    },
  });
  for (const extension of options.extensions) {
    await browser.installExtension(extension);
    if (options.inPrivateWindows) {
      await allowInPrivateWindows(browser, readGeckoId(extension));
    }
  }
  // Shown to a person, no empty tab should stand beside the page; else one must outlive the others.
  let first = headless ? undefined : (await browser.pages())[0];
  const closed = new Promise<void>((resolve) =>
    browser.once('disconnected', () => resolve()),
  );
  return {
    name: 'firefox',
    downloadsDir,
    closed,
    async newPage() {
      const page = first ?? (await browser.newPage());
      first = undefined;
      return drive(page);
    },
    newPrivatePage: async () => drive(await openPrivatePage(browser)),
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await openByAddress(page, `moz-extension://${MAIN_UUID}/${path}`);
      return drive(page);
    },
    killBackground: () => terminateBackground(browser, geckoId),
    async close() {
      await browser.close();
      rmSync(downloadsDir, { recursive: true, force: true });
    },
    async kill() {
      browser.process()?.kill('SIGKILL');
      await closed;
      if (options.profile !== undefined) await waitForPreferences(options.profile);
      rmSync(downloadsDir, { recursive: true, force: true });
    },
  };
}

/** When the process is gone, puppeteer puts back the preferences that it found: it must not do so under the next start. */
async function waitForPreferences(profile: string): Promise<void> {
  const found = ['prefs.js', 'user.js'].map((file) => join(profile, `${file}.puppeteer`));
  await poll(async () => !found.some(existsSync), { what: 'the preferences put back' });
}

function preferencesOf(options: LaunchOptions): Record<string, unknown> {
  const language = options.language ?? 'en';
  return {
    'intl.accept_languages': language,
    'intl.locale.requested': language,
    ...(options.colourScheme === undefined
      ? {}
      : {
          'layout.css.prefers-color-scheme.content-override':
            options.colourScheme === 'dark' ? 0 : 1,
        }),
    // An extension that is only loaded for the test is forgotten at the end; what it kept is not.
    ...(options.profile === undefined
      ? {}
      : {
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
        }),
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    // The pages of the tests are served over plain http under real host names.
    'dom.security.https_first': false,
    'dom.security.https_first_pbm': false,
    'dom.security.https_only_mode': false,
    'dom.security.https_only_mode_pbm': false,
    'network.stricttransportsecurity.preloadlist': false,
    // Firefox's own traffic would drown the log of the proxy.
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'browser.startup.homepage_override.mstone': 'ignore',
    ...(options.proxyPort === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': options.proxyPort,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': options.proxyPort,
          'network.proxy.no_proxies_on': '',
          'network.proxy.allow_hijacking_localhost': true,
          'network.captive-portal-service.enabled': false,
          'network.connectivity-service.enabled': false,
        }),
  };
}

/** The id that an extension for Firefox gives itself. */
function readGeckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

interface RawConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

/** Stops the event page as the browser does after half a minute of idleness. */
async function terminateBackground(
  browser: Browser,
  geckoId: string | null,
): Promise<boolean> {
  return (
    (await askBrowser(
      browser,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
        const running = extension.backgroundState === 'running';
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
        return running;
      })()`,
    )) === true
  );
}

/** With the permission that the reader's own switch gives; the extension starts anew with it. */
async function allowInPrivateWindows(browser: Browser, geckoId: string): Promise<void> {
  const isAllowed = await askBrowser(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule(
        'resource://gre/modules/AddonManager.sys.mjs');
      const id = ${JSON.stringify(geckoId)};
      const permissions = ['internal:privateBrowsingAllowed'];
      await ExtensionPermissions.add(id, { permissions, origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
      return WebExtensionPolicy.getByID(id).privateBrowsingAllowed;
    })()`,
  );
  if (isAllowed !== true) throw new Error('not allowed in private windows');
}

async function openPrivatePage(browser: Browser): Promise<Page> {
  const known = new Set(await browser.pages());
  await askBrowser(
    browser,
    `new Promise((resolve) => {
      OpenBrowserWindow({ private: true }).addEventListener('load', () => resolve(true), { once: true });
    })`,
  );
  return poll(
    async () =>
      (await browser.pages()).find(
        (page) => !known.has(page) && page.url() === 'about:privatebrowsing',
      ),
    { what: 'the private window' },
  );
}

/** The id of the process that holds the page of this address. */
async function contentProcessOf(browser: Browser, url: string): Promise<number> {
  const pid = await askBrowser(
    browser,
    `ChromeUtils.requestProcInfo().then(({ children }) =>
      children.find(({ windows }) =>
        windows.some(({ documentURI }) => documentURI?.spec === ${JSON.stringify(url)}),
      )?.pid)`,
  );
  if (typeof pid !== 'number') throw new Error(`no process holds ${url}`);
  return pid;
}

/**
 * What a script of the browser's own comes to. WebDriver has no word for what
 * is asked here; the browser's own tests use the same calls.
 */
async function askBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: RawConnection };
  const tree = (await connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
  })) as { result: { contexts: { context: string }[] } };
  const window = tree.result.contexts[0];
  if (window === undefined) return null;
  const reply = (await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  })) as { result: { type: string; result?: { value?: unknown } } };
  if (reply.result.type !== 'success') {
    throw new Error(`the browser did not answer: ${JSON.stringify(reply.result)}`);
  }
  return reply.result.result?.value;
}
