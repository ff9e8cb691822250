import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ExportedSighting } from '@/core/export/export-data';
import { exportJson } from '@/core/export/json';
import type { Article } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import { NOTE_COLOURS, type Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import type { NoteReview } from '@/core/review/review-state';
import { piecesOf } from '@/entrypoints/library/import-pieces';
import type { BackupDatabase } from '@/storage/backup-database';
import { bringBack } from '@/storage/bring-back';
import { compareNotes } from '@/storage/compare-notes';
import type { HawashiDatabase } from '@/storage/database';
import { addToTotals, NO_TOTALS } from '@/storage/entity-totals';
import { readExportData } from '@/storage/read-export-data';
import { keepReview } from '@/storage/review/keep-review';
import { entityHistory, recordSightings } from '@/storage/sightings';
import { undoBringingBack } from '@/storage/undo-bringing-back';
import { makeArticle, makeData } from '@/test/make-export';
import {
  ARTICLE_ID,
  makeFacts,
  makeNote,
  NOTE_ID,
  OTHER_NOTE_ID,
  THEN,
} from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { readImport } from '@/test/read-import';

const OTHER = OTHER_NOTE_ID;
const BAGHDAD: Entity = {
  id: 'loc/baghdad',
  kind: 'place',
  names: { ar: 'بغداد', en: 'Baghdad' },
  source: 'lexicon',
};

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

const anyEntity = (id: string): fc.Arbitrary<Entity> =>
  fc
    .tuple(fc.constantFrom('person' as const, 'place' as const), anyText, fc.boolean())
    .map(([kind, ar, isKnown]) => ({
      ...{ id, kind, names: { ar }, source: 'text' as const },
      ...(isKnown && { country: 'IQ', wikidata: 'Q796', description: { en: ar } }),
    }));

/** Of each article which of three entities its reading found. */
const anySightings = (articleId: string): fc.Arbitrary<ExportedSighting[]> =>
  fc
    .uniqueArray(
      fc.record({
        entityId: fc.constantFrom('one', 'two', 'three \ud800'),
        count: fc.nat(9),
        isActing: fc.boolean(),
        firstSeenAt: time,
        lastSeenAt: time,
      }),
      { selector: ({ entityId }) => entityId, maxLength: 3 },
    )
    .map((list) =>
      list.map(({ isActing, ...one }) => ({
        ...{ ...one, articleId },
        ...(isActing && { acts: true as const }),
      })),
    );

interface OneArticle {
  article: Article;
  notes: Note[];
  versions: NoteVersion[];
  sightings: ExportedSighting[];
  reviews: NoteReview[];
}

const anyOneArticle: fc.Arbitrary<OneArticle> = anyArticle.chain((article) =>
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
          anySightings(article.id),
          fc.tuple(...notes.map((note) => fc.option(anyReview(note)))),
        )
        .map(([versions, sightings, reviews]) => ({
          ...{ article, notes, sightings },
          versions: versions.flat(),
          reviews: reviews.filter((review) => review !== null),
        })),
    ),
);

const anyDatabase = fc
  .tuple(
    fc.uniqueArray(anyOneArticle, {
      selector: ({ article }) => article.id,
      minLength: 1,
    }),
    fc.tuple(...['one', 'two', 'three \ud800'].map(anyEntity)),
  )
  .map(([all, known]) => {
    const sightings = all.flatMap((one) => one.sightings);
    const entities = known.filter(({ id }) =>
      sightings.some((one) => one.entityId === id),
    );
    return { all, entities, sightings };
  });

type AnyDatabase = typeof anyDatabase extends fc.Arbitrary<infer Value> ? Value : never;

async function wipe(db: HawashiDatabase): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

async function fill(db: HawashiDatabase, { all, entities, sightings }: AnyDatabase) {
  await db.articles.bulkAdd(all.map(({ article }) => article));
  await db.notes.bulkAdd(all.flatMap(({ notes }) => notes));
  await db.versions.bulkPut(all.flatMap(({ versions }) => versions));
  for (const review of all.flatMap(({ reviews }) => reviews))
    await keepReview(db, review);
  await db.entities.bulkAdd(
    entities.map((one) => ({ ...one, updatedAt: 1, totals: NO_TOTALS })),
  );
  await db.sightings.bulkAdd(sightings);
  await addToTotals(db, sightings);
}

