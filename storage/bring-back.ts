/** Notes from a backup or a file, into the main database by the same merge as every other change. */
import type { Table } from 'dexie';
import { likenessAtAddress } from '../core/article/same-article';
import type { ExportedSighting } from '../core/export/export-data';
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';
import type { NoteVersion } from '../core/notes/note-version';
import type { NoteReview } from '../core/review/review-state';
import type { BackupDatabase, BroughtBack } from './backup-database';
import { bringSightings, type SeenArticle } from './bring-sightings';
import type { HawashiDatabase } from './database';
import { mergeInto } from './notes';
import { keepReview } from './review/keep-review';

export interface Piece {
  /** Those of `notes`. */
  articles: readonly Article[];
  notes: readonly Note[];
  versions: readonly NoteVersion[];
  /** What readings of `articles` found, where the file tells it. */
  entities: readonly Entity[];
  sightings: readonly ExportedSighting[];
  /** Taken for notes that were not there: of the others nothing could be undone. */
  reviews?: readonly NoteReview[] | undefined;
  /** Whether an article comes from the same place: two of one address that come together are two. */
  isOurs: (articleId: string) => boolean | Promise<boolean>;
}

export interface BroughtCounts {
  /** Notes that were not there. */
  added: number;
  /** Notes that were there with other words, of which all are kept. */
  changed: number;
  same: number;
}

export const NOTHING_BROUGHT: BroughtCounts = { added: 0, changed: 0, same: 0 };

export function addCounts(a: BroughtCounts, b: BroughtCounts): BroughtCounts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    same: a.same + b.same,
  };
}

interface Bringing {
  piece: Piece;
  token: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** The reader asked for it; absent when it came about by itself. */
  asked?: true | undefined;
}

/**
 * Brings a piece back and remembers under `token` what that changed. Nothing
 * newer is overwritten and no words go; the same piece again changes nothing.
 */
export async function bringBack(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { piece, token, now, asked }: Bringing,
): Promise<BroughtCounts> {
  const added: BroughtBack['added'] = [];
  const before: BroughtBack['before'] = [];
  let seen: SeenArticle[] = [];
  const { articles, notes, versions, entities, sightings, meta } = db;
  const tables = [articles, notes, versions, entities, sightings, meta];
  const present = await findPresent(db, piece);
  await db.transaction('rw', tables, async () => {
    const incomingArticles = piece.articles.filter(({ id }) => !present.has(id));
    await addAbsent<Article>(db.table('articles'), incomingArticles);
    const absent = await addAbsent<Note>(
      db.table('notes'),
      piece.notes.map((note) => ({
        ...note,
        articleId: present.get(note.articleId) ?? note.articleId,
      })),
    );
    added.push(...absent.map(({ id, updatedAt }) => ({ id, updatedAt })));
    const isNew = new Set(absent.map(({ id }) => id));
    for (const incoming of piece.notes) {
      const kept = isNew.has(incoming.id) ? undefined : await notes.get(incoming.id);
      if (kept === undefined) continue;
      const { note, isChanged } = await mergeInto(db, kept, incoming, now);
      if (isChanged) before.push({ note: kept, changedAt: note.updatedAt });
    }
    for (const version of piece.versions) await putVersion(db, version);
    for (const review of piece.reviews ?? []) {
      if (isNew.has(review.noteId)) await keepReview(db, review);
    }
    seen = await bringSightings(db, {
      entities: piece.entities,
      sightings: ofArticles(piece, present),
    });
  });
  if (added.length + before.length + seen.length > 0) {
    await backup.transaction('rw', backup.restores, async () => {
      const part = await backup.restores.where({ token }).count();
      const changes = { added, before, seen, ...(asked && { asked }) };
      await backup.restores.add({ token, part, at: now, ...changes });
    });
  }
  const changed = before.length;
  const same = piece.notes.length - added.length - changed;
  return { added: added.length, changed, same };
}

/** The ids of articles that are there under another id, by the ids under which they come. */
async function findPresent(
  db: HawashiDatabase,
  { articles, isOurs }: Piece,
): Promise<Map<string, string>> {
  const present = new Map<string, string>();
  const known = await db.articles.bulkGet(articles.map(({ id }) => id));
  const absent = articles.filter((_, at) => known[at] === undefined);
  const keys = absent.map(({ urlKey }) => urlKey);
  const same = await db.articles.where('urlKey').anyOf(keys).sortBy('createdAt');
  for (const article of absent) {
    const other = same.find(
      (one) => one.urlKey === article.urlKey && likenessAtAddress(one, article) > 0,
    );
    if (other !== undefined && !(await isOurs(other.id))) {
      present.set(article.id, other.id);
    }
  }
  return present;
}

/** The sightings of the piece's articles, under the ids that these have here. */
function ofArticles(
  { articles, sightings }: Piece,
  present: ReadonlyMap<string, string>,
): ExportedSighting[] {
  const ids = new Set(articles.map(({ id }) => id));
  return sightings
    .filter(({ articleId }) => ids.has(articleId))
    .map((one) => ({ ...one, articleId: present.get(one.articleId) ?? one.articleId }));
}

/** Adds those whose id is not taken, the first of an id, and gives them. */
async function addAbsent<Row extends { id: string }>(
  table: Table<Row, string>,
  rows: readonly Row[],
): Promise<Row[]> {
  const known = await table.bulkGet(rows.map(({ id }) => id));
  const byId = new Map<string, Row>();
  for (const [at, row] of rows.entries()) {
    if (known[at] === undefined && !byId.has(row.id)) byId.set(row.id, row);
  }
  const absent = [...byId.values()];
  await table.bulkAdd(absent);
  return absent;
}

/** A version only ever grows. */
async function putVersion(db: HawashiDatabase, version: NoteVersion): Promise<void> {
  if ((await db.notes.get(version.noteId)) === undefined) return;
  const kept = await db.versions.get(version.id);
  const more = version.removed.filter((words) => !kept?.removed.includes(words));
  if (kept === undefined) await db.versions.put(version);
  else if (more.length > 0) {
    await db.versions.put({ ...kept, removed: [...kept.removed, ...more] });
  }
}
