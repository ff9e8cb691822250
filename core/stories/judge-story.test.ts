import { describe, expect, it } from 'vitest';
import {
  COPY,
  FOOTBALL,
  makeMeeting,
  REPORT,
  RETOLD,
  type TestArticle,
} from '@/test/make-meeting';
import { STORY_LINE } from '../similarity/weights';
import { judgeStory, type StoryEvidence, trustOf } from './judge-story';

const print = (article: TestArticle) => makeMeeting(article).fingerprint;
const member = (
  article: TestArticle,
  trust = 1,
  articleId: string | null = article.slug,
) => ({
  articleId,
  fingerprint: print(article),
  trust,
});
const judge = (article: TestArticle, evidence: Partial<StoryEvidence>) =>
  judgeStory(print(article), {
    members: [],
    refused: [],
    line: STORY_LINE,
    isMember: false,
    said: null,
    ...evidence,
  });

describe('an article', () => {
  it('is of a story when it is like one of its members', () => {
    const members = [member(FOOTBALL), member(REPORT)];
    expect(judge(RETOLD, { members })).toMatchObject({
      verdict: 'same-story',
      nearest: { articleId: REPORT.slug },
    });
    expect(judge(FOOTBALL, { members: [member(REPORT)] }).verdict).toBe('different');
    expect(judge(REPORT, {})).toEqual({ verdict: 'different', score: 0, nearest: null });
  });

  it('is the story’s own only by what it came along with', () => {
    expect(judge(COPY, { members: [member(REPORT, 1, null)] }).verdict).toBe('same-text');
    expect(judge(COPY, { members: [member(REPORT)] }).verdict).toBe('same-story');
  });

  it('counts for less beside members that were only found', () => {
    const found = trustOf({ by: 'found', score: 0.4 });
    expect(found).toBeLessThan(trustOf({ by: 'reader', score: 0.4 }));
    const { score } = judge(RETOLD, { members: [member(REPORT, found)] });
    expect(score).toBeLessThan(judge(RETOLD, { members: [member(REPORT)] }).score);
  });

  it('that is nearer to a refused one is not of the story', () => {
    const members = [member(RETOLD)];
    expect(judge(COPY, { members }).verdict).toBe('same-story');
    expect(judge(COPY, { members, refused: [print(REPORT)] }).verdict).toBe('different');
    expect(judge(COPY, { members, refused: [print(FOOTBALL)] }).verdict).toBe(
      'same-story',
    );
  });

  it('is what the reader says, whatever we think', () => {
    const members = [member(REPORT, 1, null)];
    expect(judge(COPY, { members, said: 'different' }).verdict).toBe('different');
    expect(judge(FOOTBALL, { members, said: 'same' }).verdict).toBe('same-story');
    const refused = [print(FOOTBALL)];
    expect(judge(FOOTBALL, { members, refused, isMember: true }).verdict).toBe(
      'same-story',
    );
  });

  it('is held to the line that the story has', () => {
    const members = [member(REPORT, 0.5)];
    const { score } = judge(RETOLD, { members });
    expect(judge(RETOLD, { members, line: score + 0.01 }).verdict).toBe('related');
    expect(judge(RETOLD, { members, line: score }).verdict).toBe('same-story');
  });
});

describe('a chain of articles, each found by the one before', () => {
  it('ends, however long, unless each link is strong', () => {
    const walk = (link: number): number => {
      let score = link;
      for (let step = 0; step < 20; step++)
        score = link * trustOf({ by: 'found', score });
      return score;
    };
    expect(walk(0.4)).toBeLessThan(STORY_LINE);
    expect(walk(0.9)).toBeGreaterThan(STORY_LINE);
  });
});
