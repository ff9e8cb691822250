/** Saving, opening, backing up and restoring among 100,000 notes, in the background of the built extension in Chromium. */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { BackgroundInspector } from '../browsers/inspect-background';
import { launchChromium } from '../browsers/launch-chromium';
import { extensionDir } from '../build-extension';
import { bundleSource } from './names/bundle-source';

const SIZES = [10_000, 100_000];
const PIECE = 5_000;
const RUNS = 60;

export async function bench(): Promise<void> {
  const extension = extensionDir('chromium');
  if (!existsSync(extension)) throw new Error('there is no build: run "npm run build"');
  console.log(
    `Notes and their backup, in the background of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  for (const size of SIZES) await measureIn(extension, size);
}

/** In a profile of its own, for the bytes on the disk. */
async function measureIn(extension: string, size: number): Promise<void> {
  const browser = await launchChromium({ extensions: [extension] });
  try {
    const background = await browser.inspectBackground();
    const source = join(import.meta.dirname, 'storage', 'in-background.ts');
    await background.evaluate(await bundleSource(source, 'hawashiBench'));
    await measure(background, size);
    await background.detach();
  } finally {
    await browser.close();
  }
}

async function measure(background: BackgroundInspector, size: number): Promise<void> {
  const empty = await call<number>(background, 'usage');
  for (let from = 0; from < size; from += PIECE) {
    await call(background, 'fill', from, Math.min(size, from + PIECE));
  }
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${size.toLocaleString('en')} notes, ${(size / 5).toLocaleString('en')} articles (load ${load})`,
  );
  const some = Array.from({ length: RUNS }, (_, at) =>
    Math.floor(((size - 100) * at) / RUNS + 50),
  );
  await call(background, 'save', some.slice(0, 10));
  tell('saving, no backup', await call(background, 'save', some), '≤ 20 ms');
  const alone = await call<number>(background, 'usage');
  const first = await call<number>(background, 'backUp');
  tell('saving, with backup', await call(background, 'save', some), '≤ 20 ms');
  tell('opening 50 notes', await call(background, 'open', RUNS), '≤ 100 ms');
  const settled = await call<number>(background, 'settle');
  const { made, checked } = await call<{ made: number; checked: number }>(
    background,
    'generation',
  );
  const both = await call<number>(background, 'usage');
  const { took, notes } = await call<{ took: number; notes: number }>(
    background,
    'loseAndRestore',
  );
  const kilobytes = (bytes: number) => `${(bytes / size / 1000).toFixed(2)} kB`;
  console.log(`  first backup of everything ${seconds(first)}, what was left then ${settled.toFixed(0)} ms
  a generation made ${made.toFixed(0)} ms, a look through everything ${seconds(checked)}
  ${notes.toLocaleString('en')} notes restored into a new database ${seconds(took)}
  on the disk a note with its article ${kilobytes(alone - empty)}, with its backup ${kilobytes(both - empty)}\n`);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

function call<Value>(
  background: BackgroundInspector,
  name: string,
  ...args: unknown[]
): Promise<Value> {
  const passed = args.map((arg) => JSON.stringify(arg)).join();
  return background.evaluate(`hawashiBench.${name}(${passed})`) as Promise<Value>;
}

function tell(what: string, times: readonly number[], aim: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
  console.log(
    `  ${what.padEnd(22)}${at(0.5).padStart(10)} median${at(0.95).padStart(10)} of 95 in 100${aim.padStart(10)}`,
  );
}
