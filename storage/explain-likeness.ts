import type { Counterpart, Explanation } from '../core/model/story';
import { commonPassages } from '../core/similarity/common-passages';
import {
  type Comparison,
  compareFingerprints,
} from '../core/similarity/compare-fingerprints';
import { judgeKin } from '../core/stories/judge-kin';
import type { StoryJudgement } from '../core/stories/judge-story';
import { placeOf } from './corrections';
import type { HawashiDatabase } from './database';
import { NoSuchRecordError } from './failure';
import { findCandidates, type OpenFingerprint, openFingerprints } from './fingerprints';
import { judgeOne } from './followed-stories';
import { describeKin } from './kin';
import type { Similarity } from './meet-article';

/** Why an article is taken for what it is to another, or to a story. Throws {@link NoSuchRecordError} for what is not kept. */
export async function explainLikeness(
  db: HawashiDatabase,
  { articleId, with: counterpart }: Pair,
  { seeds }: Pick<Similarity, 'seeds'>,
): Promise<Explanation> {
  const one = await openOne(db, articleId);
  const place = placeOf(articleId, counterpart);
  const correction = await db.corrections.get([place.first, place.second]);
  const said = correction?.says ?? null;
  if ('storyId' in counterpart) {
    const { verdict, score, nearest } = await judgeIn(
      db,
      one,
      counterpart.storyId,
      seeds,
    );
    const other = nearest?.articleId ?? null;
    const reasons = nearest?.comparison.reasons ?? [];
    return explain(db, { verdict, score, reasons }, said, articleId, other);
  }
  const other = await openOne(db, counterpart.articleId);
  const comparison = compareFingerprints(one.fingerprint, other.fingerprint);
  const verdict = judgeKin(comparison, said) ?? 'different';
  return explain(db, { ...comparison, verdict }, said, articleId, other.articleId);
}

interface Pair {
  articleId: string;
  with: Counterpart;
}

/** How sure we are by ourselves, 0–1; null when it is not kept by what. */
export async function scoreLikeness(
  db: HawashiDatabase,
  { articleId, with: counterpart }: Pair,
  { seeds }: Pick<Similarity, 'seeds'>,
): Promise<number | null> {
  const ids = 'articleId' in counterpart ? [counterpart.articleId] : [];
  const [one, other] = await openFingerprints(db, [articleId, ...ids]);
  if (one === undefined || one.articleId !== articleId) return null;
  if ('storyId' in counterpart) {
    return (await judgeIn(db, one, counterpart.storyId, seeds)).score;
  }
  return other === undefined
    ? null
    : compareFingerprints(one.fingerprint, other.fingerprint).score;
}

async function explain(
  db: HawashiDatabase,
  { verdict, score, reasons }: Comparison,
  said: Explanation['said'],
  articleId: string,
  otherId: string | null,
): Promise<Explanation> {
  const told = { verdict, score, reasons, said };
  if (otherId === null) return { ...told, passages: [], other: null };
  const likeness = verdict === 'different' ? 'related' : verdict;
  const judged = { articleId: otherId, verdict: likeness, score, since: 0 };
  const [other] = await describeKin(db, [judged]);
  const passages = await passagesOf(db, articleId, otherId);
  return { ...told, passages, other: other ?? null };
}

/** As the first of the two has them now. */
async function passagesOf(
  db: HawashiDatabase,
  articleId: string,
  otherId: string,
): Promise<Explanation['passages']> {
  const readings = await db.readings.bulkGet([articleId, otherId]);
  const [text = '', other = ''] = readings.map((reading) => reading?.visits[0]?.text);
  return commonPassages(text, other).map(({ a: [start, end], words }) => ({
    quote: text.slice(start, end),
    words,
  }));
}

async function judgeIn(
  db: HawashiDatabase,
  one: OpenFingerprint,
  storyId: string,
  seeds: Similarity['seeds'],
): Promise<StoryJudgement> {
  const story = await db.stories.get(storyId);
  if (story === undefined) throw new NoSuchRecordError(`no story ${storyId}`);
  const candidates = await findCandidates(db, one.fingerprint);
  const subject = {
    articleId: one.articleId,
    isRewritten: false,
    visitId: null,
    fingerprint: one.fingerprint,
    candidates: new Set(candidates.map(({ articleId }) => articleId)),
  };
  return (await judgeOne(db, subject, story, seeds)).judgement;
}

async function openOne(db: HawashiDatabase, articleId: string): Promise<OpenFingerprint> {
  const [one] = await openFingerprints(db, [articleId]);
  if (one === undefined) throw new NoSuchRecordError(`no fingerprint of ${articleId}`);
  return one;
}
