/** Keeps what the reader writes until it is acknowledged: no keystroke is lost on the way to the disk. */
import type { Note, NoteDraft } from '@/core/model/note';
import type { Result } from '@/core/model/result';

export type KeepState<Failure> =
  | { state: 'saving' | 'saved' }
  | { state: 'failed'; failure: Failure };

/** Where words outlive the page until they are acknowledged (`storage/draft-journal.ts`). */
export interface WordJournal {
  write(draft: NoteDraft): void;
  settle(draft: NoteDraft): void;
}

export interface NoteKeeperPorts<Failure> {
  journal: WordJournal;
  /** Saving the same draft twice must be saving it once. */
  save(draft: NoteDraft): Promise<Result<Note, Failure>>;
  onState(noteId: string, state: KeepState<Failure>, saved?: Note): void;
}

export interface NoteKeeper {
  /** The newest words of a note: saved when the writing pauses. */
  keep(draft: NoteDraft): void;
  /** Saves now what waits: the page may go away. */
  flush(): void;
  /** Saves now what waits of one note; resolves when that was answered, well or not. */
  saveNow(noteId: string): Promise<void>;
  /** Stops saving this note: it was deleted. */
  forget(noteId: string): void;
  /** What no reply has acknowledged yet. */
  unsaved(): NoteDraft[];
  stop(): void;
}

/** A pause in the writing. */
const PAUSE_MS = 350;
/** However fast the writing goes on, it is saved so often. */
const LONGEST_MS = 2_000;
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 30_000];

interface Kept {
  draft: NoteDraft;
  /** When the first change since the last answer was made. */
  since: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The save under way. */
  saving: Promise<void> | null;
  failures: number;
}

export function createNoteKeeper<Failure>(ports: NoteKeeperPorts<Failure>): NoteKeeper {
  const kept = new Map<string, Kept>();

  /** One at a time for each note; what changes meanwhile follows. */
  function save(entry: Kept): Promise<void> {
    clearTimeout(entry.timer);
    entry.saving ??= transmit(entry);
    return entry.saving;
  }

  async function transmit(entry: Kept): Promise<void> {
    const { draft } = entry;
    ports.onState(draft.id, { state: 'saving' });
    const saved = await ports.save(draft);
    if (saved.ok) ports.journal.settle(draft);
    entry.saving = null;
    if (kept.get(draft.id) !== entry) return;
    if (!saved.ok) {
      entry.since = Date.now();
      const wait = RETRY_MS[Math.min(entry.failures++, RETRY_MS.length - 1)];
      entry.timer = setTimeout(() => void save(entry), wait);
      ports.onState(draft.id, { state: 'failed', failure: saved.error });
    } else if (entry.draft === draft) {
      kept.delete(draft.id);
      ports.onState(draft.id, { state: 'saved' }, saved.value);
    } else {
      entry.failures = 0;
      void save(entry);
    }
  }

  return {
    keep(draft) {
      ports.journal.write(draft);
      const entry = kept.get(draft.id) ?? {
        draft,
        since: Date.now(),
        timer: undefined,
        saving: null,
        failures: 0,
      };
      entry.draft = draft;
      kept.set(draft.id, entry);
      if (entry.saving) return;
      clearTimeout(entry.timer);
      const left = entry.since + LONGEST_MS - Date.now();
      entry.timer = setTimeout(
        () => void save(entry),
        Math.max(0, Math.min(PAUSE_MS, left)),
      );
    },
    flush() {
      for (const entry of kept.values()) void save(entry);
    },
    async saveNow(noteId) {
      const entry = kept.get(noteId);
      // First what is on its way already, perhaps with older words.
      await entry?.saving;
      if (entry && kept.get(noteId) === entry) await save(entry);
    },
    forget(noteId) {
      clearTimeout(kept.get(noteId)?.timer);
      kept.delete(noteId);
    },
    unsaved: () => [...kept.values()].map(({ draft }) => draft),
    stop() {
      for (const { timer } of kept.values()) clearTimeout(timer);
    },
  };
}
