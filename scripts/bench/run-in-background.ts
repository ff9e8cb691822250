/** Benches that run in the background of the built extension, in Chromium. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '../browsers/browser-driver';
import type { BackgroundInspector } from '../browsers/inspect-background';
import { type ChromiumDriver, launchChromium } from '../browsers/launch-chromium';
import { extensionDir } from '../build-extension';
import { bundleSource } from './names/bundle-source';

/** In ms. */
const LONGEST_BACKUP = 400_000;

/** Calls an exported function of the source there. */
export type Call = <Value>(name: string, ...args: unknown[]) => Promise<Value>;

/** In a browser and a profile of its own; `source` is a file beside this one. */
export async function runInBackground(
  source: string,
  measure: (call: Call, background: BackgroundInspector) => Promise<void>,
): Promise<void> {
  const extension = extensionDir('chromium');
  if (!existsSync(extension)) throw new Error('there is no build: run "npm run build"');
  const browser = await launchChromium({ extensions: [extension] });
  try {
    const background = await browser.inspectBackground();
    await measure(await loadInto(background, source), background);
    await background.detach();
  } finally {
    await browser.close();
  }
}

/** `source` is a file beside this one. */
export async function loadInto(
  background: BackgroundInspector,
  source: string,
): Promise<Call> {
  const entry = join(import.meta.dirname, source);
  await background.evaluate(await bundleSource(entry, 'hawashiBench'));
  return <Value>(name: string, ...args: unknown[]) => {
    const passed = args.map((arg) => JSON.stringify(arg)).join();
    return background.evaluate(`hawashiBench.${name}(${passed})`) as Promise<Value>;
  };
}

/** The first backup of everything takes as long as it takes; what is timed is an ordinary day. The source must tell what is `due`. */
export async function waitForBackup(
  browser: ChromiumDriver,
  source: string,
): Promise<void> {
  const background = await browser.inspectBackground();
  const call = await loadInto(background, source);
  await poll(async () => (await call<number>('due')) === 0, {
    timeout: LONGEST_BACKUP,
    what: 'the backup of everything',
  });
  await background.detach();
}

/** A line of the table; `times` in ms. */
export function tellTimes(what: string, times: readonly number[], aim = ''): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`.padStart(10);
  console.log(
    `  ${what.padEnd(24)}${at(0)} fastest${at(0.5)} median${at(0.95)} of 95 in 100${aim.padStart(10)}`,
  );
}
