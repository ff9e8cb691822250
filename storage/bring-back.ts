/** Notes from a backup or a file, into the main database by the same merge as every other change. */
import type { Table } from 'dexie';
import { likenessAtAddress } from '../core/article/same-article';
import type { ExportedSighting } from '../core/export/export-data';
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';
import { nextChangeTime } from '../core/notes/merge-note';
import type { NoteVersion } from '../core/notes/note-version';
import type { BackupDatabase, BroughtBack } from './backup-database';
import { bringSightings, type SeenArticle, takeSightings } from './bring-sightings';
import type { HawashiDatabase } from './database';
import { mergeInto } from './notes';

/** For so long bringing back can be undone, in ms. */
const UNDO_TIME = 7 * 86_400_000;

export interface Piece {
  /** Those of `notes`. */
  articles: readonly Article[];
  notes: readonly Note[];
  versions: readonly NoteVersion[];
  /** What readings of `articles` found, where the file tells it. */
  entities: readonly Entity[];
  sightings: readonly ExportedSighting[];
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

/**
 * Brings a piece back and remembers under `token` what that changed. Nothing
 * newer is overwritten and no words go; the same piece again changes nothing.
 * `now` in ms.
 */
export async function bringBack(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { piece, token, now }: { piece: Piece; token: string; now: number },
): Promise<BroughtCounts> {
  const added: BroughtBack['added'] = [];
  const before: BroughtBack['before'] = [];
  let seen: SeenArticle[] = [];
  const { articles, notes, versions, entities, sightings } = db;
  const tables = [articles, notes, versions, entities, sightings];
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
    seen = await bringSightings(db, {
      entities: piece.entities,
      sightings: ofArticles(piece, present),
    });
  });
  if (added.length + before.length + seen.length > 0) {
    await backup.transaction('rw', backup.restores, async () => {
      const part = await partsOf(backup, token).count();
      await backup.restores.add({ token, part, at: now, added, before, seen });
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

function partsOf(backup: BackupDatabase, token: string) {
  return backup.restores.where('token').equals(token);
}

/**
 * Undoes it: notes that came go into the trash, those that changed say again
 * what they said, and the counts of names that came go; what the reader has written since stays. Gives their number.
 */
export async function undoBringingBack(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { token, now }: { token: string; now: number },
): Promise<number> {
  let count = 0;
  for (const part of await partsOf(backup, token).toArray()) {
    const { notes, versions, entities, sightings } = db;
    count += await db.transaction(
      'rw',
      [notes, versions, entities, sightings],
      async () => {
        await takeSightings(db, part.seen ?? []);
        return undoPart(db, part, now);
      },
    );
    await backup.restores.delete([token, part.part]);
  }
  return count;
}

async function undoPart(
  db: HawashiDatabase,
  { added, before }: BroughtBack,
  now: number,
): Promise<number> {
  let count = 0;
  for (const { id, updatedAt } of added) {
    const note = await db.notes.get(id);
    if (note === undefined || note.updatedAt !== updatedAt || note.deletedAt !== null) {
      continue;
    }
    const at = nextChangeTime(updatedAt, now);
    await db.notes.put({ ...note, deletedAt: now, updatedAt: at });
    count++;
  }
  for (const { note, changedAt } of before) {
    const kept = await db.notes.get(note.id);
    if (kept === undefined || kept.updatedAt !== changedAt) continue;
    const at = nextChangeTime(changedAt, now);
    await mergeInto(db, kept, { ...note, updatedAt: at }, now);
    count++;
  }
  return count;
}

/** Lets go of what can no longer be undone; a clock set back lets go of nothing early. `now` in ms. */
export function dropOldUndo(backup: BackupDatabase, now: number): Promise<number> {
  return backup.restores
    .where('at')
    .below(now - UNDO_TIME)
    .delete();
}
