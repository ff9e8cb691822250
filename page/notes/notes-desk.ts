/**
 * The notes of the page before the reader: made, changed and deleted here and
 * shown at once, while they are on their way to where they are kept.
 */
import { describePassage } from '@/core/anchoring/describe-passage';
import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import type { Note, NoteColour, NoteDraft } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import { nextChangeTime } from '@/core/notes/merge-note';
import type { NoteChange } from '@/core/notes/note-change';
import type { Reading } from '../reading';
import { pathAt } from '../text/block-path';
import type { Span } from '../text/text-model';
import { newUuid } from './new-uuid';
import { createNoteKeeper, type KeepState } from './note-keeper';

/** What a note has from the one that it takes over. */
export type TakenOver = Pick<Note, 'body' | 'tags' | 'carriedFrom'>;

export interface NotesDeskPorts<Failure> {
  reading(): Reading | null;
  /** These are the notes of the article that is being read. */
  show(notes: readonly Note[]): void;
  save(article: ArticleFacts, draft: NoteDraft): Promise<Result<Note, Failure>>;
  /** Writes the newest words down at once, where they outlive the page. */
  write(article: ArticleFacts, draft: NoteDraft): void;
  /** These are saved. */
  settle(draft: NoteDraft): void;
  setDeleted(
    noteId: string,
    deleted: boolean,
    at: number,
  ): Promise<Result<Note, Failure>>;
  /** Whether a failure says that there is no such note. */
  isMissing(failure: Failure): boolean;
  onState(noteId: string, state: KeepState<Failure>): void;
  /** Another tab wrote other words into this note than stand here; the later ones stand, the others are kept in a version. */
  onForeign(note: Note): void;
}

export interface NotesDesk<Failure> {
  /** A new note on these words, painted at once; kept from its first change, or `keepNow`, on. */
  make(reading: Reading, span: Span, colour: NoteColour, taken?: TakenOver): Note;
  keepNow(noteId: string): void;
  change(noteId: string, change: NoteChange): Note | null;
  /** Takes a note away again into which nothing was ever put. */
  dropBlank(noteId: string): void;
  setDeleted(noteId: string, deleted: boolean): Promise<Result<null, Failure>>;
  /** Into the trash, and it no longer stands for the note that it took over: that may be offered again. */
  giveBack(noteId: string): Promise<Result<null, Failure>>;
  find(noteId: string): Note | null;
  /** The article of a note, as it was when the note came here. */
  articleOf(noteId: string): ArticleFacts | null;
  /**
   * Joins what is kept with what is on its way: `stored` is the answer to a
   * question of the time `askedAt` (ms). Returns the article's notes.
   */
  merge(article: ArticleFacts, stored: readonly Note[], askedAt: number): Note[];
  /** Saves now what waits for a pause in the writing. */
  flush(): void;
  /** Notes with words that are not acknowledged yet. */
  unsaved(): Note[];
}

interface DeskNote {
  note: Note;
  /** As it was when the note was made: the page may have gone on to another article. */
  article: ArticleFacts;
  /** When it was last known to be kept; null before that. */
  keptAt: number | null;
  /** Made, and nothing put into it yet. */
  isBlank: boolean;
  /** Times of all states of it that were made here, or are known here. */
  own: Set<number>;
  /** It went into the trash with words that could not be saved. */
  owesWords: boolean;
  /** It is no longer where it was kept, and not shown; but its editor may be open, and who writes on brings it back. */
  isGone: boolean;
}

