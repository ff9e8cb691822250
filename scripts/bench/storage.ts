/** Saving, opening, backing up and restoring among 100,000 notes, in the background of the built extension in Chromium. */
import { cpus, loadavg } from 'node:os';
import { type Call, runInBackground, tellTimes } from './run-in-background';

const SIZES = [10_000, 100_000];
const PIECE = 5_000;
const RUNS = 60;

export async function bench(): Promise<void> {
  console.log(
    `Notes and their backup, in the background of the built extension, Chromium, ${cpus().length} cores\n`,
  );
  for (const size of SIZES) {
    // In a profile of its own, for the bytes on the disk.
    await runInBackground('storage/in-background.ts', (call) => measure(call, size));
  }
}

async function measure(call: Call, size: number): Promise<void> {
  const empty = await call<number>('usage');
  for (let from = 0; from < size; from += PIECE) {
    await call('fill', from, Math.min(size, from + PIECE));
  }
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${size.toLocaleString('en')} notes, ${(size / 5).toLocaleString('en')} articles (load ${load})`,
  );
  const some = Array.from({ length: RUNS }, (_, at) =>
    Math.floor(((size - 100) * at) / RUNS + 50),
  );
  await call('save', some.slice(0, 10));
  tellTimes('saving, no backup', await call('save', some), '≤ 20 ms');
  const alone = await call<number>('usage');
  const first = await call<number>('backUp');
  tellTimes('saving, with backup', await call('save', some), '≤ 20 ms');
  tellTimes('opening 50 notes', await call('open', RUNS), '≤ 100 ms');
  const settled = await call<number>('settle');
  const { made, checked } = await call<{ made: number; checked: number }>('generation');
  const both = await call<number>('usage');
  const { took, notes } = await call<{ took: number; notes: number }>('loseAndRestore');
  const kilobytes = (bytes: number) => `${(bytes / size / 1000).toFixed(2)} kB`;
  console.log(`  first backup of everything ${seconds(first)}, what was left then ${settled.toFixed(0)} ms
  a generation made ${made.toFixed(0)} ms, a look through everything ${seconds(checked)}
  ${notes.toLocaleString('en')} notes restored into a new database ${seconds(took)}
  on the disk a note with its article ${kilobytes(alone - empty)}, with its backup ${kilobytes(both - empty)}\n`);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
