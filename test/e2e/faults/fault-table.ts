/** The table of the faults: what was done to the browser how often, and what was lost. */
import { appendFileSync } from 'node:fs';
import type { FaultRow } from '@/scripts/bench/faults';
import type { BrowserName } from '@/scripts/browsers/browser-driver';
import type { Losses } from './ledger';

/** How often each fault is repeated beyond what every test run does: `npm run bench -- faults --runs N`. */
export const DEPTH = Number(process.env.HAWASHI_FAULT_RUNS ?? 1);

/** Writes a row down for `npm run bench -- faults`. */
export function tellFault(
  fault: string,
  browser: BrowserName,
  runs: number,
  losses: Losses,
): void {
  const row: FaultRow = { fault, browser, runs, ...losses };
  const file = process.env.HAWASHI_FAULT_TABLE;
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
  else console.log(`${browser}: ${fault}: ${JSON.stringify({ runs, ...losses })}`);
}
