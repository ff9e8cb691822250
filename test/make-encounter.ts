/** What a test's article has to do with others: nothing, unless the test says so. */
import type { Encounter, Kin, Story, StoryMeeting } from '@/core/model/story';
import { THEN } from './make-note';

export function makeKin(changes: Partial<Kin> = {}): Kin {
  return {
    articleId: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
    verdict: 'same-story',
    score: 0.86,
    url: 'https://paper.example/report',
    title: 'خليفة سليماني يصل إلى بغداد في زيارة غير معلنة',
    siteName: 'وكالة النهر',
    published: '2020-01-03',
    firstReadAt: THEN,
    notes: 0,
    ...changes,
  };
}

export function makeStory(changes: Partial<Story> = {}): Story {
  return {
    id: '33333333-3333-4333-8333-333333333333',
    name: 'The long crisis',
    followed: true,
    createdAt: THEN,
    updatedAt: THEN,
    ...changes,
  };
}

export function makeMeeting(changes: Partial<StoryMeeting> = {}): StoryMeeting {
  return {
    story: makeStory(),
    verdict: 'same-story',
    score: 0.86,
    isNew: true,
    articles: 4,
    notes: 2,
    ...changes,
  };
}

export function makeEncounter(changes: Partial<Encounter> = {}): Encounter {
  return {
    unrecorded: null,
    lastReadAt: null,
    timesRead: 0,
    changes: null,
    copies: [],
    sameStory: [],
    related: [],
    stories: [],
    carried: [],
    ...changes,
  };
}
