/** From the content script's start to painted names and to notes in their places, and from the pointer to the first card, on an Arabic article of 1,000 words. */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describePassage } from '@/core/anchoring/describe-passage';
import type { PassageSelector } from '@/core/model/selector';
import type { PageReport } from '@/messaging/protocol';
import { PROBE_EXTENSION, tabIdOf } from '../browsers/ask-probe';
import { type BrowserDriver, type PageDriver, poll } from '../browsers/browser-driver';
import { type ChromiumDriver, launchChromium } from '../browsers/launch-chromium';
import { serveHosts } from '../browsers/serve-hosts';
import { extensionDir } from '../build-extension';
import { renderPage } from '../sample-news/render-page';
import { headOf, paragraphsOf, REPORTS, renderReport } from '../sample-news/reports';
import { type FirstCard, timeFirstCard } from './first-card';
import { loadInto, waitForBackup } from './run-in-background';

const WORDS = 1000;
const RUNS = 21;
/** Kept in all, with a fifth as many articles. */
const NOTES = 100_000;
const NOTES_ON_PAGE = 50;
const PIECE = 5_000;
/** Half of the page's notes were made before this was put in front of the text. */
const ADDED_SINCE = 37;
const QUOTE = 40;
/** On the page's first screen. */
const NAME = 'قاآني';
const ADDRESS = 'http://www.aljazeera.net/politics/2020/4/2/a-thousand-words';

type Timings = { [Step in keyof PageReport['timings']]: number };

