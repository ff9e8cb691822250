/** What the background tells the reader of the keeping of their notes; one key of `storage.local` each. */
import { browser } from 'wxt/browser';
import type { BroughtCounts } from './bring-back';
import { watchKeys } from './watch-keys';

export interface KeepingReport {
  /** Notes were brought back by themselves, and nobody has said yet that they know. */
  broughtBack: { token: string; at: number; counts: BroughtCounts } | null;
  /** Why the backup inside the browser cannot be written, by a code of the protocol. */
  trouble: string | null;
  /** The weekly file: whether it is wanted, when it was last written (ms), and what went wrong since. */
  file: { wanted: boolean; writtenAt: number | null; trouble: string | null };
}

const DEFAULTS: KeepingReport = {
  broughtBack: null,
  trouble: null,
  file: { wanted: false, writtenAt: null, trouble: null },
};

const PREFIX = 'keeping:';
const NAMES = Object.keys(DEFAULTS) as (keyof KeepingReport)[];
const KEYS = NAMES.map((name) => PREFIX + name);

export async function readKeepingReport(): Promise<KeepingReport> {
  const kept = await browser.storage.local.get(KEYS);
  const part = <Name extends keyof KeepingReport>(name: Name): KeepingReport[Name] =>
    (kept[PREFIX + name] as KeepingReport[Name] | undefined) ?? DEFAULTS[name];
  return {
    broughtBack: part('broughtBack'),
    trouble: part('trouble'),
    file: { ...DEFAULTS.file, ...part('file') },
  };
}

/** Writes some parts of the report, and nothing when they are so already. */
export async function writeKeepingReport(change: Partial<KeepingReport>): Promise<void> {
  const before = await readKeepingReport();
  const changed = NAMES.filter(
    (name) =>
      change[name] !== undefined &&
      JSON.stringify(change[name]) !== JSON.stringify(before[name]),
  );
  const gone = changed.filter((name) => change[name] === null);
  const there = changed.filter((name) => change[name] !== null);
  if (gone.length > 0)
    await browser.storage.local.remove(gone.map((name) => PREFIX + name));
  if (there.length === 0) return;
  await browser.storage.local.set(
    Object.fromEntries(there.map((name) => [PREFIX + name, change[name]])),
  );
}

/** Calls `listener` with the report after some of it was changed in any context. */
export function watchKeepingReport(
  listener: (report: KeepingReport) => void,
  signal: AbortSignal,
): void {
  watchKeys(
    (key) => KEYS.includes(key),
    () => {
      readKeepingReport().then(listener, () => {});
    },
    signal,
  );
}
