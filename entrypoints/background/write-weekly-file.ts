/** The backup file in the reader's downloads: once a week, if they want it. */
import { browser } from 'wxt/browser';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { readKeepingReport, writeKeepingReport } from '@/storage/keeping-report';
import { type FileToWrite, makeBackupFile } from '@/storage/make-backup-file';

const WEEK = 7 * 86_400_000;
/** Of one download, in ms: 100 MB on a slow disk. */
const LONGEST = 120_000;
const LOOK_EVERY = 250;
const PAGE = 'backup-file.html';

interface Offscreen {
  createDocument(options: {
    url: string;
    reasons: string[];
    justification: string;
  }): Promise<void>;
  closeDocument(): Promise<void>;
}

let running: Promise<void> | null = null;

/** Writes the file when it is wanted and due; never rejects. Concurrent calls share one. */
export function writeWeeklyFile(db: HawashiDatabase): Promise<void> {
  running ??= writeIfDue(db)
    .catch(() => {})
    .finally(() => {
      running = null;
    });
  return running;
}

async function writeIfDue(db: HawashiDatabase): Promise<void> {
  const { file } = await readKeepingReport();
  const now = Date.now();
  const isDue = file.writtenAt === null || Math.abs(now - file.writtenAt) >= WEEK;
  if (!file.wanted || !isDue) return;
  const trouble = await write(db, now);
  const writtenAt = trouble === null ? now : file.writtenAt;
  await writeKeepingReport({ file: { wanted: true, writtenAt, trouble } });
}

/** What went wrong, as a key of `keeping.fileTrouble`; null when it is written. */
async function write(db: HawashiDatabase, now: number): Promise<string | null> {
  // The reader may have taken it back in the browser's own settings.
  if (browser.downloads === undefined) return 'denied';
  const { offscreen } =
    (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome ?? {};
  const close = () => offscreen?.closeDocument().catch(() => {});
  try {
    const file = offscreen ? await makeElsewhere(offscreen) : await makeHere(db, now);
    if (file === null) return 'failed';
    const id = await browser.downloads.download({
      ...file,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    return await outcomeOf(id);
  } catch {
    return 'failed';
  } finally {
    await close();
  }
}

async function makeHere(db: HawashiDatabase, now: number): Promise<FileToWrite | null> {
  const made = await attempt(db, () => makeBackupFile(db, now));
  return made.ok ? made.value : null;
}

/** https://developer.chrome.com/docs/extensions/reference/api/offscreen */
async function makeElsewhere(offscreen: Offscreen): Promise<FileToWrite> {
  // One that a dying worker left behind.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['BLOBS'],
    justification: 'Writes the weekly backup file that the reader asked for.',
  });
  return browser.runtime.sendMessage({ hawashiFile: 1 });
}

async function outcomeOf(id: number): Promise<string | null> {
  for (const end = Date.now() + LONGEST; Date.now() < end; ) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return null;
    if (item?.state === 'interrupted') {
      return item.error === 'FILE_NO_SPACE' ? 'full' : 'failed';
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return 'failed';
}
