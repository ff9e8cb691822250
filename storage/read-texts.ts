import { findArticle, type Sought } from './articles';
import type { HawashiDatabase } from './database';
import { membersOf } from './followed-stories';

/**
 * What was read in other articles of a story, the latest first: at most `most`
 * texts. The article itself is left out.
 */
export async function textsOfStory(
  db: HawashiDatabase,
  { storyId, article, most }: { storyId: string; article: Sought; most: number },
): Promise<string[]> {
  const itself = await findArticle(db, article);
  const members = await membersOf(db, storyId);
  const ids = members.map(({ articleId }) => articleId);
  const entries = await db.history.bulkGet(ids.filter((id) => id !== itself?.id));
  const latest = entries
    .filter((entry) => entry !== undefined)
    .sort((a, b) => b.readAt - a.readAt)
    .slice(0, most);
  const readings = await db.readings.bulkGet(latest.map(({ articleId }) => articleId));
  return readings.flatMap((reading) => {
    const text = reading?.visits[0]?.text ?? '';
    return text === '' ? [] : [text];
  });
}
