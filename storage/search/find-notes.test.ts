import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { NoteQuery } from '@/core/model/search';
import { readQuery } from '@/core/search/read-query';
import { wordsOf } from '@/core/search/word-forms';
import { makeFacts, makeNote, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from '../database';
import { recordSightings } from '../sightings';
import { findNoteIds, findNotes } from './find-notes';
import { settleIndex, stepIndex } from './keep-index';

const ALL: NoteQuery = { words: '', filters: {}, sort: 'newest' };
const PAGE = { offset: 0, limit: 50 };
const BAGHDAD = {
  id: 'loc/baghdad',
  kind: 'place' as const,
  names: { ar: 'بغداد', en: 'Baghdad' },
  source: 'lexicon' as const,
};

function makeArticle(id: string, changes: Partial<Article> = {}): Article {
  return {
    ...makeFacts(),
    ...{ id, urlKey: id, createdAt: THEN, updatedAt: THEN },
    ...{ deletedAt: null, lastOpenedAt: THEN, ...changes },
  };
}

function quoted(exact: string, start = 0): Note['target'] {
  const end = start + exact.length;
  return { type: 'passage', selector: { exact, prefix: '', suffix: '', start, end } };
}

const found = (db: HawashiDatabase, words: string, filters: NoteQuery['filters'] = {}) =>
  findNotes(db, { words, filters, sort: 'relevance' }, PAGE);

async function idsFor(db: HawashiDatabase, words: string): Promise<string[]> {
  return (await found(db, words)).rows.map(({ note }) => note.id);
}

/** Kept by the index, or looked at since it was made: it must be the same. */
describe.each([true, false])('notes found, the index settled: %s', (isSettled) => {
  async function open(): Promise<HawashiDatabase> {
    const db = openTestDatabase();
    const titled = { title: 'قمة في الدوحة', url: 'https://www.other.example/a' };
    if (!isSettled) await settleIndex(db);
    await db.articles.bulkAdd([makeArticle('a', titled), makeArticle('b')]);
    await db.notes.bulkAdd([
      makeNote({
        id: '1',
        articleId: 'a',
        body: 'وصل الوفد وببغداد استقبل',
        target: quoted('أمريكا', 40),
      }),
      makeNote({
        id: '2',
        articleId: 'a',
        body: '',
        tags: ['سياسة'],
        target: quoted('قال الوزير', 3),
        createdAt: THEN + 1,
      }),
      makeNote({
        id: '3',
        articleId: 'b',
        body: 'a summit',
        target: { type: 'article' },
        colour: 'blue',
        createdAt: THEN + 86_400_000,
      }),
      makeNote({ id: '4', articleId: 'b', body: 'بغداد', deletedAt: THEN }),
    ]);
    await recordSightings(db, 'b', [{ entity: BAGHDAD, count: 2 }], THEN);
    await db.stories.add({
      id: 's',
      name: 'القمة',
      followed: true,
      createdAt: 1,
      updatedAt: 1,
    });
    await db.memberships.add({
      ...{ storyId: 's', articleId: 'a', score: 1, by: 'reader' },
      visitId: null,
      at: 1,
    });
    await db.places.add({ noteId: '1', articleId: 'a', status: 'orphan' });
    if (isSettled) await settleIndex(db);
    return db;
  }

  it('by words with clitics, in other spellings, in every field', async () => {
    const db = await open();
    expect(await idsFor(db, 'بغداد')).toEqual(['1', '3']);
    expect(await idsFor(db, 'بغداد امريكا')).toEqual(['1']);
    expect(await idsFor(db, 'وزير')).toEqual(['2']);
    expect(await idsFor(db, 'السياسه')).toEqual(['2']);
    expect((await idsFor(db, 'الدوح')).sort()).toEqual(['1', '2']);
    expect(await idsFor(db, 'SUMM')).toEqual(['3']);
    expect(await idsFor(db, 'بغداد summit nowhere')).toEqual([]);
  });

  it('by a name in another language, with where it stands', async () => {
    const db = await open();
    const { rows } = await found(db, 'Baghdad');
    expect(rows.map(({ note }) => note.id)).toEqual(['1', '3']);
    const [named, met] = rows;
    expect(
      named?.hits.map(({ field, start, end }) =>
        named.note[field as 'body']?.slice(start, end),
      ),
    ).toEqual(['بغداد']);
    expect(met?.hits).toEqual([
      { field: 'title', start: 0, end: 5 },
      { field: 'entity', start: 0, end: 5, entity: { id: BAGHDAD.id, name: 'بغداد' } },
      { field: 'entity', start: 0, end: 7, entity: { id: BAGHDAD.id, name: 'Baghdad' } },
    ]);
  });

  it('by a part of a word, and without a clitic that was typed, where nothing else is found', async () => {
    const db = await open();
    expect(await idsFor(db, 'ummi')).toEqual(['3']);
    expect(await idsFor(db, 'فبغداد')).toEqual(['1', '3']);
  });

  it('by filters, alone and together, with what each would leave', async () => {
    const db = await open();
    const ids = async (filters: NoteQuery['filters']) =>
      (await found(db, '', filters)).rows.map(({ note }) => note.id).sort();
    expect(await ids({})).toEqual(['1', '2', '3']);
    expect(await ids({ site: 'other.example' })).toEqual(['1', '2']);
    expect(await ids({ storyId: 's', kind: 'highlight' })).toEqual(['2']);
    expect(await ids({ entityId: BAGHDAD.id })).toEqual(['3']);
    expect(await ids({ tag: 'سياسه' })).toEqual(['2']);
    expect(await ids({ colour: 'blue' })).toEqual(['3']);
    expect(await ids({ from: THEN + 1, to: THEN + 2 })).toEqual(['2']);
    expect(await ids({ orphaned: true })).toEqual(['1']);
    expect(await ids({ orphaned: false })).toEqual(['2', '3']);
    expect(await ids({ trash: true })).toEqual(['4']);
    const { facets, total } = await found(db, '', { site: 'other.example' });
    expect(total).toBe(2);
    expect(facets).toMatchObject({
      sites: [
        { value: 'other.example', count: 2 },
        { value: 'example.com', count: 1 },
      ],
      stories: [{ value: 's', name: 'القمة', count: 2 }],
      entities: [],
      tags: [{ value: 'سياسة', count: 1 }],
      colours: [{ value: 'yellow', count: 2 }],
      kinds: [
        { value: 'note', count: 1 },
        { value: 'highlight', count: 1 },
      ],
      ...{ orphaned: 1, trash: 0 },
    });
    expect((await found(db, '')).facets.entities).toMatchObject([
      { value: BAGHDAD.id, count: 1, kind: 'place', names: BAGHDAD.names },
    ]);
  });

  it('in each order, a page at a time', async () => {
    const db = await open();
    const sorted = (sort: NoteQuery['sort']) => findNoteIds(db, { ...ALL, sort });
    expect(await sorted('newest')).toEqual(['3', '2', '1']);
    expect(await sorted('oldest')).toEqual(['1', '2', '3']);
    expect(await sorted('article')).toEqual(['3', '2', '1']);
    const page = await findNotes(db, ALL, { offset: 1, limit: 1 });
    expect(page.rows.map(({ note }) => note.id)).toEqual(['2']);
    expect(page.total).toBe(3);
  });

  it('says what changed at once: a name, a trip to the trash, a note for good', async () => {
    const db = await open();
    await db.notes.update('1', { body: 'مكتوب من جديد' });
    expect(await idsFor(db, 'جديد')).toEqual(['1']);
    expect(await idsFor(db, 'استقبل')).toEqual([]);
    await db.notes.update('1', { deletedAt: THEN });
    expect(await idsFor(db, 'جديد')).toEqual([]);
    await db.notes.delete('3');
    expect((await found(db, '')).total).toBe(1);
    const renamed = { ...BAGHDAD, names: { en: 'Peace' } };
    await db.notes.update('4', { deletedAt: null });
    await recordSightings(db, 'b', [{ entity: renamed, count: 1 }], THEN);
    expect(await idsFor(db, 'peace')).toEqual(['4']);
  });

  it('keeps nothing of a note that was let go for good', async () => {
    const db = await open();
    await db.notes.delete('3');
    await settleIndex(db);
    expect(await db.stale.count()).toBe(0);
    for (const { terms } of await db.segments.toArray()) {
      expect(terms).not.toContain('summit');
    }
  });
});

it('says how many notes are not in the index yet', async () => {
  const db = openTestDatabase();
  await db.articles.add(makeArticle('a'));
  await db.notes.add(makeNote({ articleId: 'a' }));
  // What has just changed is looked at without it.
  expect(await found(db, '')).toMatchObject({ total: 1, unsearched: 0 });
  await db.stale.clear();
  expect(await found(db, '')).toMatchObject({ total: 0, unsearched: 1 });
  await settleIndex(db);
  expect((await found(db, '')).unsearched).toBe(0);
});

it('articles that were only read do not make a segment anew', async () => {
  const db = openTestDatabase();
  await db.articles.add(makeArticle('a'));
  await db.notes.add(makeNote({ articleId: 'a' }));
  await settleIndex(db);
  const before = await db.segments.toCollection().primaryKeys();
  await db.articles.add(makeArticle('b', { urlKey: 'b' }));
  await settleIndex(db);
  expect(await db.stale.count()).toBe(0);
  expect(await db.segments.toCollection().primaryKeys()).toEqual(before);
});

const TEXTS = [
  'وببغداد',
  'الوزير قال',
  'عبدالرحمن',
  'للعراق غدا',
  'أمريكا',
  'café noir',
  'l’Iran',
  '٢٠٠٣',
  '',
];
const text = fc
  .array(fc.constantFrom(...TEXTS), { maxLength: 3 })
  .map((all) => all.join(' '));
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      note: fc.nat(9),
      article: fc.nat(3),
      body: text,
      quote: text,
      tags: fc.array(fc.constantFrom('سياسة', 'سياسه', 'x'), { maxLength: 2 }),
      trashed: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('purge' as const), note: fc.nat(9) }),
  fc.record({ do: fc.constant('title' as const), article: fc.nat(3), title: text }),
  fc.record({ do: fc.constant('step' as const) }),
  fc.record({ do: fc.constant('look' as const) }),
);

