import { PROBE_EXTENSION } from '@/scripts/browsers/ask-probe';
import type {
  BrowserDriver,
  BrowserName,
  LaunchOptions,
  PageDriver,
} from '@/scripts/browsers/browser-driver';
import { launchBrowser } from '@/scripts/browsers/launch-browser';
import {
  type HostServer,
  type ServedPage,
  serveHosts,
} from '@/scripts/browsers/serve-hosts';
import { extensionDir } from '@/scripts/build-extension';
import { createSampleSite, SAMPLE_PATHS } from '@/scripts/sample-news/sample-site';

/** A site of the production manifest; the pages on it are ours. */
export const SITE = 'http://www.aljazeera.net';

export const PAGES = Object.fromEntries(
  Object.entries(SAMPLE_PATHS).map(([name, path]) => [name, SITE + path]),
) as Record<keyof typeof SAMPLE_PATHS, string>;

/** Tall enough for a whole report: painting goes by what is near the screen. */
export const TALL = { width: 1280, height: 3200 };

export interface Session {
  browser: BrowserDriver;
  server: HostServer;
  /** Opens the address in a page of its own. */
  open(url: string): Promise<PageDriver>;
  close(): Promise<void>;
}

export interface SessionOptions extends Partial<Omit<LaunchOptions, 'extensions'>> {
  /** Without ours, to compare with. */
  withHawashi?: boolean;
  /** Further pages; the sample newspaper answers what they do not. */
  answer?: (url: URL) => ServedPage | null;
}

/** The production build in a browser for which every host is local. */
export async function openSession(
  name: BrowserName,
  { withHawashi = true, answer, ...launch }: SessionOptions = {},
): Promise<Session> {
  const sample = createSampleSite();
  const server = await serveHosts((url) => answer?.(url) ?? sample(url));
  const browser = await launchBrowser(name, {
    ...launch,
    extensions: withHawashi ? [extensionDir(name), PROBE_EXTENSION] : [PROBE_EXTENSION],
    proxyPort: server.port,
  });
  return {
    browser,
    server,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
