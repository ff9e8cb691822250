/** What finding names costs in the background of the built extension, in Chromium. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { BackgroundInspector } from '../../browsers/inspect-background';
import { extensionDir } from '../../build-extension';
import { type Call, runInBackground } from '../run-in-background';
import { articleOf, longTextOf } from './bench-texts';

const RUNS = 41;
/** Engines compile what is used often, and read slower until then. */
const WARM_UP = 30;
const LONG = [250_000, 500_000, 1_000_000];

export async function measureBudgets(): Promise<void> {
  await runInBackground('names/in-background.ts', measure);
  printSizes(extensionDir('chromium'));
}

async function measure(call: Call, background: BackgroundInspector): Promise<void> {
  console.log(
    `Names in the background of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  const memory = async () =>
    (await background.memory()) + (await call<number>('arithmeticMemory'));
  const settled = async () => {
    await background.collectGarbage();
    return memory();
  };
  const empty = await settled();
  const { ms, vectors } = await call<{ ms: number; vectors: boolean }>('load');
  tell('arithmetic', vectors ? 'WebAssembly vectors' : 'plain', '');
  tell('lexicon and weights loaded', milliseconds(ms), '≤ 200 ms');
  const loaded = await settled();

  const article = articleOf('ar', 1000);
  const [first = 0] = await call<number[]>('read', article, 1);
  await call('read', article, WARM_UP);
  const sorted = (await call<number[]>('read', article, RUNS)).sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(RUNS * share)] ?? 0;
  tell('1,000 Arabic words, the first time', milliseconds(first), '');
  tell(`the same, median of ${RUNS}`, milliseconds(quantile(0.5)), '≤ 30 ms');
  tell('the same, 90th percentile', milliseconds(quantile(0.9)), '');
  const read = await settled();

  let most = 0;
  for (const units of LONG) {
    let isRead = false;
    const reading = call<{ total: number; longest: number }>(
      'readInSteps',
      longTextOf(units),
    ).finally(() => {
      isRead = true;
    });
    while (!isRead) {
      most = Math.max(most, await memory());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const steps = await reading;
    const name = `${(units / 1e6).toFixed(2)} MB of text`;
    tell(name, milliseconds(steps.total), 'linear');
    tell('  its longest stretch', milliseconds(steps.longest), '≤ 50 ms');
  }
  const long = await settled();
  console.log();
  tell('memory before', megabytes(empty), '');
  tell('with lexicon and weights', megabytes(loaded), '≤ 60 MB');
  tell('after an article', megabytes(read), '≤ 60 MB');
  tell('while 1 MB is read, garbage and all', megabytes(most), '');
  tell('after 1 MB', megabytes(long), '≤ 60 MB');
}

/** `aim` is the budget, where there is one. */
function tell(what: string, figure: string, aim: string): void {
  console.log(what.padEnd(38) + figure.padStart(20) + aim.padStart(12));
}

function printSizes(extension: string): void {
  let packed = 0;
  for (const name of ['lexicon.bin', 'tagger.bin', 'tagger.wasm']) {
    packed += deflateRawSync(readFileSync(join(extension, name)), { level: 9 }).length;
  }
  tell('lexicon, weights, arithmetic, packed', megabytes(packed), '≤ 5 MB');
  console.log();
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
