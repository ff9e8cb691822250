/** What was read before, found again among 100,000 articles, in the background of the built extension in Chromium. */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { BackgroundInspector } from '../browsers/inspect-background';
import { launchChromium } from '../browsers/launch-chromium';
import { extensionDir } from '../build-extension';
import { bundleSource } from './names/bundle-source';
import type { Search } from './stories/in-background';

const SIZES = [1_000, 10_000, 100_000];
const PIECE = 5_000;
const RUNS = 101;

export async function bench(): Promise<void> {
  const extension = extensionDir('chromium');
  if (!existsSync(extension)) throw new Error('there is no build: run "npm run build"');
  const browser = await launchChromium({ extensions: [extension] });
  try {
    const background = await browser.inspectBackground();
    const source = join(import.meta.dirname, 'stories', 'in-background.ts');
    await background.evaluate(await bundleSource(source, 'hawashiBench'));
    console.log(
      `What was read before, in the database of the built extension, Chromium, ${cpus().length} cores\n`,
    );
    let filled = 0;
    for (const size of SIZES) {
      await fill(background, filled, size);
      filled = size;
      await measure(background, size);
    }
    await background.detach();
  } finally {
    await browser.close();
  }
}

async function fill(background: BackgroundInspector, from: number, to: number) {
  for (let start = from; start < to; start += PIECE) {
    await call(background, 'fill', start, Math.min(start + PIECE, to));
  }
}

async function measure(background: BackgroundInspector, size: number): Promise<void> {
  const bytes = await call<number>(background, 'usage');
  const numbers = Array.from({ length: RUNS }, (_, at) => Math.floor((size * at) / RUNS));
  // The first searches pay for caches that every later one has.
  await call(background, 'search', numbers.slice(0, 20));
  const searches = await call<Search[]>(background, 'search', numbers);
  const written = await call<number[]>(background, 'write', numbers);
  const found = searches.filter(({ isFound }) => isFound).length;
  console.log(`${size.toLocaleString('en')} articles`);
  tell(
    'candidates found',
    searches.map(({ find }) => find),
    '≤ 20 ms',
  );
  tell(
    '  and compared',
    searches.map(({ compare }) => compare),
  );
  tell('one fingerprint written', written);
  tell('an article met, in all', await call<number[]>(background, 'meet', numbers));
  console.log(
    `  ${found} of ${RUNS} edited copies are among the candidates; ` +
      `${(bytes / size / 1000).toFixed(1)} kB on the disk an article\n`,
  );
}

function call<Value>(
  background: BackgroundInspector,
  name: string,
  ...args: unknown[]
): Promise<Value> {
  const passed = args.map((arg) => JSON.stringify(arg)).join();
  return background.evaluate(`hawashiBench.${name}(${passed})`) as Promise<Value>;
}

function tell(what: string, times: readonly number[], aim = ''): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.floor(RUNS * share)] ?? 0).toFixed(1)} ms`;
  console.log(
    `  ${what.padEnd(24)}${at(0).padStart(10)} fastest${at(0.5).padStart(10)} median` +
      `${at(0.95).padStart(10)} of 95 in 100${aim.padStart(10)}`,
  );
}