/** As the settings do: what is new in the file, in the pieces in which it is sent. */
async function bringFile(db: HawashiDatabase, backup: BackupDatabase, file: Uint8Array) {
  const { data, report } = readImport(new TextDecoder().decode(file));
  expect(report.left).toBe(0);
  const found = await compareNotes(db, backup, data);
  const token = crypto.randomUUID();
  for (const { ofFile, ...records } of piecesOf(data, found?.added ?? [])) {
    const piece = { ...records, isOurs: (id: string) => ofFile.includes(id) };
    await bringBack(db, backup, { piece, token, now: 8 });
  }
  return token;
}

const totalsOf = async (db: HawashiDatabase) =>
  (await db.entities.toArray()).map(({ id, totals }) => ({ id, totals }));

it('export, wipe, import gives back every byte: notes, their history, the trash, the review, actors and places', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  await fc.assert(
    fc.asyncProperty(anyDatabase, async (content) => {
      await wipe(db);
      await fill(db, content);
      const before = await readExportData(db, { now: 7 });
      const totals = await totalsOf(db);
      const file = new TextEncoder().encode(exportJson(before));
      await wipe(db);
      const token = await bringFile(db, backup, file);
      expect(await readExportData(db, { now: 7 })).toStrictEqual(before);
      expect(await totalsOf(db)).toEqual(totals);
      // The same file again brings nothing, and undoing it takes all of it.
      await bringFile(db, backup, file);
      expect(await readExportData(db, { now: 7 })).toStrictEqual(before);
      await undoBringingBack(db, backup, { token, now: 9 });
      expect(await db.notes.filter(({ deletedAt }) => deletedAt === null).count()).toBe(
        0,
      );
      expect(await db.sightings.count()).toBe(0);
      expect(await db.entities.count()).toBe(0);
    }),
    { numRuns: 30 },
  );
});

it('leaves what a reading here has found, and what is known of an actor', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const here = { ...BAGHDAD, names: { ar: 'بغداد' } };
  await recordSightings(db, ARTICLE_ID, [{ entity: here, count: 2 }], 50);
  await db.articles.add(makeArticle());
  const other = makeArticle({ id: OTHER, url: 'https://example.com/b', urlKey: 'b' });
  const sighting = { entityId: BAGHDAD.id, count: 7, firstSeenAt: 3, lastSeenAt: 4 };
  const data = makeData({
    articles: [makeArticle(), other],
    notes: [makeNote(), makeNote({ id: OTHER, articleId: OTHER })],
    entities: [BAGHDAD],
    sightings: [ARTICLE_ID, OTHER].map((articleId) => ({ ...sighting, articleId })),
  });
  const token = await bringFile(db, backup, new TextEncoder().encode(exportJson(data)));
  expect((await db.entities.get(BAGHDAD.id))?.names).toEqual(here.names);
  expect(await entityHistory(db, BAGHDAD.id)).toEqual({
    ...{ articles: 2, mentions: 9, firstSeenAt: 3 },
  });
  // What is read since stays, and the rest goes.
  await undoBringingBack(db, backup, { token, now: 60 });
  expect(await entityHistory(db, BAGHDAD.id)).toEqual({
    ...{ articles: 1, mentions: 2, firstSeenAt: 50 },
  });
});

it('undone, keeps the names of an article that was read since', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const token = await bringFile(
    db,
    backup,
    new TextEncoder().encode(exportJson(makeData())),
  );
  await recordSightings(db, ARTICLE_ID, [{ entity: BAGHDAD, count: 1 }], THEN);
  await undoBringingBack(db, backup, { token, now: THEN });
  expect(await entityHistory(db, BAGHDAD.id)).toMatchObject({ articles: 1, mentions: 1 });
  expect(await entityHistory(db, 'per/one')).toMatchObject({ articles: 0 });
});

it('brings the review of notes that were not there, and leaves that of those that were', async () => {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const [here, added] = [NOTE_ID, OTHER].map((id) => makeNote({ id }));
  if (!here || !added) throw new Error('two notes');
  await db.notes.add(here);
  const said = { state: null, left: true, changedAt: 5 };
  const reviews = [here, added].map(({ id }) => ({ noteId: id, ...said }));
  const none = { articles: [], versions: [], entities: [], sightings: [] };
  const piece = { ...none, notes: [here, added], reviews };
  const token = crypto.randomUUID();
  const bring = () =>
    bringBack(db, backup, { piece: { ...piece, isOurs: () => false }, token, now: 8 });
  await bring();
  await bring();
  expect((await readExportData(db, { now: 7 })).reviews).toEqual([reviews[1]]);
  await undoBringingBack(db, backup, { token, now: 9 });
  expect(await db.notes.get(added.id)).toMatchObject({ deletedAt: 9 });
});
