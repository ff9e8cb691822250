/** What the reader did, to be compared with all that is kept: notes, their versions, drafts. */
import { type Note, quoteOf } from '@/core/model/note';
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
  /** As they stand in the note, in this order. */
  words: string[];
  tags: string[];
  isDeleted: boolean;
}

interface Kept {
  notes: Note[];
  versions: NoteVersion[];
  drafts: Note[];
}

/** How long what was written may take to get to the disk: the keeper's longest wait, and a slow machine, in ms; and for each note. */
const SETTLING = 60_000;
const SETTLING_EACH = 10;

export interface Ledger {
  /** The reader has a note on this passage, and has written this into it. */
  wrote(passage: string, words?: readonly string[]): void;
  tagged(passage: string, tag: string): void;
  deleted(passage: string, isDeleted: boolean): void;
  /** Somebody else wrote this into the note: it may stand in a version. */
  wroteElsewhere(passage: string, words: readonly string[]): void;
  /** Words that were not written before; `count` of them. */
  newWords(count: number): string[];
  /** Waits until every note stands as the reader left it, and only once; what does not is told. */
  waitUntilKept(browser: BrowserDriver): Promise<void>;
  /** What is to be found in no note, no version and no draft. */
  countLosses(browser: BrowserDriver): Promise<Losses>;
}

export function createLedger(): Ledger {
  const written = new Map<string, Written>();
  const elsewhere = new Map<string, string[]>();
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
    wroteElsewhere(passage, words) {
      elsewhere.set(passage, [...(elsewhere.get(passage) ?? []), ...words]);
    },
    newWords: (count) => Array.from({ length: count }, () => `كلمة${++last}`),
    async waitUntilKept(browser) {
      const isKept = async () => {
        const { notes, drafts } = await readKept(browser);
        const byPassage = groupBy(notes, passageOf);
        const wrong = [...written].flatMap(([passage, wanted]) =>
          describeDifference(passage, wanted, byPassage.get(passage) ?? []),
        );
        if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join('; '));
        if (drafts.length > 0) throw new Error(`${drafts.length} drafts wait`);
        return true;
      };
      const timeout = SETTLING + SETTLING_EACH * written.size;
      await poll(isKept, { timeout, what: 'every note to be kept' });
    },
    async countLosses(browser) {
      const kept = await readKept(browser);
      const states = groupBy([...kept.notes, ...kept.drafts], passageOf);
      const versions = groupBy(kept.versions, ({ noteId }) => noteId);
      const losses = { notes: written.size, words: 0, notesLost: 0, wordsLost: 0 };
      for (const [passage, { words, tags }] of written) {
        const found = wordsOf(states.get(passage) ?? [], versions);
        if (found === null) losses.notesLost++;
        const typed = [...words, ...tags, ...(elsewhere.get(passage) ?? [])];
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

function passageOf(note: Note): string {
  return quoteOf(note) ?? '';
}

function describeDifference(passage: string, wanted: Written, notes: Note[]): string[] {
  const found = notes.map(({ body, tags, deletedAt }) => ({
    words: finishedWords(body),
    tags,
    isDeleted: deletedAt !== null,
  }));
  const [expected, actual] = [JSON.stringify([wanted]), JSON.stringify(found)];
  return expected === actual ? [] : [`${passage}: ${actual} instead of ${expected}`];
}

/** All words and tags that are kept of a note in whatever place; null when there is no such note. */
function wordsOf(
  states: readonly Note[],
  versions: ReadonlyMap<string, NoteVersion[]>,
): Set<string> | null {
  if (states.length === 0) return null;
  const ids = [...new Set(states.map(({ id }) => id))];
  const earlier = ids.flatMap((id) => versions.get(id) ?? []);
  return new Set([
    ...[...states, ...earlier.map(({ note }) => note)].flatMap(({ body, tags }) => [
      ...tokens(body),
      ...tags,
    ]),
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

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
