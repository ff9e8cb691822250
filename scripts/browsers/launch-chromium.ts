import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import {
  type BrowserDriver,
  evaluateWith,
  type LaunchOptions,
  type PageDriver,
  poll,
} from './browser-driver';
import { findBrowser } from './find-browser';
import { type BackgroundInspector, inspectBackground } from './inspect-background';

export interface ChromiumDriver extends BrowserDriver {
  /** Looks into the first extension's background. */
  inspectBackground(): Promise<BackgroundInspector>;
  /** A page of the first extension, in which the source runs before anything else does. */
  openWatched(path: string, source: string): Promise<PageDriver>;
}

/** Chromium with extensions, in the given profile, or one of its own that goes when it is closed. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumDriver> {
  const executablePath = findBrowser('chromium');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'hawashi-chromium-'));
  allowUnpacked(profile);
  const downloadsDir = join(profile, 'downloads-of-test');
  const language = options.language ?? 'en';
  const headless = options.headless ?? true;
  const viewport = options.viewport ?? { width: 1280, height: 900 };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport: headless ? viewport : null,
    locale: language,
    colorScheme: options.colourScheme ?? (headless ? 'light' : null),
    // On Linux Chromium takes its interface language from here, elsewhere from `--lang`.
    env: { ...definedEnvironment(), LANGUAGE: language },
    args: chromiumArguments(options, language),
    handleSIGINT: false,
  });
  context.on('page', (page) => keepDownloads(page, downloadsDir));
  for (const page of context.pages()) keepDownloads(page, downloadsDir);
  // Shown to a person, no empty tab should stand beside the page; else one must outlive the others.
  let first = headless ? undefined : context.pages()[0];
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const main = options.extensions[0];
  const extensionId = main === undefined ? null : await findExtensionId(context, main);
  return {
    name: 'chromium',
    downloadsDir,
    closed,
    async newPage() {
      const page = first ?? (await context.newPage());
      first = undefined;
      return drivePage(page);
    },
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return drivePage(page);
    },
    async openWatched(path, source) {
      const page = await context.newPage();
      await page.addInitScript({ content: source });
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return drivePage(page);
    },
    killBackground: () => killWorker(context, `chrome-extension://${extensionId}/`),
    inspectBackground: () =>
      inspectBackground(context, `chrome-extension://${extensionId}/`),
    async close() {
      await context.close();
      if (options.profile === undefined)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
    async kill() {
      process.kill(await processOf(context), 'SIGKILL');
      await closed;
    },
  };
}

/** An extension from a folder that restarts itself would else stay off. */
function allowUnpacked(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    preferences,
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
}

function chromiumArguments(options: LaunchOptions, language: string): string[] {
  const extensions = options.extensions.join(',');
  return [
    '--no-sandbox',
    `--lang=${language}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(extensions === ''
      ? []
      : [
          // Playwright passes `--disable-extensions`: both are needed.
          `--disable-extensions-except=${extensions}`,
          `--load-extension=${extensions}`,
        ]),
    ...(options.proxyPort === undefined
      ? []
      : [
          `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
          '--proxy-bypass-list=<-loopback>',
        ]),
  ];
}

/** The worker runs as soon as the extension is loaded; without it there is no extension. */
async function findExtensionId(
  context: BrowserContext,
  extension: string,
): Promise<string> {
  const id = idOfUnpacked(extension);
  await poll(
    async () =>
      context.serviceWorkers().some((worker) => new URL(worker.url()).host === id),
    { what: `the service worker of ${extension}` },
  );
  return id;
}

/** Chromium derives the id of an unpacked extension from its path: SHA-256, its first half in the letters a to p. */
function idOfUnpacked(extension: string): string {
  const path = realpathSync(extension);
  const bytes = Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
  return createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const main = processInfo?.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('the browser does not tell its process');
  return main.id;
}

async function killWorker(context: BrowserContext, origin: string): Promise<boolean> {
  const page = context.pages()[0];
  if (page === undefined) return false;
  const session = await context.newCDPSession(page);
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(
      (info) => info.type === 'service_worker' && info.url.startsWith(origin),
    );
    if (worker === undefined) return false;
    await session.send('Target.closeTarget', { targetId: worker.targetId });
    return true;
  } finally {
    await session.detach();
  }
}

function keepDownloads(page: Page, folder: string): void {
  page.on('download', (download) => {
    void download.saveAs(join(folder, download.suggestedFilename()));
  });
}

function drivePage(page: Page): PageDriver {
  return {
    ...evaluateWith((source) => page.evaluate(source)),
    url: () => page.url(),
    async goto(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    async reload() {
      await page.reload({ waitUntil: 'domcontentloaded' });
    },
    hover: ({ x, y }) => page.mouse.move(x, y, { steps: 3 }),
    async click({ x, y }) {
      await page.mouse.move(x, y, { steps: 2 });
      await page.mouse.click(x, y);
    },
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async screenshot(path, clip) {
      await page.screenshot({ path, ...(clip ? { clip } : {}) });
    },
    resize: (size) => page.setViewportSize(size),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
    async crash() {
      const session = await page.context().newCDPSession(page);
      const crashed = new Promise((resolve) => page.once('crash', resolve));
      // Its answer never comes.
      session.send('Page.crash').catch(() => {});
      await crashed;
    },
  };
}

function definedEnvironment(): Record<string, string> {
  const pairs = Object.entries(process.env);
  return Object.fromEntries(
    pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
