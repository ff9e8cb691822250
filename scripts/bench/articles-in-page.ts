/** How long it takes to look for an article in a page that a browser shows: saved pages, served without their scripts. */
import { build } from 'vite';
import { launchBrowser } from '../browsers/launch-browser';
import { serveHosts } from '../browsers/serve-hosts';
import { type LabelledPage, readPage } from '../evaluate/article/page-set';
import { ROOT } from '../run-command';

export interface InPageTiming {
  /** Milliseconds of the first look, with code that has not run yet. */
  first: number;
  /** And of one more, as after a change of the page. */
  again: number;
}

interface Bundled {
  hawashi: { detectArticle(document: Document, url: string): unknown };
}

export async function timeInPage(
  pages: readonly LabelledPage[],
  folder: string,
): Promise<InPageTiming[]> {
  const script = await bundle();
  let html = '';
  const server = await serveHosts((url) =>
    url.href === `${ORIGIN}/page`
      ? { body: html }
      : url.href === `${ORIGIN}/detect.js`
        ? { body: script, type: 'text/javascript' }
        : null,
  );
  const browser = await launchBrowser('chromium', {
    extensions: [],
    proxyPort: server.port,
  });
  const timings: InPageTiming[] = [];
  try {
    const page = await browser.newPage();
    for (const labelled of pages) {
      html = asServed(readPage(folder, labelled));
      const loads: InPageTiming[] = [];
      while (loads.length < LOADS) {
        await page.goto(`${ORIGIN}/page`);
        loads.push(await page.evaluate(look, labelled.url));
      }
      timings.push({
        first: Math.min(...loads.map(({ first }) => first)),
        again: Math.min(...loads.map(({ again }) => again)),
      });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return timings;
}

/** The shortest counts: on a busy machine the others measure the others. */
const LOADS = 3;

const ORIGIN = 'http://saved.example';

function look(url: string): InPageTiming {
  const { hawashi } = globalThis as unknown as Bundled;
  const time = () => {
    const start = performance.now();
    hawashi.detectArticle(document, url);
    return performance.now() - start;
  };
  return { first: time(), again: time() };
}

/** A saved page's scripts would rebuild it, or wait for a network that is not there. */
function asServed(html: string): string {
  const bare = html
    .replace(/<script(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<meta[^>]*http-equiv[^>]*>/gi, '')
    .replace(/<base\b[^>]*>/gi, '');
  const detector = `<script src="${ORIGIN}/detect.js"></script>`;
  // At the end it might stand in something that was never closed.
  return /<head\b/i.test(bare)
    ? bare.replace(/<head\b[^>]*>/i, (head) => head + detector)
    : detector + bare;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: {
        entry: 'page/article/detect-article.ts',
        name: 'hawashi',
        formats: ['iife'],
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('the detector was not bundled');
  return chunk.code;
}
