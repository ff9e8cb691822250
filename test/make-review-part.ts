/** What the daily review shows, for tests. */
import { vi } from 'vitest';
import type {
  Card,
  ReviewActions,
  ReviewPart,
  Sitting,
} from '@/components/library-page/review-view';
import { makeNote } from './make-note';
import { makeStoryArticle } from './make-story-article';

export function reviewActions() {
  return {
    beginReview: vi.fn(),
    endSitting: vi.fn(),
    answerCard: vi.fn(),
    skipCard: vi.fn(),
    leaveCard: vi.fn(),
    undoAnswer: vi.fn(),
    bringLeftAgain: vi.fn(),
    setSessionSize: vi.fn(),
    turnReviewOff: vi.fn(),
  } satisfies ReviewActions;
}

export function makeReviewPart(change: Partial<ReviewPart> = {}): ReviewPart {
  return {
    ...{ on: true, atOnce: 10, due: 4, fresh: 6, left: 0 },
    next: { inDays: 3, notes: 2 },
    sitting: null,
    ...change,
  };
}

export function makeCard(note: Parameters<typeof makeNote>[0] = {}): Card {
  const { article } = makeStoryArticle('a', { siteName: 'The Paper' });
  return {
    note: makeNote({ articleId: article.id, tags: ['water'], ...note }),
    article,
    waits: { again: 1, hard: 4, good: 11, easy: 84 },
  };
}

export function makeSitting(change: Partial<Sitting> = {}): Sitting {
  return { all: 10, done: 2, said: ['good', 'skipped'], card: makeCard(), ...change };
}
