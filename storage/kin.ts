import type { Article } from '../core/model/article';
import type { Note } from '../core/model/note';
import type { Kin, Likeness } from '../core/model/story';
import type { HawashiDatabase } from './database';

/** An article and what it is to another. */
export interface Judged {
  articleId: string;
  verdict: Likeness;
  score: number;
  /** As in `schema.ts`, {@link KeptFingerprint}. */
  since: number;
}

/** The articles as a reader is shown them, in their order; one that is gone is left out. */
export async function describeKin(
  db: HawashiDatabase,
  judged: readonly Judged[],
): Promise<Kin[]> {
  const ids = judged.map(({ articleId }) => articleId);
  const articles = await db.articles.bulkGet(ids);
  const notes = await notesByArticle(db, ids);
  return judged.flatMap((one, index) => {
    const article = articles[index];
    if (article === undefined || article.deletedAt !== null) return [];
    return [toKin(article, one, notes.get(one.articleId)?.length ?? 0)];
  });
}

function toKin(article: Article, { verdict, score, since }: Judged, notes: number): Kin {
  const { id, url, title, siteName, published, createdAt } = article;
  return {
    articleId: id,
    verdict,
    score,
    url,
    title,
    siteName,
    ...(published !== undefined && { published }),
    firstReadAt: Math.max(createdAt, since),
    notes,
  };
}

/** The notes of each article, the trash left out; an article without notes has no entry. */
export async function notesByArticle(
  db: HawashiDatabase,
  articleIds: readonly string[],
): Promise<Map<string, Note[]>> {
  const found = new Map<string, Note[]>();
  const notes = await db.notes
    .where('articleId')
    .anyOf([...articleIds])
    .toArray();
  for (const note of notes) {
    if (note.deletedAt !== null) continue;
    const others = found.get(note.articleId);
    if (others === undefined) found.set(note.articleId, [note]);
    else others.push(note);
  }
  return found;
}
