import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportJson } from '@/core/export/json';
import type { Article } from '@/core/model/article';
import { NOTE_COLOURS, type Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import type { NoteReview } from '@/core/review/review-state';
import { makeFacts, makeNote, NOTE_ID, OTHER_NOTE_ID } from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { readImport } from '@/test/read-import';
import { bringBack, undoBringingBack } from './bring-back';
import { readExportData } from './read-export-data';
import { keepReview } from './review/keep-review';

/** Any UTF-16 at all, unpaired surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
const time = fc.nat();

const anyNote = (articleId: string): fc.Arbitrary<Note> =>
  fc.record({
    id: fc.uuid(),
    articleId: fc.constant(articleId),
    target: fc.oneof(
      fc.constant({ type: 'article' as const }),
      fc
        .tuple(anyText, anyText, anyText, fc.integer({ min: -1, max: 99 }))
        .map(([exact, prefix, suffix, start]) => ({
          type: 'passage' as const,
          selector: { exact, prefix, suffix, start, end: start + exact.length },
          ...(exact.length > 9 ? { notHere: prefix } : {}),
        })),
    ),
    body: anyText,
    colour: fc.constantFrom(...NOTE_COLOURS),
    tags: fc.array(anyText, { maxLength: 3 }),
    createdAt: time,
    updatedAt: time,
    deletedAt: fc.option(time),
  });

const anyVersion = (note: Note): fc.Arbitrary<NoteVersion> =>
  fc.record({
    id: fc.uuid(),
    noteId: fc.constant(note.id),
    updatedAt: time,
    keptAt: time,
    note: fc.constant(note),
    removed: fc.array(anyText, { maxLength: 3 }),
  });

const day = fc.nat({ max: 999_999 });
const anyReview = ({ id }: Note): fc.Arbitrary<NoteReview> =>
  fc.record({
    noteId: fc.constant(id),
    state: fc.option(
      fc.record({
        ...{ due: day, last: day, answers: time, lapses: time, parameters: time },
        stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
        difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      }),
    ),
    left: fc.boolean(),
    changedAt: time,
  });

const anyArticle: fc.Arbitrary<Article> = fc
  .tuple(fc.uuid(), anyText, time)
  .map(([id, title, at]) => ({
    ...makeFacts({ title, url: `https://example.com/${id}` }),
    ...{ id, urlKey: `example.com/${id}`, createdAt: at, updatedAt: at },
    ...{ deletedAt: null, lastOpenedAt: at },
  }));

const anyDatabase = anyArticle.chain((article) =>
  fc
    .uniqueArray(anyNote(article.id), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 4,
    })
    .chain((notes) =>
      fc
        .tuple(
          fc.tuple(...notes.map((note) => fc.array(anyVersion(note), { maxLength: 2 }))),
          fc.tuple(...notes.map((note) => fc.option(anyReview(note)))),
        )
        .map(([versions, reviews]) => ({
          ...{ article, notes, versions: versions.flat() },
          reviews: reviews.filter((review) => review !== null),
        })),
    ),
);

it('gives back every unit of every note, version, the trash and the review: export, wipe, import', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const wipe = () =>
    Promise.all(
      [db.articles, db.notes, db.versions, db.meta].map((table) => table.clear()),
    );
  await fc.assert(
    fc.asyncProperty(anyDatabase, async ({ article, notes, versions, reviews }) => {
      await wipe();
      await db.articles.add(article);
      await db.notes.bulkAdd(notes);
      await db.versions.bulkPut(versions);
      for (const review of reviews) await keepReview(db, review);
      const before = await readExportData(db, { now: 7 });
      expect(before.reviews ?? []).toHaveLength(reviews.length);
      const bytes = new TextEncoder().encode(exportJson(before));
      await wipe();
      const { data, report } = readImport(new TextDecoder().decode(bytes));
      expect(report.left).toBe(0);
      expect(data).toEqual(before);
      const piece = { ...data, isOurs: () => false };
      await bringBack(db, backup, { piece, token: crypto.randomUUID(), now: 8 });
      expect(await readExportData(db, { now: 7 })).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

it('brings the review of notes that were not there, and leaves that of those that were', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const [here, added] = [NOTE_ID, OTHER_NOTE_ID].map((id) => makeNote({ id }));
  if (!here || !added) throw new Error('two notes');
  await db.notes.add(here);
  const said = { state: null, left: true, changedAt: 5 };
  const reviews = [here, added].map(({ id }) => ({ noteId: id, ...said }));
  const piece = { articles: [], versions: [], notes: [here, added], reviews };
  const token = crypto.randomUUID();
  const bring = () =>
    bringBack(db, backup, { piece: { ...piece, isOurs: () => false }, token, now: 8 });
  await bring();
  await bring();
  expect((await readExportData(db, { now: 7 })).reviews).toEqual([reviews[1]]);
  await undoBringingBack(db, backup, { token, now: 9 });
  expect(await db.notes.get(added.id)).toMatchObject({ deletedAt: 9 });
});
