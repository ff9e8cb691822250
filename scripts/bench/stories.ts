/** What was read before, found again among 100,000 articles, in the background of the built extension in Chromium. */
import { cpus } from 'node:os';
import { type Call, runInBackground, tellTimes } from './run-in-background';
import type { Search } from './stories/in-background';

const SIZES = [1_000, 10_000, 100_000];
const PIECE = 5_000;
const RUNS = 101;

export async function bench(): Promise<void> {
  console.log(
    `What was read before, in the database of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  await runInBackground('stories/in-background.ts', async (call) => {
    let filled = 0;
    for (const size of SIZES) {
      for (let start = filled; start < size; start += PIECE) {
        await call('fill', start, Math.min(start + PIECE, size));
      }
      filled = size;
      await measure(call, size);
    }
  });
}

async function measure(call: Call, size: number): Promise<void> {
  const bytes = await call<number>('usage');
  const numbers = Array.from({ length: RUNS }, (_, at) => Math.floor((size * at) / RUNS));
  // The first searches pay for caches that every later one has.
  await call('search', numbers.slice(0, 20));
  const searches = await call<Search[]>('search', numbers);
  const written = await call<number[]>('write', numbers);
  const found = searches.filter(({ isFound }) => isFound).length;
  console.log(`${size.toLocaleString('en')} articles`);
  tellTimes(
    'candidates found',
    searches.map(({ find }) => find),
    '≤ 20 ms',
  );
  tellTimes(
    '  and compared',
    searches.map(({ compare }) => compare),
  );
  tellTimes('one fingerprint written', written);
  tellTimes('an article met, in all', await call<number[]>('meet', numbers));
  console.log(
    `  ${found} of ${RUNS} edited copies are among the candidates; ` +
      `${(bytes / size / 1000).toFixed(1)} kB on the disk an article\n`,
  );
}