export async function bench(): Promise<void> {
  const extension = extensionDir('chromium');
  if (!existsSync(extension)) throw new Error('there is no build: run "npm run build"');
  const body = renderThousandWords();
  const server = await serveHosts((url) =>
    url.href === ADDRESS ? { body } : url.pathname.endsWith('.css') ? { body: '' } : null,
  );
  const browser = await launchChromium({
    extensions: [extension, PROBE_EXTENSION],
    proxyPort: server.port,
  });
  try {
    const page = await browser.newPage();
    await page.goto(ADDRESS);
    const popup = await browser.openExtensionPage('popup.html');
    const tab = await tabIdOf(page);
    const load = async () => {
      await page.reload();
      return readTimings(popup, tab);
    };
    // The first load of a browser pays for caches that every later one has.
    await load();
    const warm = await repeat(load);
    const cold = await repeat(async () => {
      await killAndWait(browser);
      return load();
    });
    print(warm, cold);
    await fillNotes(browser);
    await load();
    await waitForBackup(browser, 'page/in-background.ts');
    printNotes({
      warm: await repeat(load),
      cold: await repeat(async () => {
        await killAndWait(browser);
        return load();
      }),
    });
    const asleep = () => killAndWait(browser);
    printCards({
      warm: await firstCards(browser, async () => {}),
      cold: await firstCards(browser, asleep),
    });
    weigh(extension, 'content-scripts/reader.js', 'in every page');
    weigh(extension, 'margin.js', 'once it is used');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The background then starts anew: what inspected it kept it alive. */
async function fillNotes(browser: ChromiumDriver): Promise<void> {
  const background = await browser.inspectBackground();
  const call = await loadInto(background, 'page/in-background.ts');
  for (let from = 0; from < NOTES; from += PIECE) await call('fill', from, from + PIECE);
  const { title } = REPORTS.ar;
  const facts = { url: ADDRESS, title, siteName: '', lang: 'ar', wordCount: WORDS };
  await call('keepOn', facts, selectorsOnPage(), NOTES);
  await background.detach();
  await killAndWait(browser);
}

function selectorsOnPage(): PassageSelector[] {
  const text = [REPORTS.ar.title, ...thousandWords()]
    .join('\n\n')
    .replaceAll(/<[^>]+>/g, '');
  const step = Math.floor((text.length - QUOTE) / NOTES_ON_PAGE);
  return Array.from({ length: NOTES_ON_PAGE }, (_, number) => {
    const start = number * step;
    const selector = describePassage(text, start, start + QUOTE);
    const since = number % 2 === 0 ? 0 : ADDED_SINCE;
    return { ...selector, start: start + since, end: selector.end + since };
  });
}

async function repeat<Run>(run: () => Promise<Run>): Promise<Run[]> {
  const runs: Run[] = [];
  while (runs.length < RUNS) runs.push(await run());
  return runs;
}

type Cards = Record<FirstCard['how'], number[]>;

async function firstCards(
  browser: BrowserDriver,
  before: () => Promise<void>,
): Promise<Cards> {
  const time = (how: FirstCard['how']) =>
    repeat(() => timeFirstCard(browser, { address: ADDRESS, name: NAME, how, before }));
  return { rest: await time('rest'), press: await time('press') };
}

async function killAndWait(browser: BrowserDriver): Promise<void> {
  await poll(async () => !(await browser.killBackground()), {
    what: 'the background to be dead',
  });
}

/** Asks the content script as the popup does. */
async function readTimings(popup: PageDriver, tab: number): Promise<Timings> {
  return popup.waitFor(
    async (tab) => {
      const api = globalThis as unknown as {
        chrome: { tabs: { sendMessage(tab: number, message: object): Promise<unknown> } };
      };
      const envelope = { hawashi: 1, name: 'describe-page', request: {} };
      const reply = (await api.chrome.tabs
        .sendMessage(tab, envelope)
        .catch(() => null)) as {
        value?: {
          timings: Record<
            'detected' | 'recognised' | 'painted' | 'anchored',
            number | null
          >;
        };
      } | null;
      const timings = reply?.value?.timings;
      if (!timings || timings.painted === null || timings.anchored === null) return null;
      const { detected, recognised, painted, anchored } = timings;
      return { detected: detected ?? 0, recognised: recognised ?? 0, painted, anchored };
    },
    tab,
    { what: 'the names to be painted and the notes to be placed' },
  );
}

/** The sample report's paragraphs, again until there are a thousand words. */
function thousandWords(): string[] {
  const report = REPORTS.ar;
  const paragraphs = paragraphsOf(report);
  const taken: string[] = [];
  let words = 0;
  for (let index = 0; words < WORDS; index++) {
    const paragraph = paragraphs[index % paragraphs.length] ?? '';
    taken.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  return taken;
}

function renderThousandWords(): string {
  const report = REPORTS.ar;
  const paragraphs = thousandWords().map((paragraph) => `<p>${paragraph}</p>`);
  return renderPage({
    lang: 'ar',
    theme: null,
    title: report.title,
    head: headOf(report),
    main: renderReport(report, paragraphs.join('\n')),
  });
}

function print(warm: readonly Timings[], cold: readonly Timings[]): void {
  console.log(
    `Arabic article of ${WORDS} words, Chromium, ${RUNS} runs, ${cpus().length} cores`,
  );
  console.log('ms from the content script’s start: median (90th percentile)\n');
  console.log(row('background', ['detected', 'recognised', 'painted', 'aim']));
  console.log(row('warm', [...figures(warm), '< 100']));
  console.log(row('cold', [...figures(cold), '< 300']));
}

function printNotes(runs: Record<'warm' | 'cold', readonly Timings[]>): void {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `\n${NOTES_ON_PAGE} notes on it, among ${NOTES.toLocaleString('en')} in ${(NOTES / 5).toLocaleString('en')} articles; half stand elsewhere than they did (load ${load})\n`,
  );
  console.log(row('background', ['recognised', 'painted', 'anchored', 'aim']));
  const steps = ['recognised', 'painted', 'anchored'] as const;
  for (const state of ['warm', 'cold'] as const) {
    const cells = steps.map((step) => figure(runs[state].map((run) => run[step])));
    console.log(row(state, [...cells, state === 'warm' ? '≤ 100' : '']));
  }
}

function printCards(cards: Record<'warm' | 'cold', Cards>): void {
  console.log('\nms to the first card of a page, as above; a rest takes 250 by itself\n');
  console.log(row('background', ['rest', 'press']));
  for (const state of ['warm', 'cold'] as const) {
    const { rest, press } = cards[state];
    console.log(row(state, [figure(rest), figure(press)]));
  }
  console.log('');
}

function weigh(extension: string, file: string, when: string): void {
  const bytes = gzipSync(readFileSync(join(extension, file))).length;
  console.log(`${file}, ${when}: ${(bytes / 1000).toFixed(1)} kB gzipped`);
}

function figures(runs: readonly Timings[]): string[] {
  return (['detected', 'recognised', 'painted'] as const).map((step) =>
    figure(runs.map((run) => run[step])),
  );
}

function figure(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${quantile(sorted, 0.5)} (${quantile(sorted, 0.9)})`;
}

function quantile(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return (value ?? 0).toFixed(0);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(12) + cells.map((cell) => cell.padStart(14)).join('');
}
