import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import type { Recognition } from '@/core/model/mention';
import { ok, type Result } from '@/core/model/result';
import { traceText } from '@/core/similarity/trace-text';
import type { Reply } from '@/messaging/protocol';
import type { BackgroundHandlers, Sender } from '@/messaging/serve';
import { createTurns } from '@/messaging/take-turns';
import { findArticle, type KeyedFacts } from '@/storage/articles';
import { changeNotes } from '@/storage/change-notes';
import { attempt, type StorageFailure } from '@/storage/failure';
import {
  notesOfArticle,
  saveNote,
  setNoteDeleted,
  versionsOfNotes,
} from '@/storage/notes';
import { lookAtReading, openReading, type Reading } from '@/storage/open-reading';
import { keepPlaces } from '@/storage/places';
import { keepReview, keepReviewSettings } from '@/storage/review/keep-review';
import { entityHistory } from '@/storage/sightings';
import { purgeNotes } from '@/storage/trash';
import { answerHistory, type HistoryPorts, unrecordedOf } from './answer-history';
import { answerKeeping, type KeepingPorts } from './answer-keeping';
import { letOthersIn } from './let-others-in';
import { createDraftReplay } from './replay-drafts';

export interface BackgroundPorts extends HistoryPorts, KeepingPorts {
  recognise: (text: string, title?: string) => Promise<Recognition>;
  /** Tells the tabs, but the one where it was written. */
  announceNotes: (articleId: string, writtenIn: number | null) => void;
  bringMargin: (sender: Sender) => Promise<Reply<Record<string, never>>>;
}

/** What the background does for each message of the protocol; and for words that no message brought. */
export function answerRequests(ports: BackgroundPorts): {
  handlers: BackgroundHandlers;
  /** Resolves to how many drafts still wait. */
  replayDrafts: () => Promise<number>;
} {
  const { db, recognise, announceNotes, bringMargin, now } = ports;
  const keyed = (facts: ArticleFacts): KeyedFacts => ({
    facts,
    urlKey: urlKey(facts),
    now: now(),
  });
  const turns = createTurns();
  const kept = <T>(operation: () => PromiseLike<T>): Promise<Result<T, StorageFailure>> =>
    turns.first(() => attempt(db, operation));
  const saveNoteRequest: BackgroundHandlers['save-note'] = async (
    { article, note },
    sender,
  ) => {
    const saved = await kept(() => saveNote(db, note, keyed(article)));
    if (!saved.ok) return saved;
    announceNotes(saved.value.articleId, sender.tabId);
    return ok({ note: saved.value });
  };
  const replayDrafts = createDraftReplay(saveNoteRequest);
  const handlers: BackgroundHandlers = {
    recognise: ({ text, title }) =>
      turns.later(text.length, async () =>
        ok({
          ...(await recognise(text, title)),
          trace: await letOthersIn(traceText(text)),
        }),
      ),

    'open-article': async ({ article, visitId, entities }, sender) => {
      // What a page that is gone had written down, perhaps of this article.
      await replayDrafts();
      const isRecorded = (await unrecordedOf(ports, sender)) === null;
      return kept<Reading>(() =>
        isRecorded
          ? openReading(db, keyed(article), visitId, entities)
          : lookAtReading(db, keyed(article)),
      );
    },

    'list-notes': ({ article }) =>
      kept(async () => {
        const known = await findArticle(db, keyed(article));
        return { notes: known === undefined ? [] : await notesOfArticle(db, known.id) };
      }),

    'save-note': saveNoteRequest,

    'list-versions': ({ article, noteId }) =>
      kept(async () => {
        const known = await findArticle(db, keyed(article));
        const note = await db.notes.get(noteId);
        // Not of any note whose id a page may have come by.
        const isOfIt = note !== undefined && note.articleId === known?.id;
        return { versions: isOfIt ? await versionsOfNotes(db, [noteId]) : [] };
      }),

    'set-note-deleted': async (wish, sender) => {
      const changed = await kept(() => setNoteDeleted(db, wish));
      if (!changed.ok) return changed;
      announceNotes(changed.value.articleId, sender.tabId);
      return ok({ note: changed.value });
    },

    'change-notes': async (wish) => {
      const changed = await kept(() => changeNotes(db, wish));
      if (!changed.ok) return changed;
      ports.announceAllNotes();
      return ok({ changed: changed.value });
    },

    'purge-notes': async (wish) => {
      // First what was written down of them, lest it brings them back.
      await replayDrafts();
      return kept(async () => ({ purged: await purgeNotes(db, wish) }));
    },

    'keep-places': ({ article, places }) =>
      kept(async () => {
        await keepPlaces(db, { facts: article, urlKey: urlKey(article) }, places);
        return {};
      }),

    'keep-review': ({ review }) =>
      kept(async () => ({ review: await keepReview(db, review) })),

    'keep-review-settings': ({ settings }) =>
      kept(async () => ({ settings: await keepReviewSettings(db, settings) })),

    'entity-history': ({ entityId }) => kept(() => entityHistory(db, entityId)),

    'bring-margin': (_request, sender) => bringMargin(sender),
    ...answerHistory(ports, turns),
    ...answerKeeping(ports, turns),
  };
  return { handlers, replayDrafts };
}
