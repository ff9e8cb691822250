/** Whether an article is of a followed story, by what is of it already and what the reader refused. */
import type { Correction } from '../model/story';
import {
  type Comparison,
  compareFingerprints,
  FOLLOWED_DAYS,
  type Verdict,
} from '../similarity/compare-fingerprints';
import type { Fingerprint } from '../similarity/fingerprint';

/** What an article is compared with. */
export interface StoryMember {
  /** Null for the fingerprint that the story came along with. */
  articleId: string | null;
  fingerprint: Fingerprint;
  /** 0–1, see {@link trustOf}. */
  trust: number;
}

export interface StoryJudgement {
  verdict: Verdict;
  /** 0–1: how sure it is that the article is of the story. */
  score: number;
  /** The member that speaks most for it; null for a story without any. */
  nearest: { articleId: string | null; comparison: Comparison } | null;
}

export interface StoryEvidence {
  members: readonly StoryMember[];
  /** Articles of which the reader said that they are not of the story. */
  refused: readonly Fingerprint[];
  /** From `story-line.ts`. */
  line: number;
  /** The article came into the story before, and stays in it until the reader says otherwise. */
  isMember: boolean;
  /** What the reader said of this very article. */
  said: Correction['says'] | null;
}

/**
 * How much a member says about a further article. One that was itself only
 * found says less, lest a story drift away link by link.
 */
export function trustOf(member: {
  by: 'found' | 'reader' | 'seed';
  score: number;
}): number {
  return member.by === 'found' ? 0.5 + member.score / 2 : 1;
}

export function judgeStory(one: Fingerprint, evidence: StoryEvidence): StoryJudgement {
  const { members, refused, line, isMember, said } = evidence;
  let nearest: StoryJudgement['nearest'] = null;
  let [score, likeness] = [0, 0];
  let isSeed = false;
  let isRelated = false;
  for (const { articleId, fingerprint, trust } of members) {
    const comparison = compareFingerprints(one, fingerprint, FOLLOWED_DAYS);
    isRelated ||= comparison.verdict !== 'different';
    likeness = Math.max(likeness, comparison.score);
    isSeed ||= articleId === null && comparison.verdict === 'same-text';
    if (nearest !== null && comparison.score * trust <= score) continue;
    score = comparison.score * trust;
    nearest = { articleId, comparison };
  }
  const judge = (): Verdict => {
    if (said === 'different') return 'different';
    if (isSeed) return 'same-text';
    if (said === 'same' || isMember) return 'same-story';
    const isRefused = refused.some(
      (other) => compareFingerprints(one, other, FOLLOWED_DAYS).score > likeness,
    );
    if (isRefused) return 'different';
    if (score >= line) return 'same-story';
    return isRelated ? 'related' : 'different';
  };
  return { verdict: judge(), score, nearest };
}
