import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import type { Recognition } from '@/core/model/mention';
import { ok } from '@/core/model/result';
import type { BackgroundHandlers } from '@/messaging/serve';
import { findArticle, type KeyedFacts } from '@/storage/articles';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { notesOfArticle, saveNote, setNoteDeleted } from '@/storage/notes';
import { openReading } from '@/storage/open-reading';
import { entityHistory } from '@/storage/sightings';

export interface BackgroundPorts {
  db: HawashiDatabase;
  recognise: (text: string, title?: string) => Promise<Recognition>;
  /** Tells the tabs, but the one where it was written. */
  announceNotes: (articleId: string, writtenIn: number | null) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** What the background does for each message of the protocol. */
export function answerRequests({
  db,
  recognise,
  announceNotes,
  now,
}: BackgroundPorts): BackgroundHandlers {
  const keyed = (facts: ArticleFacts): KeyedFacts => ({
    facts,
    urlKey: urlKey(facts),
    now: now(),
  });
  return {
    recognise: async ({ text, title }) => ok(await recognise(text, title)),

    'open-article': ({ article, entities }) =>
      attempt(db, () => openReading(db, keyed(article), entities)),

    'list-notes': ({ article }) =>
      attempt(db, async () => {
        const known = await findArticle(db, urlKey(article));
        return { notes: known === undefined ? [] : await notesOfArticle(db, known.id) };
      }),

    'save-note': async ({ article, note }, sender) => {
      const saved = await attempt(db, () => saveNote(db, note, keyed(article)));
      if (!saved.ok) return saved;
      announceNotes(saved.value.articleId, sender.tabId);
      return ok({ note: saved.value });
    },

    'set-note-deleted': async (wish, sender) => {
      const changed = await attempt(db, () => setNoteDeleted(db, wish));
      if (!changed.ok) return changed;
      announceNotes(changed.value.articleId, sender.tabId);
      return ok({ note: changed.value });
    },

    'entity-history': ({ entityId }) => attempt(db, () => entityHistory(db, entityId)),
  };
}
