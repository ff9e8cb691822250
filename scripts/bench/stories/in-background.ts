/** Runs inside the extension's background: a history of many articles in its database, and a clock. */
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import { compareTexts } from '@/core/stories/compare-texts';
import { runToEnd } from '@/core/text/steps';
import { openDatabase } from '@/storage/database';
import { findCandidates, toKept } from '@/storage/fingerprints';
import { meetArticle } from '@/storage/meet-article';
import { createFingerprintMaker } from './make-fingerprints';

const db = openDatabase('hawashi-bench');
const make = createFingerprintMaker();
const AT_ONCE = 500;
/** As long as a report. */
const TEXT = 'كلمات من خبر طويل '.repeat(140);

const idOf = (number: number) =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** Articles `from` to `to`, in pieces; milliseconds. */
export async function fill(from: number, to: number): Promise<number> {
  const before = performance.now();
  for (let start = from; start < to; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - start);
    await db.fingerprints.bulkAdd(
      Array.from({ length }, (_, at) => toKept(idOf(start + at), make(start + at), 0)),
    );
  }
  return performance.now() - before;
}

export interface Search {
  find: number;
  compare: number;
  candidates: number;
  isFound: boolean;
}

/** Looks for another report on what each of these articles tells; milliseconds. */
export async function search(numbers: readonly number[]): Promise<Search[]> {
  const searches: Search[] = [];
  for (const number of numbers) {
    const fingerprint = make(number, { edited: true });
    const start = performance.now();
    const candidates = await findCandidates(db, fingerprint);
    const found = performance.now();
    for (const other of candidates) compareFingerprints(fingerprint, other.fingerprint);
    searches.push({
      find: found - start,
      compare: performance.now() - found,
      candidates: candidates.length,
      isFound: candidates.some(({ articleId }) => articleId === idOf(number)),
    });
  }
  return searches;
}

/** Milliseconds for each of some articles written one by one. */
export async function write(numbers: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers) {
    const row = toKept(crypto.randomUUID(), make(number), 0);
    const start = performance.now();
    await db.fingerprints.add(row);
    times.push(performance.now() - start);
  }
  return times;
}

/** Milliseconds for each of some articles met: compared, kept, and told what they have to do with others. */
export async function meet(numbers: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers) {
    const fingerprint = make(number, { edited: true });
    const url = `https://news.example/${performance.now()}/${number}`;
    const facts = { url, title: 'عنوان', siteName: '', lang: 'ar', wordCount: 420 };
    const article = { facts, urlKey: url, now: Date.now() };
    const visitId = crypto.randomUUID();
    const start = performance.now();
    await meetArticle(
      db,
      { article, visitId, text: TEXT, fingerprint, unrecorded: null },
      {
        fingerprintOf: async () => fingerprint,
        compareTexts: async (before, after) => runToEnd(compareTexts(before, after)),
        seeds: [],
      },
    );
    times.push(performance.now() - start);
  }
  return times;
}

/** Bytes that the extension's origin takes on the disk. */
export async function usage(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}