describe('whatever was done, in whatever order, with the index made in between', () => {
  it('what is found is what a look through everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 25 }),
        fc.constantFrom('', ...TEXTS, 'قال', 'رحمن', 'الع', 'سياسة'),
        async (acts, words) => {
          const db = openTestDatabase();
          for (const one of acts) {
            if (one.do === 'step') await stepIndex(db);
            else if (one.do === 'look') await found(db, words);
            else if (one.do === 'purge') await db.notes.delete(`n${one.note}`);
            else if (one.do === 'title') {
              await db.articles.put(makeArticle(`a${one.article}`, { title: one.title }));
            } else {
              const { note, article, body, quote, tags, trashed } = one;
              await db.notes.put(
                makeNote({
                  id: `n${note}`,
                  articleId: `a${article}`,
                  body,
                  tags,
                  target: quoted(quote),
                  deletedAt: trashed ? THEN : null,
                }),
              );
            }
          }
          await stepIndex(db);
          const result = await found(db, words);
          const expected = await recount(db, words);
          const ids = await findNoteIds(db, { ...ALL, words });
          expect(ids.sort()).toEqual(
            expected
              .filter(({ deletedAt }) => deletedAt === null)
              .map(({ id }) => id)
              .sort(),
          );
          expect(result.total).toBe(ids.length);
          expect(result.facets.trash).toBe(expected.length - ids.length);
          expect(result.unsearched).toBe(0);
          db.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

async function recount(db: HawashiDatabase, words: string): Promise<Note[]> {
  const all = await Promise.all(
    (await db.notes.toArray()).map(async (note) => {
      const article = await db.articles.get(note.articleId);
      const quote = note.target.type === 'passage' ? note.target.selector.exact : '';
      const texts = [note.body, quote, ...note.tags, article?.title ?? ''];
      const terms = texts
        .flatMap(wordsOf)
        .flatMap(({ forms }) => forms.map(({ term }) => term));
      return { note, terms };
    }),
  );
  const sought = readQuery(words);
  return all
    .filter(({ terms }) =>
      sought.every(({ prefixes, loose, term }) => {
        const begins = (some: readonly string[], own: readonly string[]) =>
          own.some((one) => some.some((prefix) => one.startsWith(prefix)));
        if (all.some((one) => begins(prefixes, one.terms)))
          return begins(prefixes, terms);
        return begins(loose, terms) || terms.some((one) => one.includes(term));
      }),
    )
    .map(({ note }) => note);
}
