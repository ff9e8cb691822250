/** What the reader did, to be compared with all that is kept: notes, their versions, drafts. */
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import { type BrowserDriver, poll } from '@/scripts/browsers/browser-driver';
import { readNotes, readTable } from '../read-database';
import { readStorage } from '../read-storage';

export interface Losses {
  notes: number;
  words: number;
  notesLost: number;
  wordsLost: number;
}

interface Written {
  words: string[];
  tags: string[];
  isDeleted: boolean;
}

interface Kept {
  notes: Note[];
  versions: NoteVersion[];
  drafts: Note[];
}

/** How long what was written may take to get to the disk: the keeper's longest wait, and a slow machine, in ms. */
const SETTLING = 60_000;

export interface Ledger {
  /** The reader has a note on this passage, and has written this into it. */
  wrote(passage: string, words?: readonly string[]): void;
  tagged(passage: string, tag: string): void;
  deleted(passage: string, isDeleted: boolean): void;
  /** Words that were not written before; `count` of them. */
  newWords(count: number): string[];
  /** Waits until every note stands as the reader left it, and only once; what does not is told. */
  waitUntilKept(browser: BrowserDriver): Promise<void>;
  /** What is to be found in no note, no version and no draft. */
  countLosses(browser: BrowserDriver): Promise<Losses>;
}

export function createLedger(): Ledger {
  const written = new Map<string, Written>();
  let last = 0;

  const entry = (passage: string): Written => {
    const found = written.get(passage) ?? { words: [], tags: [], isDeleted: false };
    written.set(passage, found);
    return found;
  };

  return {
    wrote: (passage, words = []) => void entry(passage).words.push(...words),
    tagged: (passage, tag) => void entry(passage).tags.push(tag),
    deleted(passage, isDeleted) {
      entry(passage).isDeleted = isDeleted;
    },
    newWords: (count) => Array.from({ length: count }, () => `كلمة${++last}`),
    async waitUntilKept(browser) {
      const isKept = async () => {
        const { notes, drafts } = await readKept(browser);
        const wrong = [...written].flatMap(([passage, wanted]) =>
          describeDifference(passage, wanted, notes),
        );
        if (wrong.length > 0) throw new Error(wrong.join('; '));
        if (drafts.length > 0) throw new Error(`${drafts.length} drafts wait`);
        return true;
      };
      await poll(isKept, { timeout: SETTLING, what: 'every note to be kept' });
    },
    async countLosses(browser) {
      const kept = await readKept(browser);
      const losses = { notes: written.size, words: 0, notesLost: 0, wordsLost: 0 };
      for (const [passage, { words, tags }] of written) {
        const found = wordsOf(passage, kept);
        if (found === null) losses.notesLost++;
        const typed = [...words, ...tags];
        losses.words += typed.length;
        losses.wordsLost += typed.filter((word) => !found?.has(word)).length;
      }
      return losses;
    },
  };
}

async function readKept(browser: BrowserDriver): Promise<Kept> {
  const notes = await readNotes(browser);
  const versions = await readTable<NoteVersion>(browser, 'versions');
  const stored = Object.entries(await readStorage(browser));
  const drafts = stored.flatMap(([key, value]) =>
    key.startsWith('draft:') ? (value as { note: Note }).note : [],
  );
  return { notes, versions, drafts };
}

const isOn = (passage: string) => (note: Note) =>
  note.target.type === 'passage' && note.target.selector.exact === passage;

function describeDifference(passage: string, wanted: Written, notes: Note[]): string[] {
  const found = notes.filter(isOn(passage)).map(({ body, tags, deletedAt }) => ({
    words: finishedWords(body),
    tags,
    isDeleted: deletedAt !== null,
  }));
  const [expected, actual] = [JSON.stringify([wanted]), JSON.stringify(found)];
  return expected === actual ? [] : [`${passage}: ${actual} instead of ${expected}`];
}

/** All words and tags that are kept of a note in whatever place; null when there is no such note. */
function wordsOf(passage: string, { notes, versions, drafts }: Kept): Set<string> | null {
  const here = [...notes, ...drafts].filter(isOn(passage));
  if (here.length === 0) return null;
  const ids = new Set(here.map(({ id }) => id));
  const earlier = versions.filter(({ noteId }) => ids.has(noteId));
  const states = [...here, ...earlier.map(({ note }) => note)];
  return new Set([
    ...states.flatMap(({ body, tags }) => [...tokens(body), ...tags]),
    ...earlier.flatMap(({ removed }) => removed.flatMap(tokens)),
  ]);
}

function tokens(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

/** A space comes after each. */
function finishedWords(text: string): string[] {
  return text.match(/\S+(?=\s)/g) ?? [];
}
