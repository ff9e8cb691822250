import Dexie from 'dexie';
import type { HawashiDatabase } from './database';
import { historyTables, takeRows } from './forget-history';

const DAY = 86_400_000;
const AT_ONCE = 50;
/** When old history was last looked for, in ms; in the table of facts about the database. */
const KEY = 'history-kept-at';

/**
 * Lets go of what was last opened more than `keepDays` days ago (null: nothing),
 * but for articles with notes, the trash included, and those of followed
 * stories. Looks once a day, counted by the clock in either direction, for a
 * clock may be set back. Gives the number of articles.
 */
export async function keepForDays(
  db: HawashiDatabase,
  { keepDays, now }: { keepDays: number | null; now: number },
): Promise<number> {
  const last = (await db.meta.get(KEY))?.value;
  if (typeof last === 'number' && Math.abs(now - last) < DAY) return 0;
  await db.meta.put({ key: KEY, value: now });
  if (keepDays === null) return 0;
  const old = await db.history
    .where('readAt')
    .below(now - keepDays * DAY)
    .primaryKeys();
  let count = 0;
  for (let from = 0; from < old.length; from += AT_ONCE) {
    count += await letGo(db, old.slice(from, from + AT_ONCE));
  }
  return count;
}

/** Whether each may go is asked where it goes: a note may have come just before. */
function letGo(db: HawashiDatabase, articleIds: readonly string[]): Promise<number> {
  return db.transaction('rw', [...historyTables(db), db.stories], async () => {
    const noted = new Set(
      await db.notes
        .where('articleId')
        .anyOf([...articleIds])
        .keys(),
    );
    const followed = await followedMembers(db);
    const gone = articleIds.filter((id) => !noted.has(id) && !followed.has(id));
    await takeRows(db, gone);
    return gone.length;
  });
}

async function followedMembers(db: HawashiDatabase): Promise<Set<string>> {
  const followed = (await db.stories.toArray()).filter((story) => story.followed);
  const keys = await Promise.all(
    followed.map(({ id }) =>
      db.memberships
        .where('[storyId+articleId]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .primaryKeys(),
    ),
  );
  return new Set(keys.flat().map(([, articleId]) => articleId));
}
