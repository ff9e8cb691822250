/** Searching among many notes, and the page of an actor, in the background of the built extension in Chromium. */
import { cpus, loadavg } from 'node:os';
import type { NoteFilters, NoteQuery, NoteSort } from '@/core/model/search';
import { benchPopup } from './library/popup';
import type { ExportTimes } from './library/time-export';
import type { ReviewTimes } from './library/time-review';
import { type Call, runInBackground, tellTimes } from './run-in-background';

const SIZES = [1_000, 10_000, 100_000];
const PIECE = 5_000;
const RUNS = 20;

export async function bench(): Promise<void> {
  console.log(
    `Notes searched and an actor's page, in the background of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  for (const size of SIZES) {
    await runInBackground('library/in-background.ts', (call) => measure(call, size));
  }
  await benchPopup(SIZES);
}

function query(words: string, filters: NoteFilters = {}, sort: NoteSort = 'newest') {
  return { words, filters, sort } satisfies NoteQuery;
}

async function measure(call: Call, size: number): Promise<void> {
  for (let from = 0; from < size; from += PIECE) {
    await call('fill', from, Math.min(size, from + PIECE));
  }
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${size.toLocaleString('en')} notes, ${(size / 5).toLocaleString('en')} articles (load ${load})`,
  );
  const steps = await call<number[]>('makeIndex');
  const made = steps.reduce((sum, step) => sum + step, 0);
  const bytes = await call<number>('indexSize');
  console.log(
    `  index made ${(made / 1000).toFixed(1)} s in ${steps.length} steps, the longest ${Math.max(...steps).toFixed(0)} ms; ${(bytes / size).toFixed(0)} bytes a note`,
  );
  const some = Array.from({ length: RUNS }, (_, at) =>
    Math.floor((size * at) / RUNS + 1),
  );
  const words: string[] = [];
  for (const number of some) words.push(await call('wordOf', number));
  const common = query(words[0] ?? '');
  const [first, second] = await call<[number, number]>('firstSearch', query(''));
  console.log(
    `  a page just opened: all notes ${first.toFixed(0)} ms, again ${second.toFixed(0)} ms`,
  );
  const [worded] = await call<number[]>('firstSearch', common);
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
    tellTimes(what, await call('search', queries));
  }
  const days = await call<Record<'counted' | 'noted' | 'day', number[]>>(
    'calendar',
    some.map((_, at) => at),
  );
  tellTimes('calendar: a month', days.counted);
  tellTimes('calendar: its notes', days.noted);
  tellTimes('calendar: a day', days.day);
  const { saved, searched } = await call<Record<'saved' | 'searched', number[]>>(
    'change',
    some,
    common,
  );
  tellTimes('a note saved', saved);
  tellTimes('a word after it', searched);
  await measureEntity(call);
  const review = await call<ReviewTimes>('review', size);
  tellTimes('review: notes counted', review.counted);
  tellTimes('review: notes chosen', review.chosen);
  tellTimes('review: rare ones sought', review.sought);
  tellTimes('review: an answer kept', review.answered);
  tellExport(await call<ExportTimes>('exportAll'));
  console.log('');
}

/** One run of each: a whole file takes long enough. */
function tellExport({ read, written }: ExportTimes): void {
  console.log(
    `  everything read for an export ${(read / 1000).toFixed(1)} s; then written as`,
  );
  for (const [format, ms] of Object.entries(written)) {
    console.log(`  ${format.padEnd(24)}${(ms / 1000).toFixed(1).padStart(7)} s`);
  }
}

/** The page of one that is in every article. */
async function measureEntity(call: Call): Promise<void> {
  const first = await call<Record<string, number>>('openEntity', true);
  const all: Record<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) {
    all.push(await call('openEntity', false));
  }
  for (const [what, ms] of Object.entries(first)) {
    const name = `an actor's ${what}`;
    console.log(`  a page just opened: ${name} ${ms.toFixed(0)} ms`);
    tellTimes(
      name,
      all.map((times) => times[what] ?? 0),
    );
  }
}
