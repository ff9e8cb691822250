/** Runs inside the extension's background: a database of many notes, with and without a backup, and a clock. */
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import { type BackupDatabase, backupNameOf, openBackup } from '@/storage/backup-database';
import { type BackupKeeper, createBackupKeeper } from '@/storage/backup-keeper';
import { checkDatabase } from '@/storage/check-database';
import { openDatabase } from '@/storage/database';
import { saveNote } from '@/storage/notes';
import { openReading } from '@/storage/open-reading';
import { restoreBackup } from '@/storage/restore-backup';

const NAME = 'hawashi-bench';
const db = openDatabase(NAME);
/** Notes in one article; the first article has more. */
const NOTES = 5;
const FIRST = 50;
const AT_ONCE = 500;
const WORDS = 'كلمات كتبتها في هامش خبر عن اجتماع الوزراء في العاصمة '.repeat(3);

let backup: BackupDatabase | null = null;
let keeper: BackupKeeper | null = null;

const idOf = (kind: string, number: number) =>
  `00000000-0000-4000-${kind}-${number.toString(16).padStart(12, '0')}`;
const urlOf = (article: number) => `https://www.example.com/news/${article}`;

function articleOf(number: number): Article {
  return {
    ...factsOf(number),
    ...{ id: idOf('8000', number), urlKey: urlOf(number), deletedAt: null },
    ...{ createdAt: 1, updatedAt: 1, lastOpenedAt: 1 },
  };
}

function factsOf(number: number) {
  const title = `الخبر رقم ${number} عن اجتماع الوزراء`;
  return { url: urlOf(number), title, siteName: 'صحيفة', lang: 'ar', wordCount: 420 };
}

function noteOf(number: number): Note {
  const article = number < FIRST ? 0 : 1 + Math.floor((number - FIRST) / NOTES);
  const exact = `جملة من الخبر ${number}`;
  const context = 'ما يحيط بها من كلمات الخبر قبلها وبعدها';
  return {
    id: idOf('9000', number),
    articleId: idOf('8000', article),
    target: {
      type: 'passage',
      selector: { exact, prefix: context, suffix: context, start: 100, end: 130 },
    },
    ...{ body: WORDS, colour: 'yellow', tags: ['سياسة'], deletedAt: null },
    ...{ createdAt: 1_600_000_000_000 + number, updatedAt: 1_600_000_000_000 + number },
  };
}

/** Notes `from` to `to` with their articles. */
export async function fill(from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - start);
    const notes = Array.from({ length }, (_, at) => noteOf(start + at));
    const articles = [...new Set(notes.map(({ articleId }) => articleId))];
    await db.articles.bulkPut(
      articles.map((id) => articleOf(Number.parseInt(id.slice(-12), 16))),
    );
    await db.notes.bulkPut(notes);
  }
}

/** Turns the backup on; milliseconds until it holds everything. */
export async function backUp(): Promise<number> {
  db.close({ disableAutoOpen: false });
  const opened = await openBackup(backupNameOf(NAME));
  backup = opened;
  keeper = createBackupKeeper({
    db,
    openBackup: async () => opened,
    now: Date.now,
    onBroughtBack: () => {},
    onTrouble: (code) => {
      if (code !== null) console.error(code);
    },
  });
  const start = performance.now();
  await keeper.settle();
  return performance.now() - start;
}

/** Milliseconds for each of some saves of known notes, with further words. */
export async function save(numbers: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers) {
    const { articleId: _, deletedAt: __, ...draft } = noteOf(number);
    const article = Math.max(0, 1 + Math.floor((number - FIRST) / NOTES));
    const now = Date.now();
    const facts = factsOf(article);
    const start = performance.now();
    await saveNote(
      db,
      { ...draft, body: `${draft.body} ${now}`, updatedAt: now },
      { facts, urlKey: facts.url, now },
    );
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return times;
}

/** Milliseconds for each opening of the article with fifty notes. */
export async function open(times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const facts = factsOf(0);
    const start = performance.now();
    const { notes } = await openReading(
      db,
      { facts, urlKey: facts.url, now: Date.now() },
      crypto.randomUUID(),
      [],
    );
    if (notes.length !== FIRST) throw new Error(`${notes.length} notes`);
    taken.push(performance.now() - start);
  }
  return taken;
}

/** Milliseconds in which the changes since are in the backup. */
export async function settle(): Promise<number> {
  const start = performance.now();
  await keeper?.settle();
  return performance.now() - start;
}

/** Milliseconds of a generation made, and of a look through everything. */
export async function generation(): Promise<{ made: number; checked: number }> {
  const start = performance.now();
  await keeper?.backUpNow();
  const made = performance.now() - start;
  if (backup !== null) await checkDatabase(db, backup, Date.now());
  return { made, checked: performance.now() - start - made };
}

/** Milliseconds in which a lost database has all its notes again. */
export async function loseAndRestore(): Promise<{ took: number; notes: number }> {
  if (backup === null) throw new Error('there is no backup');
  keeper?.stop();
  await db.delete({ disableAutoOpen: false });
  const start = performance.now();
  await restoreBackup(db, backup, { token: crypto.randomUUID(), now: Date.now });
  return { took: performance.now() - start, notes: await db.notes.count() };
}

/** Bytes that the extension takes on the disk. */
export async function usage(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}
