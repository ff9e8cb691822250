/**
 * Which notes come today. Nothing here looks through all notes: what is due is a
 * range of keys of which the first are read, and those that come for the first
 * time are looked for in a part of the notes that changes with the day.
 */
import type { Article } from '../../core/model/article';
import type { Note } from '../../core/model/note';
import type { NoteReview, ReviewSettings } from '../../core/review/review-state';
import { LONGEST } from '../../core/review/schedule';
import { hashText } from '../../core/text/hash-text';
import type { HawashiDatabase } from '../database';
import { readReviewSettings } from './keep-review';
import { dayOf, dueRange, LAST_DAY, leftRange, noteIdOf, reviewKey } from './review-keys';

/** A local day. */
export interface ReviewDay {
  /** Counted from 1970-01-01. */
  number: number;
  /** In ms since the epoch; the end is the start of the next. */
  startsAt: number;
  endsAt: number;
}

/** Due notes are counted up to here; one more means: more than these. */
export const COUNTED = 99;
/** Rows read at once, and at most: those of notes in the trash are passed over. */
const STEP = 500;
const MOST = 4_000;
/** Notes among which those are sought that never came: that many more come by tomorrow. */
const SOUGHT = 2_000;

export interface ReviewCounts {
  settings: ReviewSettings;
  /** Up to one more than {@link COUNTED}. */
  due: number;
}

/** What is due today, for who only wants the number. */
export async function readReviewCounts(
  db: HawashiDatabase,
  day: ReviewDay,
): Promise<ReviewCounts> {
  const settings = await readReviewSettings(db);
  if (!settings.on) return { settings, due: 0 };
  const due = await findDue(db, { settings, day, limit: COUNTED + 1 });
  return { settings, due: due.length };
}

export interface ReviewOutlook {
  /** Of the next sitting: those that are due, the longest due first, then those that come for the first time. */
  due: string[];
  fresh: string[];
  /** Notes that are not to come any more. */
  left: string[];
  /** When the next are due after today, and how many then, up to one more than {@link COUNTED}. */
  next: { day: number; notes: number } | null;
}

/** What a sitting of this day would bring. */
export async function readReviewOutlook(
  db: HawashiDatabase,
  day: ReviewDay,
): Promise<ReviewOutlook> {
  const settings = await readReviewSettings(db);
  const { round, atOnce } = settings;
  const due = await findDue(db, { settings, day, limit: atOnce });
  const fresh = await findFresh(db, { round, day, limit: atOnce - due.length });
  const left = await findLiving(db, leftRange(round), COUNTED + 1);
  const coming = dueRange(round, day.number + 1, day.number + LONGEST);
  const [first] = await findLiving(db, coming, 1);
  if (first === undefined) return { due, fresh, left: left.map(noteIdOf), next: null };
  const next = dayOf(first);
  const then = await findLiving(db, dueRange(round, next, next), COUNTED + 1);
  const notes = then.length;
  return { due, fresh, left: left.map(noteIdOf), next: { day: next, notes } };
}

async function findDue(
  db: HawashiDatabase,
  {
    settings: { round },
    day,
    limit,
  }: { settings: ReviewSettings; day: ReviewDay; limit: number },
): Promise<string[]> {
  const keys = await findLiving(db, dueRange(round, 0, day.number), limit);
  // No answer lets a note wait so long: the clock was set back since, and it would never come.
  const beyond = dueRange(round, day.number + LONGEST + 1, LAST_DAY);
  const lost = await findLiving(db, beyond, limit - keys.length);
  return [...keys, ...lost].map(noteIdOf);
}

/** The first keys of a range whose notes are there, and not in the trash. */
async function findLiving(
  db: HawashiDatabase,
  [from, to]: [string, string],
  limit: number,
): Promise<string[]> {
  const found: string[] = [];
  let after = from;
  let looked = 0;
  while (looked < MOST && found.length < limit) {
    const keys = await db.meta
      .where('key')
      .between(after, to, false, true)
      .limit(looked === 0 ? 2 * limit : STEP)
      .primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) break;
    const notes = await db.notes.bulkGet(keys.map(noteIdOf));
    found.push(...keys.filter((_, index) => notes[index]?.deletedAt === null));
    looked += keys.length;
    after = last;
  }
  return found.slice(0, limit);
}

/**
 * Notes that have never come, from before today. Their ids are random, so whoever
 * starts somewhere among the ids, and somewhere else each day, comes by all of
 * them in the end, imported ones too.
 */
async function findFresh(
  db: HawashiDatabase,
  { round, day, limit }: { round: number; day: ReviewDay; limit: number },
): Promise<string[]> {
  if (limit <= 0) return [];
  const start = hashText(`${round}/${day.number}`).toString(16).padStart(8, '0');
  const found: string[] = [];
  let looked = 0;
  for (const [first, end] of [
    [start, '\uffff'],
    ['', start],
  ] as const) {
    let after = first;
    while (looked < SOUGHT && found.length < limit) {
      const ids = await db.notes
        .where('id')
        .between(after, end, false, false)
        .limit(looked === 0 ? 4 * limit : STEP)
        .primaryKeys();
      const last = ids.at(-1);
      if (last === undefined) break;
      found.push(...(await freshOf(db, ids, { round, day })));
      looked += ids.length;
      after = last;
    }
  }
  return found.slice(0, limit);
}

/** Those of these ids, which follow on one another, that can come for the first time. */
async function freshOf(
  db: HawashiDatabase,
  ids: readonly string[],
  { round, day }: { round: number; day: ReviewDay },
): Promise<string[]> {
  const said = await db.meta
    .where('key')
    .between(
      reviewKey(round, ids[0] ?? ''),
      reviewKey(round, ids.at(-1) ?? ''),
      true,
      true,
    )
    .toArray();
  const known = new Set(
    said
      .map(({ value }) => value as NoteReview)
      .filter(({ state, left }) => state !== null || left)
      .map(({ noteId }) => noteId),
  );
  const notes = await db.notes.bulkGet(ids.filter((id) => !known.has(id)));
  return notes.flatMap((note) => (note && isOld(note, day) ? note.id : []));
}

/** A note from a day that is still to come is old: the clock was set back. */
function isOld({ createdAt, deletedAt }: Note, { startsAt, endsAt }: ReviewDay): boolean {
  return deletedAt === null && (createdAt < startsAt || createdAt >= endsAt);
}

export interface ReviewCard {
  note: Note;
  /** Null when it is not kept. */
  article: Article | null;
  /** What the reader said of it so far; null: nothing. */
  review: NoteReview | null;
}

/** A note as it comes; null when it is gone or in the trash. */
export async function readReviewCard(
  db: HawashiDatabase,
  noteId: string,
): Promise<ReviewCard | null> {
  const note = await db.notes.get(noteId);
  if (note === undefined || note.deletedAt !== null) return null;
  const { round } = await readReviewSettings(db);
  const article = (await db.articles.get(note.articleId)) ?? null;
  const review = (await db.meta.get(reviewKey(round, noteId)))?.value;
  return { note, article, review: (review as NoteReview | undefined) ?? null };
}
