import type { Article } from '../core/model/article';
import type { Encounter, TextChanges } from '../core/model/story';
import { compareFingerprints } from '../core/similarity/compare-fingerprints';
import type { ArticleText } from '../core/similarity/create-fingerprint';
import type { Fingerprint } from '../core/similarity/fingerprint';
import type { SeedStory } from '../core/similarity/read-seed-stories';
import { countBefore, type KeptVisit, keepVisit } from '../core/stories/keep-visit';
import { findArticle, type KeyedFacts } from './articles';
import { findCarried } from './carried-notes';
import type { HawashiDatabase } from './database';
import { findCandidates } from './fingerprints';
import { describeMeetings, isFoundIn, judgeFollowed } from './followed-stories';
import { judgeCandidates } from './judge-candidates';
import { describeKin } from './kin';
import { recordMeeting } from './record-meeting';

const MOST_RELATED = 5;

/** The reader has an article's text before them. */
export interface Meeting {
  article: KeyedFacts;
  /** UUID, one for a page's load or in-page navigation. */
  visitId: string;
  text: string;
  fingerprint: Fingerprint;
  /** Why nothing is to be written; null when it is. */
  unrecorded: Encounter['unrecorded'];
}

/** What it takes to compare texts. A long one takes seconds, in which others have their turn. */
export interface Similarity {
  fingerprintOf(article: ArticleText): Promise<Fingerprint>;
  /** As `core/stories/compare-texts.ts`. */
  compareTexts(before: string, after: string): Promise<TextChanges>;
  seeds: readonly SeedStory[];
}

/**
 * Says what an article has to do with all that was read, and remembers it, in
 * one transaction after all comparing. The same visit may come again, with the
 * same text or more of it, and counts once.
 */
export async function meetArticle(
  db: HawashiDatabase,
  meeting: Meeting,
  similarity: Similarity,
): Promise<Encounter> {
  const { article: keyed, visitId, fingerprint, unrecorded } = meeting;
  const known = await findArticle(db, keyed);
  const knownId = known?.id ?? null;
  const before = await textBefore(db, known, meeting, similarity);
  const candidates = await findCandidates(db, fingerprint);
  const kin = await judgeCandidates(
    db,
    before.isRewritten ? null : knownId,
    fingerprint,
    candidates,
  );
  const subject = {
    articleId: knownId,
    isRewritten: before.isRewritten,
    visitId,
    fingerprint,
    candidates: new Set(candidates.map(({ articleId }) => articleId)),
  };
  const findings = await judgeFollowed(db, subject, similarity.seeds, keyed.now);
  const recorded =
    unrecorded === null
      ? await recordMeeting(db, meeting, { ...before, findings, seeds: similarity.seeds })
      : null;
  const articleId = recorded ?? knownId;
  // Another tab may have begun to remember this very article meanwhile.
  const others = kin.filter((one) => one.articleId !== articleId);
  const tiers = await describeKin(db, others);
  const copies = tiers
    .filter(({ verdict }) => verdict === 'same-text')
    .sort((a, b) => a.firstReadAt - b.firstReadAt);
  return {
    unrecorded,
    lastReadAt: before.visit?.readAt ?? null,
    timesRead: before.times,
    changes: await changesSince(before.visit, meeting, similarity),
    copies,
    sameStory: tiers.filter(({ verdict }) => verdict === 'same-story'),
    related: tiers.filter(({ verdict }) => verdict === 'related').slice(0, MOST_RELATED),
    stories: await describeMeetings(
      db,
      findings,
      ({ membership }) =>
        before.visit === null && (membership === null || isFoundIn(membership, visitId)),
    ),
    carried: await findCarried(
      db,
      articleId,
      copies,
      new Map(others.map((one) => [one.articleId, one.since])),
    ),
  };
}

export interface TextBefore {
  /** The visit before this one; null for the first, and where the text was another article's. */
  visit: KeptVisit | null;
  /** How many visits went before this one, none where {@link visit} is null. */
  times: number;
  /** The address showed another article's text until now. */
  isRewritten: boolean;
}

/** What stood at this address at the visit before. */
async function textBefore(
  db: HawashiDatabase,
  kept: Article | undefined,
  { text, visitId, fingerprint, article }: Meeting,
  { fingerprintOf }: Similarity,
): Promise<TextBefore> {
  const reading = kept && (await db.readings.get(kept.id));
  const { visits = [], count = visits.length } = reading ?? {};
  const { before } = keepVisit(visits, { visitId, text, readAt: article.now });
  const known: TextBefore = {
    visit: before,
    times: before === null ? 0 : countBefore(visits, count, visitId),
    isRewritten: false,
  };
  // A live blog's next visit may find little of the one before, and is the same report.
  const isLive = article.facts.live === true;
  if (isLive || before === null || before.text === text || before.text === '') {
    return known;
  }
  const { verdict } = compareFingerprints(
    fingerprint,
    // Its title may have been another.
    await fingerprintOf({ title: '', text: before.text }),
  );
  const isSame = verdict === 'same-text' || verdict === 'same-story';
  return isSame ? known : { visit: null, times: 0, isRewritten: true };
}

/**
 * Null when nothing changed, or it is not known: what a paywall hides was not
 * taken out, and a live blog is there to change.
 */
async function changesSince(
  before: KeptVisit | null,
  { text, article }: Meeting,
  { compareTexts }: Similarity,
): Promise<TextChanges | null> {
  if (article.facts.partial) return null;
  if (before === null || before.text === '' || before.text === text) return null;
  const changes = await compareTexts(before.text, text);
  const { added, changed, removed } = changes;
  return added.length + changed.length + removed.length === 0 ? null : changes;
}
