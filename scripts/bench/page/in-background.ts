/** Runs inside the extension's background: many notes in its own database, and some on the page that is opened. */
import { urlKey } from '@/core/article/normalise-url';
import type { Article, ArticleFacts } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { PassageSelector } from '@/core/model/selector';
import { openDatabase } from '@/storage/database';
import { saveNote } from '@/storage/notes';
import { countDue } from '@/storage/track-changes';

const db = openDatabase();
const PER_ARTICLE = 5;
const AT_ONCE = 500;
const BODY = 'كلمات كتبتها في هامش خبر عن اجتماع الوزراء في العاصمة '.repeat(3);
const CONTEXT = 'ما يحيط بها من كلمات الخبر قبلها وبعدها';

const idOf = (kind: string, number: number) =>
  `00000000-0000-4000-${kind}-${number.toString(16).padStart(12, '0')}`;

function articleOf(number: number): Article {
  const url = `https://www.example.com/news/${number}`;
  return {
    ...{ url, urlKey: url, title: `الخبر رقم ${number}`, siteName: 'صحيفة', lang: 'ar' },
    ...{ wordCount: 420, id: idOf('8000', number), deletedAt: null },
    ...{ createdAt: 1, updatedAt: 1, lastOpenedAt: 1 },
  };
}

function noteOf(number: number, selector: PassageSelector): Note {
  const at = 1_600_000_000_000 + number;
  return {
    ...{ id: idOf('9000', number), target: { type: 'passage', selector } },
    ...{ articleId: idOf('8000', Math.floor(number / PER_ARTICLE)), body: BODY },
    ...{ colour: 'yellow', tags: ['سياسة'], deletedAt: null },
    ...{ createdAt: at, updatedAt: at },
  };
}

/** Notes `from` to `to`, with their articles, which are of other pages. */
export async function fill(from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - start);
    const notes = Array.from({ length }, (_, at) => {
      const exact = `جملة من الخبر ${start + at}`;
      const selector = { exact, prefix: CONTEXT, suffix: CONTEXT, start: 100, end: 130 };
      return noteOf(start + at, selector);
    });
    const articles = new Set(
      notes.map((_, at) => Math.floor((start + at) / PER_ARTICLE)),
    );
    await db.articles.bulkPut([...articles].map(articleOf));
    await db.notes.bulkPut(notes);
  }
}

/** Notes on one article, from the number `from` on. */
export async function keepOn(
  facts: ArticleFacts,
  selectors: readonly PassageSelector[],
  from: number,
): Promise<void> {
  for (const [at, selector] of selectors.entries()) {
    const { articleId: _, deletedAt: __, ...draft } = noteOf(from + at, selector);
    await saveNote(db, draft, { facts, urlKey: urlKey(facts), now: Date.now() });
  }
}

/** Changes that the backup has not heard of yet. */
export const due = () => countDue(db);
