/** Records for tests, valid unless a test says otherwise. */
import type { ArticleFacts } from '@/core/model/article';
import type { Note, NoteDraft } from '@/core/model/note';

export const NOTE_ID = '11111111-1111-4111-8111-111111111111';
export const OTHER_NOTE_ID = '22222222-2222-4222-8222-222222222222';
export const ARTICLE_ID = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

/** A time in 2020, in ms. */
export const THEN = 1_578_009_600_000;

export function makeFacts(changes: Partial<ArticleFacts> = {}): ArticleFacts {
  return {
    url: 'https://www.example.com/news/2020/1/3/story',
    title: 'بغداد تعلن الحداد',
    siteName: 'صحيفة المثال',
    lang: 'ar',
    wordCount: 420,
    ...changes,
  };
}

export function makeDraft(changes: Partial<NoteDraft> = {}): NoteDraft {
  return {
    id: NOTE_ID,
    target: {
      type: 'passage',
      selector: {
        exact: 'الحداد',
        prefix: 'بغداد تعلن ',
        suffix: '',
        start: 11,
        end: 17,
      },
    },
    body: 'كلماتي',
    colour: 'yellow',
    tags: [],
    createdAt: THEN,
    updatedAt: THEN,
    ...changes,
  };
}

export function makeNote(changes: Partial<Note> = {}): Note {
  return { ...makeDraft(), articleId: ARTICLE_ID, deletedAt: null, ...changes };
}
