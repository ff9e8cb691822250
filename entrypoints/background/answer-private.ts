/**
 * What the background does for a private window: reads what is kept, and keeps
 * what is written there in memory only.
 */

import { urlKey } from '@/core/article/normalise-url';
import { isTwin, likenessAtAddress } from '@/core/article/same-article';
import type { ArticleFacts } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import { fail, ok } from '@/core/model/result';
import { mergeNote, nextChangeTime } from '@/core/notes/merge-note';
import type { BackgroundMessageName, Reply } from '@/messaging/protocol';
import type { BackgroundHandlers, Sender } from '@/messaging/serve';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { lookAtReading, type Reading } from '@/storage/open-reading';
import {
  forgetPrivateNotes,
  keepPrivateNote,
  type PrivateNote,
  readPrivateNotes,
} from '@/storage/private-notes';

export interface PrivatePorts {
  db: HawashiDatabase;
  announceNotes: (articleId: null, writtenIn: number | null) => void;
  isPrivateWindowOpen: () => Promise<boolean>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** These write nothing, or nothing for a sender in a private window. */
const HARMLESS: ReadonlySet<string> = new Set<BackgroundMessageName>([
  'recognise',
  'entity-history',
  'list-versions',
  'bring-margin',
  'meet-article',
  'leave-article',
  'explain-likeness',
  'find-read-sentences',
]);

type OwnAnswers = Pick<
  BackgroundHandlers,
  'open-article' | 'list-notes' | 'save-note' | 'set-note-deleted' | 'refuse-carried'
>;

/** The same handlers; but for a private window nothing of them writes to the disk, whatever is asked. */
export function keepPrivateInMemory(
  handlers: BackgroundHandlers,
  ports: PrivatePorts,
): BackgroundHandlers {
  const own: Partial<Record<string, unknown>> = answerPrivately(ports);
  const guarded = Object.entries(handlers).map(([name, handle]) => [
    name,
    (request: never, sender: Sender) => {
      if (!sender.incognito || HARMLESS.has(name)) return handle(request, sender);
      const answer = own[name] as typeof handle | undefined;
      return answer?.(request, sender) ?? fail(notHere(name));
    },
  ]);
  return Object.fromEntries(guarded) as BackgroundHandlers;
}

function notHere(name: string) {
  return { code: 'private' as const, message: `${name}: nothing is written from here` };
}

function answerPrivately(ports: PrivatePorts): OwnAnswers {
  const { db, now } = ports;
  const keyed = (facts: ArticleFacts) => ({ facts, urlKey: urlKey(facts), now: now() });

  /** As kept on the disk; an unreadable database is no reason to be without the others. */
  async function lookUp(facts: ArticleFacts): Promise<Reading> {
    const read = await attempt(db, () => lookAtReading(db, keyed(facts)));
    return read.ok ? read.value : { articleId: null, notes: [], firstOpenedAt: now() };
  }

  async function read(facts: ArticleFacts): Promise<Reading> {
    const reading = await lookUp(facts);
    const ofPage = (await readPrivateNotes()).filter(
      ({ note, article }) =>
        note.articleId === reading.articleId || isSameArticle(article, facts),
    );
    const notes = new Map(reading.notes.map((note) => [note.id, note]));
    for (const { note } of ofPage) notes.set(note.id, note);
    return {
      ...reading,
      notes: [...notes.values()]
        .filter(({ deletedAt }) => deletedAt === null)
        .sort((a, b) => a.createdAt - b.createdAt),
    };
  }

  async function find(noteId: string): Promise<PrivateNote['note'] | undefined> {
    const entries = await readPrivateNotes();
    const mine = entries.find(({ note }) => note.id === noteId)?.note;
    if (mine !== undefined) return mine;
    const kept = await attempt(db, () => db.notes.get(noteId));
    return kept.ok ? kept.value : undefined;
  }

  async function articleIdOf(facts: ArticleFacts): Promise<string> {
    const { articleId } = await lookUp(facts);
    if (articleId !== null) return articleId;
    const entries = await readPrivateNotes();
    const same = entries.find(({ article }) => isSameArticle(article, facts));
    return same?.note.articleId ?? crypto.randomUUID();
  }

  async function keep(
    entry: PrivateNote,
    { tabId }: Sender,
  ): Promise<Reply<{ note: Note }>> {
    try {
      await keepPrivateNote(entry);
    } catch (error) {
      return fail({ code: 'storage-full', message: String(error) });
    }
    // Its last words may come when its window is closed already.
    if (!(await ports.isPrivateWindowOpen())) await forgetPrivateNotes();
    ports.announceNotes(null, tabId);
    return ok({ note: entry.note });
  }

  const inTurn = createTurn();
  return {
    'open-article': async ({ article }) => ok(await read(article)),

    'list-notes': async ({ article }) => ok({ notes: (await read(article)).notes }),

    'save-note': ({ article, note: draft }, sender) =>
      inTurn(async () => {
        const kept = await find(draft.id);
        const articleId = kept?.articleId ?? (await articleIdOf(article));
        const incoming: Note = { ...draft, articleId, deletedAt: null };
        const note = kept === undefined ? incoming : mergeNote(kept, incoming).note;
        return keep({ note, article }, sender);
      }),

    'set-note-deleted': ({ noteId, deleted, at }, sender) =>
      inTurn(async () => {
        const kept = await find(noteId);
        if (kept === undefined) {
          return fail({ code: 'not-found', message: `no note ${noteId}` });
        }
        const note: Note = {
          ...kept,
          deletedAt: deleted ? at : null,
          updatedAt: nextChangeTime(kept.updatedAt, at),
        };
        const isSo = (kept.deletedAt !== null) === deleted;
        if (isSo || at < (kept.deletedAt ?? kept.updatedAt)) return ok({ note: kept });
        const entries = await readPrivateNotes();
        const known = entries.find((entry) => entry.note.id === noteId)?.article;
        return keep({ note, article: known ?? (await articleOf(kept)) }, sender);
      }),

    // The page itself remembers it for as long as it is open.
    'refuse-carried': () => ok({}),
  };

  /** Of a note that is kept on the disk. */
  async function articleOf({ articleId }: Note): Promise<ArticleFacts> {
    const known = await attempt(db, () => db.articles.get(articleId));
    if (known.ok && known.value !== undefined) return known.value;
    throw new Error('a note without an article');
  }
}

function isSameArticle(one: ArticleFacts, other: ArticleFacts): boolean {
  if (urlKey(one) === urlKey(other)) return likenessAtAddress(one, other) > 0;
  return isTwin(one, other);
}

/** One after the other: each reads what the one before has written. */
function createTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
