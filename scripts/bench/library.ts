/** Searching among many notes, in the background of the built extension in Chromium. */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { NoteFilters, NoteQuery, NoteSort } from '@/core/model/search';
import type { BackgroundInspector } from '../browsers/inspect-background';
import { launchChromium } from '../browsers/launch-chromium';
import { extensionDir } from '../build-extension';
import { benchPopup } from './library/popup';
import { bundleSource } from './names/bundle-source';

const SIZES = [1_000, 10_000, 100_000];
const PIECE = 5_000;
const RUNS = 20;

export async function bench(): Promise<void> {
  const extension = extensionDir('chromium');
  if (!existsSync(extension)) throw new Error('there is no build: run "npm run build"');
  console.log(
    `Searching notes, in the background of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  await benchPopup(SIZES);
  for (const size of SIZES) {
    const browser = await launchChromium({ extensions: [extension] });
    try {
      const background = await browser.inspectBackground();
      const source = join(import.meta.dirname, 'library', 'in-background.ts');
      await background.evaluate(await bundleSource(source, 'hawashiBench'));
      await measure(background, size);
      await background.detach();
    } finally {
      await browser.close();
    }
  }
}

function query(words: string, filters: NoteFilters = {}, sort: NoteSort = 'newest') {
  return { words, filters, sort } satisfies NoteQuery;
}

async function measure(background: BackgroundInspector, size: number): Promise<void> {
  for (let from = 0; from < size; from += PIECE) {
    await call(background, 'fill', from, Math.min(size, from + PIECE));
  }
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${size.toLocaleString('en')} notes, ${(size / 5).toLocaleString('en')} articles (load ${load})`,
  );
  const steps = await call<number[]>(background, 'makeIndex');
  const made = steps.reduce((sum, step) => sum + step, 0);
  const bytes = await call<number>(background, 'indexSize');
  console.log(
    `  index made ${(made / 1000).toFixed(1)} s in ${steps.length} steps, the longest ${Math.max(...steps).toFixed(0)} ms; ${(bytes / size).toFixed(0)} bytes a note`,
  );
  const some = Array.from({ length: RUNS }, (_, at) =>
    Math.floor((size * at) / RUNS + 1),
  );
  const words: string[] = [];
  for (const number of some) words.push(await call(background, 'wordOf', number));
  const common = query(words[0] ?? '');
  const [first, second] = await call<[number, number]>(
    background,
    'firstSearch',
    query(''),
  );
  console.log(
    `  a page just opened: all notes ${first.toFixed(0)} ms, again ${second.toFixed(0)} ms`,
  );
  const [worded] = await call<number[]>(background, 'firstSearch', common);
  console.log(`  a page just opened: a word ${worded?.toFixed(0)} ms`);
  const kinds: [string, NoteQuery[]][] = [
    ['a word', words.map((word) => query(word, {}, 'relevance'))],
    ['two letters', words.map((word) => query(word.slice(0, 2)))],
    ['two words', words.map((word, at) => query(`${word} ${words[(at + 1) % RUNS]}`))],
    ['a name', some.map((at) => query(`P${at % 500}`, {}, 'relevance'))],
    ['nothing but a part', words.map((word) => query(`${word.slice(1)}ظظ`))],
    ['no words', words.map(() => query('', {}, 'article'))],
    ['filters', words.map(() => query('', { site: 'site3.example', colour: 'blue' }))],
    ['word and filters', words.map((word) => query(word, { entityId: 'per/3' }))],
  ];
  for (const [what, queries] of kinds) {
    tell(what, await call(background, 'search', queries));
  }
  const { saved, searched } = await call<Record<'saved' | 'searched', number[]>>(
    background,
    'change',
    some,
    common,
  );
  tell('a note saved', saved);
  tell('a word after it', searched);
  console.log('');
}

function call<Value>(
  background: BackgroundInspector,
  name: string,
  ...args: unknown[]
): Promise<Value> {
  const passed = args.map((arg) => JSON.stringify(arg)).join();
  return background.evaluate(`hawashiBench.${name}(${passed})`) as Promise<Value>;
}

function tell(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
  console.log(
    `  ${what.padEnd(22)}${at(0.5).padStart(10)} median${at(0.95).padStart(10)} of 95 in 100`,
  );
}
