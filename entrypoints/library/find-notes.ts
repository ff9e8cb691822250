/** Finds notes by reading through all of them. */
import type { Article } from '@/core/model/article';
import { isHighlight, type Note } from '@/core/model/note';
import type {
  FacetCount,
  Facets,
  FoundNote,
  FoundNotes,
  Hit,
  NoteFilters,
  NoteQuery,
  Page,
  SoughtKind,
} from '@/core/model/search';
import { sourceSpan } from '@/core/text/fold';
import { foldSpelling, spell } from '@/core/text/spelling';
import type { HawashiDatabase } from '@/storage/database';
import { siteOf } from '@/storage/site-switch';

interface Sought {
  note: Note;
  article: Article | null;
}

/** The notes that fit, of which those of the page as rows. */
export async function findNotes(
  db: HawashiDatabase,
  { words, filters, sort }: NoteQuery,
  { offset, limit }: Page,
): Promise<FoundNotes> {
  const began = performance.now();
  const sought = words.replaceAll('"', ' ').split(/\s+/).map(spell).filter(Boolean);
  const articles = new Map((await db.articles.toArray()).map((one) => [one.id, one]));
  const within = await articlesWithin(db, filters);
  const fitting: Sought[] = [];
  for (const note of await db.notes.toArray()) {
    const one = { note, article: articles.get(note.articleId) ?? null };
    if (within !== null && !within.has(note.articleId)) continue;
    const text = spell(
      textsOf(one)
        .map(({ text }) => text)
        .join('\n'),
    );
    if (sought.every((word) => text.includes(word))) fitting.push(one);
  }
  const found = fitting.filter((one) => isLeft(one, filters)).sort(BY[sort] ?? BY.newest);
  return {
    rows: found.slice(offset, offset + limit).map((one) => rowOf(one, sought)),
    total: found.length,
    facets: facetsOf(fitting, filters),
    unsearched: 0,
    ms: performance.now() - began,
  };
}

const newest = (a: Sought, b: Sought) => b.note.updatedAt - a.note.updatedAt;
const BY = {
  newest,
  relevance: newest,
  oldest: (a: Sought, b: Sought) => newest(b, a),
  article: (a: Sought, b: Sought) =>
    (a.article?.title ?? '').localeCompare(b.article?.title ?? '') ||
    a.note.articleId.localeCompare(b.note.articleId) ||
    startOf(a.note) - startOf(b.note),
};

const startOf = ({ target }: Note) =>
  target.type === 'passage' ? target.selector.start : -1;

async function articlesWithin(
  db: HawashiDatabase,
  { entityId, storyId }: NoteFilters,
): Promise<Set<string> | null> {
  if (entityId === undefined && storyId === undefined) return null;
  const lists = [
    ...(entityId === undefined
      ? []
      : [
          await db.sightings
            .where('[entityId+articleId]')
            .between([entityId, ''], [entityId, '\uffff'])
            .toArray(),
        ]),
    ...(storyId === undefined
      ? []
      : [
          await db.memberships
            .where('[storyId+articleId]')
            .between([storyId, ''], [storyId, '\uffff'])
            .toArray(),
        ]),
  ].map((rows) => new Set(rows.map(({ articleId }) => articleId)));
  const [first = new Set<string>(), second = first] = lists;
  return new Set([...first].filter((id) => second.has(id)));
}

const isInTrash = ({ note }: Sought) => note.deletedAt !== null;

function kindOf(note: Note): SoughtKind {
  if (note.target.type === 'article') return 'article';
  return isHighlight(note) ? 'highlight' : 'note';
}

/** With the trash told apart; `but` leaves one filter out of account. */
function isLeft(one: Sought, filters: NoteFilters, but?: keyof NoteFilters): boolean {
  const { note, article } = one;
  const { site, tag, colour, from, to, kind, trash, orphaned } = filters;
  const checks: Partial<Record<keyof NoteFilters, boolean>> = {
    trash: isInTrash(one) === (trash === true),
    ...(site !== undefined && { site: siteOf(article?.url ?? '') === site }),
    ...(tag !== undefined && {
      tag: note.tags.some((its) => spell(its) === spell(tag)),
    }),
    ...(colour !== undefined && { colour: note.colour === colour }),
    ...(from !== undefined && { from: note.createdAt >= from }),
    ...(to !== undefined && { to: note.createdAt < to }),
    ...(kind !== undefined && { kind: kindOf(note) === kind }),
    ...(orphaned !== undefined && { orphaned: !orphaned }),
  };
  return Object.entries(checks).every(([name, holds]) => holds || name === but);
}

function facetsOf(fitting: readonly Sought[], filters: NoteFilters): Facets {
  const count = <T extends string>(
    name: keyof NoteFilters,
    values: (one: Sought) => readonly T[],
  ): FacetCount<T>[] => {
    const counts = new Map<T, number>();
    for (const one of fitting) {
      if (!isLeft(one, filters, name)) continue;
      for (const value of values(one)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count);
  };
  const inTrash = fitting.filter(
    (one) => isInTrash(one) && isLeft(one, filters, 'trash'),
  ).length;
  return {
    sites: count('site', ({ article }) => (article ? [siteOf(article.url)] : [])),
    tags: count('tag', ({ note }) => note.tags),
    colours: count('colour', ({ note }) => [note.colour]),
    kinds: count('kind', ({ note }) => [kindOf(note)]),
    ...{ stories: [], entities: [], days: [], orphaned: 0, trash: inTrash },
  };
}

function textsOf({ note, article }: Sought): (Pick<Hit, 'field' | 'tag'> & {
  text: string;
})[] {
  const quote = note.target.type === 'passage' ? note.target.selector.exact : '';
  return [
    { field: 'body', text: note.body },
    { field: 'quote', text: quote },
    { field: 'title', text: article?.title ?? '' },
    ...note.tags.map((text, tag) => ({ field: 'tag' as const, text, tag })),
  ];
}

function rowOf(one: Sought, words: readonly string[]): FoundNote {
  const hits = textsOf(one).flatMap(({ text, ...of }) => {
    const folded = foldSpelling(text);
    const spans = words.flatMap((word) => {
      const start = folded.text.indexOf(word);
      return start < 0 ? [] : [sourceSpan(folded, start, start + word.length)];
    });
    return spans.sort((a, b) => a.start - b.start).map((span) => ({ ...of, ...span }));
  });
  return { ...one, isOrphaned: false, hits };
}
