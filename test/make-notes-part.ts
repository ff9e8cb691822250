/** What the part with all notes shows, for tests. */
import { vi } from 'vitest';
import { EVERYTHING } from '@/components/library-page/note-address';
import {
  NONE_CHOSEN,
  type NotesActions,
  type NotesPart,
} from '@/components/library-page/notes-view';
import { NOTE_COLOURS } from '@/core/model/note';
import type { FoundNote } from '@/core/model/search';
import { makeNote } from './make-note';
import { makeStoryArticle } from './make-story-article';

export function notesActions() {
  return {
    searchNotes: vi.fn(),
    filterNotes: vi.fn(),
    clearFilters: vi.fn(),
    sortNotes: vi.fn(),
    showRows: vi.fn(),
    chooseNotes: vi.fn(),
    chooseRange: vi.fn(),
    tagChosen: vi.fn(),
    colourChosen: vi.fn(),
    deleteChosen: vi.fn(),
    exportChosen: vi.fn(),
    stopWriting: vi.fn(),
  } satisfies NotesActions;
}

/** The note at a place of a long list. */
export function makeFoundNote(place: number, change: Partial<FoundNote> = {}): FoundNote {
  const { article } = makeStoryArticle(`a${place % 9}`);
  return {
    note: makeNote({
      id: `note-${place}`,
      articleId: article.id,
      body: place % 3 === 0 ? '' : `words ${place}`,
      colour: NOTE_COLOURS[place % 4] ?? 'yellow',
      tags: place % 2 === 0 ? ['water'] : [],
    }),
    article,
    isOrphaned: place % 5 === 4,
    hits: [],
    ...change,
  };
}

/** The first `read` of `total` notes are there. */
export function makeNotesPart(
  total: number,
  change: Partial<NotesPart> = {},
  read = Math.min(total, 40),
): NotesPart {
  return {
    query: EVERYTHING,
    offset: 0,
    rows: Array.from({ length: read }, (_, place) => makeFoundNote(place)),
    total,
    facets: {
      sites: [{ value: 'paper.example', count: total }],
      stories: [{ value: 'dam', name: 'The dam', count: 3 }],
      entities: [
        { value: 'loc/baghdad', kind: 'place', count: 2, names: { ar: 'بغداد' } },
        ...Array.from({ length: 9 }, (_, index) => ({
          ...{ value: `per/${index}`, kind: 'person' as const, count: 1 },
          names: { en: `Person ${index}`, ar: `شخص ${index}` },
        })),
      ],
      tags: [{ value: 'water', count: 20 }],
      colours: NOTE_COLOURS.map((value) => ({ value, count: 10 })),
      kinds: [
        { value: 'note', count: 26 },
        { value: 'highlight', count: 14 },
      ],
      days: [
        { value: '2020-01-03', count: 39 },
        { value: '2020-02-01', count: 1 },
      ],
      orphaned: 8,
      trash: 2,
    },
    unsearched: 0,
    chosen: NONE_CHOSEN,
    busy: null,
    ...change,
  };
}
