/** The notes of one article in the popup: followed as they change anywhere, changed and deleted here. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Saving } from '@/components/note/SavingStatus';
import type { ArticleFacts } from '@/core/model/article';
import type { Note, NoteDraft } from '@/core/model/note';
import { nextChangeTime } from '@/core/notes/merge-note';
import type { NoteChange } from '@/core/notes/note-change';
import type { NoteVersion } from '@/core/notes/note-version';
import { sendToBackground } from '@/messaging/client';
import { createNoteKeeper } from '@/page/notes/note-keeper';
import type { HawashiDatabase } from '@/storage/database';
import { createDraftJournal, NO_JOURNAL } from '@/storage/draft-journal';
import { type FormerNotes, watchFormerNotes } from '@/storage/former-notes';
import { watchNotesOfArticle, watchVersionsOfArticle } from '@/storage/notes';

export interface NoteDesk {
  readonly notes: ReadonlySignal<readonly Note[]>;
  /** On other articles that stood at the same address. */
  readonly former: ReadonlySignal<readonly FormerNotes[]>;
  /** Earlier states, by note. */
  readonly versions: ReadonlySignal<ReadonlyMap<string, readonly NoteVersion[]>>;
  readonly savings: ReadonlySignal<ReadonlyMap<string, Saving>>;
  /** Whose notes; null for none. The facts go with each change. */
  show(articleId: string | null, facts: ArticleFacts | null): void;
  /** These, as the page in a private window has them. */
  showThese(facts: ArticleFacts | null, notes: readonly Note[]): void;
  change(noteId: string, change: NoteChange): void;
  /** Resolves to whether it is so now. */
  setDeleted(noteId: string, deleted: boolean): Promise<{ ok: boolean; code: string }>;
}

interface Ports {
  db: HawashiDatabase;
  /** For a tab in a private window: nothing is written down here. */
  isPrivate: boolean;
  onFailure: (code: string) => void;
  stop: AbortSignal;
}

export function createNoteDesk({ db, isPrivate, onFailure, stop }: Ports): NoteDesk {
  const kept = signal<readonly Note[]>([]);
  /** What the reader has just made of a note, until the database shows it. */
  const drafts = signal<ReadonlyMap<string, NoteDraft>>(new Map());
  const versions = signal<ReadonlyMap<string, readonly NoteVersion[]>>(new Map());
  const former = signal<readonly FormerNotes[]>([]);
  const savings = signal<ReadonlyMap<string, Saving>>(new Map());
  /** Last known state of the deleted, for the times of their way back. */
  const deleted = new Map<string, Note>();
  let facts: ArticleFacts | null = null;
  /** Of the article whose note was changed: the page may have gone on to another. */
  const factsOfDraft = new Map<string, ArticleFacts>();
  let watching: { articleId: string; stop: AbortController } | null = null;

  const journal = isPrivate ? NO_JOURNAL : createDraftJournal(() => {});
  const keeper = createNoteKeeper<{ code: string }>({
    journal: {
      write(draft) {
        const article = factsOfDraft.get(draft.id);
        if (article) journal.write(article, draft);
      },
      settle: journal.settle,
    },
    save: async (note) => {
      const article = factsOfDraft.get(note.id);
      if (!article) return { ok: false, error: { code: 'not-found' } };
      const reply = await sendToBackground('save-note', { article, note });
      return reply.ok ? { ok: true, value: reply.value.note } : reply;
    },
    onState(noteId, state, saved) {
      const saving: Saving =
        state.state === 'failed'
          ? { state: 'failed', code: state.failure.code, held: journal.holds(noteId) }
          : state;
      savings.value = new Map(savings.value).set(noteId, saving);
      const draft = drafts.value.get(noteId);
      if (saved && draft && draft.updatedAt <= saved.updatedAt) {
        kept.value = kept.value.map((note) => (note.id === noteId ? saved : note));
        drafts.value = without(drafts.value, noteId);
      }
    },
  });
  // Closing the popup is no reason to lose the last words.
  stop.addEventListener('abort', () => {
    keeper.flush();
    watching?.stop.abort();
  });

  function watch(articleId: string | null) {
    if (articleId === (watching?.articleId ?? null)) return;
    watching?.stop.abort();
    watching = null;
    kept.value = [];
    former.value = [];
    if (articleId === null) return;
    const ending = new AbortController();
    watching = { articleId, stop: ending };
    watchNotesOfArticle(
      db,
      articleId,
      (notes) => {
        kept.value = notes;
      },
      ({ code }) => onFailure(code),
      ending.signal,
    );
    watchFormerNotes(
      db,
      articleId,
      (found) => {
        former.value = found;
      },
      ({ code }) => onFailure(code),
      ending.signal,
    );
    watchVersionsOfArticle(
      db,
      articleId,
      (found) => {
        versions.value = found;
      },
      ({ code }) => onFailure(code),
      ending.signal,
    );
  }

  const notes = computed(() =>
    kept.value.map((note) => ({ ...note, ...drafts.value.get(note.id) })),
  );
  return {
    notes,
    former,
    versions,
    savings,
    show(articleId, of) {
      facts = of;
      watch(articleId);
    },
    showThese(of, notes) {
      facts = of;
      kept.value = notes;
    },
    change(noteId, change) {
      const note = notes.value.find(({ id }) => id === noteId);
      if (!note || !facts) return;
      factsOfDraft.set(noteId, facts);
      const { id, target, body, colour, tags, createdAt, updatedAt } = note;
      const draft: NoteDraft = {
        ...{ id, target, body, colour, tags, createdAt },
        ...change,
        updatedAt: nextChangeTime(updatedAt, Date.now()),
      };
      drafts.value = new Map(drafts.value).set(id, draft);
      keeper.keep(draft);
    },
    async setDeleted(noteId, isDeleted) {
      const note = notes.value.find(({ id }) => id === noteId) ?? deleted.get(noteId);
      if (!note) return { ok: false, code: 'not-found' };
      if (isDeleted) {
        const code = await saveLastWords(noteId);
        if (code !== null) return { ok: false, code };
      }
      const at = nextChangeTime(note.updatedAt, Date.now());
      const request = { noteId, deleted: isDeleted, at };
      const reply = await sendToBackground('set-note-deleted', request);
      if (!reply.ok) return { ok: false, code: reply.error.code };
      deleted.set(noteId, reply.value.note);
      return { ok: true, code: '' };
    },
  };

  /** Words not yet saved go into the trash with their note; the failure's code when they cannot: then it stays. */
  async function saveLastWords(noteId: string): Promise<string | null> {
    await keeper.saveNow(noteId);
    const saving = savings.value.get(noteId);
    if (saving?.state === 'failed') return saving.code;
    drafts.value = without(drafts.value, noteId);
    return null;
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
