/** What the reader wants remembered of what they read, and shown of it; one key of `storage.local` each. */
import { browser } from 'wxt/browser';
import { watchKeys } from './watch-keys';

const KEEP_DAYS = [30, 90, 365] as const;

export interface HistorySettings {
  /** What is read is remembered. */
  recording: boolean;
  /** For so many days, null is for ever; articles with notes and of followed stories stay. */
  keepDays: (typeof KEEP_DAYS)[number] | null;
  /** The quiet line in pages. */
  showLine: boolean;
  /** In followed stories, sentences read before are dimmed and new ones marked. */
  markNew: boolean;
}

const DEFAULTS: HistorySettings = {
  recording: true,
  keepDays: 365,
  showLine: true,
  markNew: false,
};

const PREFIX = 'history:';
const NAMES = Object.keys(DEFAULTS) as (keyof HistorySettings)[];
const KEYS = NAMES.map((name) => PREFIX + name);

export async function readHistorySettings(): Promise<HistorySettings> {
  const kept = await browser.storage.local.get(KEYS);
  const flag = (name: 'recording' | 'showLine' | 'markNew'): boolean => {
    const value = kept[PREFIX + name];
    return typeof value === 'boolean' ? value : DEFAULTS[name];
  };
  return {
    recording: flag('recording'),
    keepDays: daysOf(kept[`${PREFIX}keepDays`]),
    showLine: flag('showLine'),
    markNew: flag('markNew'),
  };
}

/** Stands for `null`, which not every storage tells from nothing. */
const FOR_EVER = 0;

function daysOf(kept: unknown): HistorySettings['keepDays'] {
  if (kept === FOR_EVER) return null;
  return KEEP_DAYS.find((days) => days === kept) ?? DEFAULTS.keepDays;
}

export async function writeHistorySettings(
  change: Partial<HistorySettings>,
): Promise<void> {
  const changed = NAMES.filter((name) => change[name] !== undefined);
  await browser.storage.local.set(
    Object.fromEntries(changed.map((name) => [PREFIX + name, change[name] ?? FOR_EVER])),
  );
}

/** Calls `listener` with the settings after one was changed in any context. */
export function watchHistorySettings(
  listener: (settings: HistorySettings) => void,
  signal: AbortSignal,
): void {
  watchKeys(
    (key) => KEYS.includes(key),
    () => {
      readHistorySettings().then(listener, () => {});
    },
    signal,
  );
}
