/** The stories that the reader follows, and what an article is to them. */
import Dexie from 'dexie';
import type { Correction, Story, StoryMeeting } from '../core/model/story';
import type { Fingerprint } from '../core/similarity/fingerprint';
import type { SeedStory } from '../core/similarity/read-seed-stories';
import {
  judgeStory,
  type StoryJudgement,
  type StoryMember,
  trustOf,
} from '../core/stories/judge-story';
import { storyLine } from '../core/stories/story-line';
import { correctionsOfStory } from './corrections';
import type { HawashiDatabase } from './database';
import { openFingerprints } from './fingerprints';
import { notesByArticle } from './kin';
import type { Membership } from './schema';

/** Members with which an article is compared, of one story and of all together. */
const MOST_MEMBERS = 64;
const MOST_OF_ALL = 512;
/** Refused articles, the latest. */
const MOST_REFUSED = 32;

/** An article to be judged. */
export interface Subject {
  /** Null while it is not kept. */
  articleId: string | null;
  /** The address showed another article's text before: what was known of it counts no more. */
  isRewritten: boolean;
  /** The visit in which it is met; null for none. What that visit found itself may change with its text. */
  visitId: string | null;
  fingerprint: Fingerprint;
  /** Articles like it: members among them are compared before others. */
  candidates: ReadonlySet<string>;
}

export interface StoryFinding {
  story: Story;
  judgement: StoryJudgement;
  /** Of the subject, as it was. */
  membership: Membership | null;
  members: readonly Membership[];
}

/** The story as it is before the reader changes it. */
function storyOfSeed({ id, names }: SeedStory, now: number): Story {
  return { id, name: '', names, followed: true, createdAt: now, updatedAt: now };
}

/** Puts the stories that the extension brings along among the others, once; one that was ended stays so. */
export function keepSeedStories(
  db: HawashiDatabase,
  seeds: readonly SeedStory[],
  now: number,
): Promise<void> {
  return db.transaction('rw', db.stories, async () => {
    const known = await db.stories.bulkGet(seeds.map(({ id }) => id));
    const missing = seeds.filter((_, index) => known[index] === undefined);
    await db.stories.bulkAdd(missing.map((seed) => storyOfSeed(seed, now)));
  });
}

/** What an article is to each followed story, kept seeds or not. Writes nothing. */
export async function judgeFollowed(
  db: HawashiDatabase,
  subject: Subject,
  seeds: readonly SeedStory[],
  now: number,
): Promise<StoryFinding[]> {
  const kept = await db.stories.toArray();
  const fresh = seeds.filter(({ id }) => kept.every((story) => story.id !== id));
  const stories = [...kept, ...fresh.map((seed) => storyOfSeed(seed, now))];
  const followed = stories.filter((story) => story.followed);
  const most = Math.ceil(MOST_OF_ALL / Math.max(1, followed.length));
  return Promise.all(
    followed.map((story) =>
      judgeOne(db, subject, story, seeds, Math.min(most, MOST_MEMBERS)),
    ),
  );
}

/** What an article is to one story, followed or not. */
export async function judgeOne(
  db: HawashiDatabase,
  subject: Subject,
  story: Story,
  seeds: readonly SeedStory[],
  most = MOST_MEMBERS,
): Promise<StoryFinding> {
  const isOwn = ({ articleId }: { articleId: string }) => articleId === subject.articleId;
  const members = await membersOf(db, story.id);
  const others = members.filter((member) => !isOwn(member));
  const corrections = await correctionsOfStory(db, story.id);
  const known = subject.isRewritten ? undefined : members.find(isOwn);
  const said = subject.isRewritten ? undefined : corrections.find(isOwn);
  const seed = seeds.find(({ id }) => id === story.id);
  const judgement = judgeStory(subject.fingerprint, {
    members: [
      ...(seed ? [{ articleId: null, fingerprint: seed.fingerprint, trust: 1 }] : []),
      ...(await openMembers(db, others, subject.candidates, most)),
    ],
    refused: await openRefused(db, corrections, subject.articleId),
    line: storyLine(corrections),
    isMember: known !== undefined && !isFoundIn(known, subject.visitId),
    said: said?.says ?? null,
  });
  return { story, judgement, membership: known ?? null, members: others };
}

/** It came in with this very visit, and not by the reader's word. */
export function isFoundIn({ by, visitId }: Membership, visit: string | null): boolean {
  return by !== 'reader' && visitId !== null && visitId === visit;
}

export function membersOf(db: HawashiDatabase, storyId: string): Promise<Membership[]> {
  return db.memberships
    .where('[storyId+articleId]')
    .between([storyId, Dexie.minKey], [storyId, Dexie.maxKey])
    .toArray();
}

async function openMembers(
  db: HawashiDatabase,
  members: readonly Membership[],
  candidates: ReadonlySet<string>,
  most: number,
): Promise<StoryMember[]> {
  const isLike = ({ articleId }: Membership) => Number(candidates.has(articleId));
  const chosen = members
    .toSorted((a, b) => isLike(b) - isLike(a) || b.at - a.at)
    .slice(0, most);
  const trust = new Map(chosen.map((member) => [member.articleId, trustOf(member)]));
  const opened = await openFingerprints(db, [...trust.keys()]);
  return opened.map(({ articleId, fingerprint }) => ({
    articleId,
    fingerprint,
    trust: trust.get(articleId) ?? 1,
  }));
}

async function openRefused(
  db: HawashiDatabase,
  corrections: readonly Correction[],
  except: string | null,
): Promise<Fingerprint[]> {
  const refused = corrections
    .filter(({ says, articleId }) => says === 'different' && articleId !== except)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_REFUSED);
  const opened = await openFingerprints(
    db,
    refused.map(({ articleId }) => articleId),
  );
  return opened.map(({ fingerprint }) => fingerprint);
}

/** The stories that an article is of or related to, likeliest first, as a reader is shown them. */
export async function describeMeetings(
  db: HawashiDatabase,
  findings: readonly StoryFinding[],
  isNew: (finding: StoryFinding) => boolean,
): Promise<StoryMeeting[]> {
  const meetings = await Promise.all(
    findings.map(async (finding): Promise<StoryMeeting[]> => {
      const { story, judgement, members } = finding;
      const { verdict, score } = judgement;
      if (verdict === 'different') return [];
      const ids = members.map(({ articleId }) => articleId);
      const notes = await notesByArticle(db, ids);
      return [
        {
          story,
          verdict,
          score,
          isNew: verdict !== 'related' && isNew(finding),
          articles: ids.length,
          notes: [...notes.values()].reduce((sum, { length }) => sum + length, 0),
        },
      ];
    }),
  );
  return meetings.flat().sort((a, b) => b.score - a.score);
}
