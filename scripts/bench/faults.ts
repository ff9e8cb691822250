/** The faults of `test/e2e/faults`, as often as is asked for: what was done to both browsers, and what was lost. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../run-command';

export interface FaultRow {
  fault: string;
  browser: string;
  runs: number;
  notes: number;
  words: number;
  notesLost: number;
  wordsLost: number;
}

/** `depth`: how many times the loops of one test run. */
export async function bench(depth = 1): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hawashi-faults-'));
  const table = join(folder, 'rows.jsonl');
  try {
    process.env.HAWASHI_FAULT_TABLE = table;
    process.env.HAWASHI_FAULT_RUNS = String(depth);
    const { code, output } = await runTool('vitest', [
      'run',
      ...['--project', 'e2e', 'test/e2e/faults'],
      `--testTimeout=${depth * 120_000}`,
    ]);
    const lines = readFileSync(table, 'utf8').trim().split('\n');
    print(lines.map((line) => JSON.parse(line) as FaultRow));
    if (code !== 0) throw new Error(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(rows: readonly FaultRow[]): void {
  console.log('| fault | browser | runs | notes | words | notes lost | words lost |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of rows.toSorted((a, b) => a.fault.localeCompare(b.fault))) {
    const { fault, browser, runs, notes, words, notesLost, wordsLost } = row;
    const cells = [fault, browser, runs, notes, words, notesLost, wordsLost];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
