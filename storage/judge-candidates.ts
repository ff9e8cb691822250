import type { Correction } from '../core/model/story';
import { compareFingerprints } from '../core/similarity/compare-fingerprints';
import type { Fingerprint } from '../core/similarity/fingerprint';
import { judgeKin } from '../core/stories/judge-kin';
import { saidOf } from './corrections';
import type { HawashiDatabase } from './database';
import { findCandidates, type OpenFingerprint, openFingerprints } from './fingerprints';
import type { Judged } from './kin';

/**
 * What the candidates, and what the reader said to be of the same story, are to
 * an article; likeliest first. `articleId` is null where nothing is known of it.
 */
export async function judgeCandidates(
  db: HawashiDatabase,
  articleId: string | null,
  fingerprint: Fingerprint,
  candidates: readonly OpenFingerprint[],
): Promise<Judged[]> {
  const said =
    articleId === null
      ? new Map<string, Correction['says']>()
      : await saidOf(db, articleId);
  const found = new Set(candidates.map((one) => one.articleId));
  const named = [...said]
    .filter(([id, says]) => says === 'same' && !found.has(id))
    .map(([id]) => id);
  const all = [...candidates, ...(await openFingerprints(db, named))];
  return all
    .flatMap((other): Judged[] => {
      if (other.articleId === articleId) return [];
      const { verdict, score } = compareFingerprints(fingerprint, other.fingerprint);
      const likeness = judgeKin({ verdict }, said.get(other.articleId) ?? null);
      if (likeness === null) return [];
      return [
        { articleId: other.articleId, verdict: likeness, score, since: other.since },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

/** The articles kept that tell the same as this one, likeliest first; none when its fingerprint is not kept. */
export async function findSameStory(
  db: HawashiDatabase,
  articleId: string,
): Promise<Judged[]> {
  const [one] = await openFingerprints(db, [articleId]);
  if (one === undefined) return [];
  const candidates = await findCandidates(db, one.fingerprint);
  const kin = await judgeCandidates(db, articleId, one.fingerprint, candidates);
  return kin.filter(({ verdict }) => verdict !== 'related');
}