export function createNotesDesk<Failure>(
  ports: NotesDeskPorts<Failure>,
): NotesDesk<Failure> {
  const desk = new Map<string, DeskNote>();
  const articleOf = (noteId: string): ArticleFacts => {
    const article = desk.get(noteId)?.article;
    if (!article) throw new Error('a note is saved that was never on the desk');
    return article;
  };
  const keeper = createNoteKeeper<Failure>({
    save: (draft) => ports.save(articleOf(draft.id), draft),
    journal: {
      write: (draft) => ports.write(articleOf(draft.id), draft),
      settle: ports.settle,
    },
    onState(noteId, state, saved) {
      const entry = desk.get(noteId);
      if (saved && entry) {
        entry.keptAt = Date.now();
        // Only the article's id is news: there may be newer words here.
        entry.note = { ...entry.note, articleId: saved.articleId };
        takeForeign(entry, saved);
      }
      ports.onState(noteId, state);
    },
  });

  function notesOf(article: ArticleFacts): Note[] {
    const key = urlKey(article);
    return [...desk.values()]
      .filter(({ article, note, isGone }) => {
        return urlKey(article) === key && note.deletedAt === null && !isGone;
      })
      .map(({ note }) => note);
  }

  /** Takes in a state that was made elsewhere: the later of the two stands. */
  function takeForeign(entry: DeskNote, kept: Note): void {
    const { note, own } = entry;
    if (own.has(kept.updatedAt)) return;
    own.add(kept.updatedAt);
    if (kept.updatedAt > note.updatedAt) entry.note = kept;
    if (kept.body !== note.body) ports.onForeign(kept);
  }

  function show(): void {
    const reading = ports.reading();
    if (reading) ports.show(notesOf(reading.facts));
  }

  function keep({ note }: DeskNote): void {
    const { articleId: _, deletedAt: __, ...draft } = note;
    keeper.keep(draft);
  }

  async function setDeleted(
    noteId: string,
    deleted: boolean,
  ): Promise<Result<null, Failure>> {
    const entry = desk.get(noteId);
    if (!entry) return { ok: true, value: null };
    const before = entry.note;
    const at = nextChangeTime(before.updatedAt, Date.now());
    entry.own.add(at);
    entry.note = { ...before, updatedAt: at, deletedAt: deleted ? at : null };
    show();
    if (entry.isBlank) return { ok: true, value: null };
    if (deleted) {
      await saveLastWords(entry);
      // Taken out again meanwhile: what was said of it later is on its way.
      if (entry.note.deletedAt !== at) return { ok: true, value: null };
    } else if (entry.owesWords || isWaiting(noteId)) keepAgain(entry);
    const reply = await ports.setDeleted(noteId, deleted, at);
    if (reply.ok || ports.isMissing(reply.error)) return { ok: true, value: null };
    // Unless it was changed once more meanwhile.
    if (entry.note.updatedAt === at) {
      entry.note = before;
      if (entry.owesWords && !before.deletedAt) keepAgain(entry);
      show();
    }
    return reply;
  }

  function isWaiting(noteId: string): boolean {
    return keeper.unsaved().some(({ id }) => id === noteId);
  }

  /** The last words go into the trash with their note; those that cannot be saved wait for its way out. */
  async function saveLastWords(entry: DeskNote): Promise<void> {
    const { id } = entry.note;
    await keeper.saveNow(id);
    // It may have been taken out again meanwhile.
    if (entry.note.deletedAt === null) return;
    entry.owesWords = isWaiting(id);
    keeper.forget(id);
  }

  /** As a change of its own, later than the note's way out of the trash: an older one would give way to what is kept. */
  function keepAgain(entry: DeskNote): void {
    const updatedAt = nextChangeTime(entry.note.updatedAt, Date.now());
    entry.own.add(updatedAt);
    entry.note = { ...entry.note, updatedAt };
    entry.owesWords = false;
    keep(entry);
  }

  return {
    make({ model, facts, articleId }, span, colour, taken) {
      const now = Date.now();
      const path = pathAt(model, span.start);
      const selector = describePassage(model.text, span.start, span.end, path);
      const note: Note = {
        id: newUuid(),
        target: { type: 'passage', selector },
        ...{ body: '', tags: [], ...taken },
        colour,
        createdAt: now,
        updatedAt: now,
        articleId: articleId ?? '',
        deletedAt: null,
      };
      desk.set(note.id, {
        note,
        article: facts,
        keptAt: null,
        isBlank: true,
        own: new Set([now]),
        owesWords: false,
        isGone: false,
      });
      show();
      return note;
    },
    keepNow(noteId) {
      const entry = desk.get(noteId);
      if (!entry) return;
      entry.isBlank = false;
      keep(entry);
      keeper.flush();
    },
    change(noteId, change) {
      const entry = desk.get(noteId);
      if (!entry) return null;
      const updatedAt = nextChangeTime(entry.note.updatedAt, Date.now());
      entry.own.add(updatedAt);
      entry.note = { ...entry.note, ...change, updatedAt };
      entry.isBlank = false;
      keep(entry);
      // Words do not change the paint.
      if (change.colour || change.target || entry.isGone) {
        entry.isGone = false;
        show();
      }
      return entry.note;
    },
    dropBlank(noteId) {
      if (!desk.get(noteId)?.isBlank) return;
      desk.delete(noteId);
      show();
    },
    setDeleted,
    giveBack(noteId) {
      const entry = desk.get(noteId);
      if (entry) {
        const { carriedFrom: _, ...note } = entry.note;
        entry.note = note;
        keepAgain(entry);
      }
      return setDeleted(noteId, true);
    },
    articleOf: (noteId) => desk.get(noteId)?.article ?? null,
    find: (noteId) => desk.get(noteId)?.note ?? null,
    merge(article, stored, askedAt) {
      const key = urlKey(article);
      const unsaved = new Set(keeper.unsaved().map(({ id }) => id));
      const storedIds = new Set(stored.map(({ id }) => id));
      for (const [id, entry] of desk) {
        // Kept before the question and not in the answer: deleted elsewhere, or lost.
        const isGone = entry.keptAt !== null && entry.keptAt < askedAt;
        if (urlKey(entry.article) === key && isGone && !storedIds.has(id))
          if (!unsaved.has(id) && entry.note.deletedAt === null) entry.isGone = true;
      }
      for (const note of stored) {
        const here = desk.get(note.id);
        if (here) takeForeign(here, note);
        if (here && here.note.updatedAt > note.updatedAt) {
          // Back from a backup that is older than what was kept: the later words follow.
          if (here.isGone) keep(here);
          here.isGone = false;
          continue;
        }
        desk.set(note.id, {
          ...{ note, article, keptAt: askedAt },
          ...{ isBlank: false, owesWords: false, isGone: false },
          own: (here?.own ?? new Set()).add(note.updatedAt),
        });
      }
      return notesOf(article);
    },
    flush: keeper.flush,
    unsaved: () => keeper.unsaved().flatMap(({ id }) => desk.get(id)?.note ?? []),
  };
}
