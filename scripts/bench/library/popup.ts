/** Opening the popup for an article's tab, with many notes kept, in Chromium. */
import { loadavg } from 'node:os';
import { PROBE_EXTENSION, tabIdOf } from '../../browsers/ask-probe';
import { openPopup, waitUntilMet } from '../../browsers/drive-popup';
import { type ChromiumDriver, launchChromium } from '../../browsers/launch-chromium';
import { serveHosts } from '../../browsers/serve-hosts';
import { extensionDir } from '../../build-extension';
import { createSampleSite, SAMPLE_PATHS } from '../../sample-news/sample-site';
import { type Call, loadInto, tellTimes, waitForBackup } from '../run-in-background';

const ADDRESS = `http://www.aljazeera.net${SAMPLE_PATHS.arabic}`;
const RUNS = 21;
const PIECE = 5_000;
const OWN_NOTES = 20;

/** Milliseconds from the start of the navigation until the reader sees it. */
interface Opening {
  /** Anything at all. */
  content: number;
  /** The names with how often they were met before. */
  names: number;
  /** How many notes there are on the article. */
  notes: number;
  /** The notes themselves, from the press on their tab. */
  list: number;
}

export async function benchPopup(sizes: readonly number[]): Promise<void> {
  console.log('Opening the popup for an article with 50 names and 20 notes\n');
  for (const size of sizes) {
    const server = await serveHosts(createSampleSite());
    const browser = await launchChromium({
      extensions: [extensionDir('chromium'), PROBE_EXTENSION],
      proxyPort: server.port,
    });
    try {
      await fill(browser, size);
      const page = await browser.newPage();
      await page.goto(ADDRESS);
      const first = await openPopup(browser, page);
      await waitUntilMet(first);
      await first.close();
      await annotate(browser);
      await waitForBackup(browser, 'library/in-background.ts');
      const tab = await tabIdOf(page);
      const openings: Opening[] = [];
      // The first fills the browser's caches.
      await open(browser, tab);
      while (openings.length < RUNS) openings.push(await open(browser, tab));
      const load = loadavg()[0]?.toFixed(1);
      console.log(`${size.toLocaleString('en')} notes (load ${load})`);
      for (const [key, what] of Object.entries(WHAT)) {
        tellTimes(
          what,
          openings.map((opening) => opening[key as keyof Opening]),
          key === 'list' ? '' : 'aim 150',
        );
      }
    } finally {
      await browser.close();
      await server.close();
    }
  }
  console.log('');
}

const WHAT: Record<keyof Opening, string> = {
  content: 'first content',
  names: 'the names',
  notes: 'the notes, counted',
  list: 'the notes, listed',
};

async function fill(browser: ChromiumDriver, size: number): Promise<void> {
  await inBackground(browser, async (call) => {
    await call('use', 'hawashi');
    for (let from = 0; from < size; from += PIECE)
      await call('fill', from, Math.min(size, from + PIECE));
    await call('makeIndex');
  });
}

const annotate = (browser: ChromiumDriver) =>
  inBackground(browser, async (call) => {
    await call('use', 'hawashi');
    await call('annotate', OWN_NOTES);
    await call('makeIndex');
  });

async function inBackground(
  browser: ChromiumDriver,
  work: (call: Call) => Promise<void>,
): Promise<void> {
  const background = await browser.inspectBackground();
  await work(await loadInto(background, 'library/in-background.ts'));
  await background.detach();
}

async function open(browser: ChromiumDriver, tab: number): Promise<Opening> {
  const popup = await browser.openWatched(`popup.html?tab=${tab}`, WATCH);
  const opening = await popup.waitFor(
    () => {
      const { seen } = globalThis as unknown as { seen: Partial<Opening> };
      const content = performance.getEntriesByName('first-contentful-paint')[0];
      const { names, notes, list } = seen;
      if (!content || !names || !notes) return null;
      if (list) return { content: content.startTime, names, notes, list };
      document.getElementById('hw-tab-notes')?.click();
      return null;
    },
    undefined,
    { what: 'the popup to be whole' },
  );
  await popup.close();
  return opening;
}

/** Notes when each part has been painted: the second frame after it was there. */
const WATCH = `
  const seen = {};
  let pressed = 0;
  const parts = {
    names: () => document.querySelector('button.hw-before, .hw-before > *') !== null,
    notes: () => document.querySelector('#hw-tab-notes .hw-badge')?.textContent === '${OWN_NOTES}',
    list: () => document.querySelectorAll('.hw-note').length === ${OWN_NOTES},
  };
  globalThis.seen = seen;
  document.addEventListener('click', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    for (const [part, isThere] of Object.entries(parts)) {
      if (part in seen || !isThere()) continue;
      seen[part] = 0;
      const from = part === 'list' ? pressed : 0;
      requestAnimationFrame(() => setTimeout(() => { seen[part] = performance.now() - from; }));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
`;
