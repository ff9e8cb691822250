import type { SeedStory } from '../core/similarity/read-seed-stories';
import { keepVisit } from '../core/stories/keep-visit';
import { ensureArticle } from './articles';
import type { HawashiDatabase } from './database';
import { toKept } from './fingerprints';
import { isFoundIn, keepSeedStories, type StoryFinding } from './followed-stories';
import { isForgottenVisit } from './forget-history';
import { rememberOpened } from './history';
import type { Meeting } from './meet-article';

/** UTF-16 units: of a longer text only the fingerprint is kept. */
const LONGEST_KEPT = 2_000_000;

/**
 * Remembers an article's text, its fingerprint, and of which followed stories
 * it is. Gives its id; null when the reader had this visit forgotten.
 */
export function recordMeeting(
  db: HawashiDatabase,
  meeting: Meeting,
  found: {
    isRewritten: boolean;
    findings: readonly StoryFinding[];
    seeds: readonly SeedStory[];
  },
): Promise<string | null> {
  const { articles, history, fingerprints, readings, stories, memberships } = db;
  const tables = [articles, history, fingerprints, readings, stories, memberships];
  return db.transaction('rw', [...tables, db.forgottenVisits], async () => {
    if (await isForgottenVisit(db, meeting.visitId)) return null;
    const article = await ensureArticle(db, meeting.article);
    await rememberOpened(db, article, meeting.article.now);
    await keepText(db, article.id, meeting, found.isRewritten);
    await keepFingerprint(db, article.id, meeting, found.isRewritten);
    await keepSeedStories(db, found.seeds, meeting.article.now);
    for (const finding of found.findings) {
      await keepMembership(db, article.id, meeting, finding);
    }
    return article.id;
  });
}

async function keepText(
  db: HawashiDatabase,
  articleId: string,
  { text, visitId, article }: Meeting,
  isRewritten: boolean,
): Promise<void> {
  const kept = isRewritten ? undefined : await db.readings.get(articleId);
  const { visits: earlier = [], count = earlier.length } = kept ?? {};
  const { visits } = keepVisit(earlier, {
    visitId,
    text: text.length > LONGEST_KEPT ? '' : text,
    readAt: article.now,
  });
  const isNew = earlier.every((one) => one.visitId !== visitId);
  await db.readings.put({ articleId, visits, count: count + Number(isNew) });
}

async function keepFingerprint(
  db: HawashiDatabase,
  articleId: string,
  { fingerprint, article }: Meeting,
  isRewritten: boolean,
): Promise<void> {
  const kept = await db.fingerprints.where({ articleId }).first();
  const since = isRewritten ? article.now : (kept?.since ?? 0);
  const row = toKept(articleId, fingerprint, since);
  // Its many index entries are not written again for nothing.
  if (kept?.since === since && isEqual(kept.packed, row.packed)) return;
  await db.fingerprints.put(kept === undefined ? row : { ...row, number: kept.number });
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

async function keepMembership(
  db: HawashiDatabase,
  articleId: string,
  { visitId, article }: Meeting,
  { story, judgement }: StoryFinding,
): Promise<void> {
  const { verdict, score } = judgement;
  const key: [string, string] = [story.id, articleId];
  const kept = await db.memberships.get(key);
  if (verdict === 'same-story' || verdict === 'same-text') {
    // What the same visit found before is brought up to date; all else stands.
    if (kept !== undefined && !isFoundIn(kept, visitId)) return;
    await db.memberships.put({
      storyId: story.id,
      articleId,
      score,
      by: verdict === 'same-text' ? 'seed' : 'found',
      visitId,
      at: kept?.at ?? article.now,
    });
  } else if (kept !== undefined && kept.by !== 'reader') {
    // It was found by less of this visit's text, or by another article's.
    await db.memberships.delete(key);
  }
}
