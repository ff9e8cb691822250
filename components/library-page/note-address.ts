/** What is looked for among the notes, as the address of the library says it: `#notes?words=…&tag=…`. */
import { NOTE_COLOURS } from '@/core/model/note';
import {
  NOTE_SORTS,
  type NoteFilters,
  type NoteQuery,
  SOUGHT_KINDS,
} from '@/core/model/search';

export const EVERYTHING: NoteQuery = { words: '', filters: {}, sort: 'newest' };

const TEXTS = ['site', 'storyId', 'entityId', 'tag'] as const;
const TIMES = ['from', 'to'] as const;
const SWITCHES = ['orphaned', 'trash'] as const;

/** With its `#`. */
export function noteAddress({ words, filters, sort }: NoteQuery): string {
  const parts = new URLSearchParams();
  if (words !== '') parts.set('words', words);
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined) parts.set(name, String(value));
  }
  if (sort !== EVERYTHING.sort) parts.set('sort', sort);
  const text = parts.toString();
  return text === '' ? '#notes' : `#notes?${text}`;
}

/** From what stands behind the question mark; what makes no sense there is left out. */
export function readNoteAddress(text: string): NoteQuery {
  const parts = new URLSearchParams(text);
  const filters: NoteFilters = {};
  for (const name of TEXTS) {
    const value = parts.get(name);
    if (value) filters[name] = value;
  }
  for (const name of TIMES) {
    const value = parts.get(name) ?? '';
    if (/^\d{1,15}$/.test(value)) filters[name] = Number(value);
  }
  for (const name of SWITCHES) {
    const value = parts.get(name);
    if (value === 'true' || value === 'false') filters[name] = value === 'true';
  }
  const colour = oneOf(NOTE_COLOURS, parts.get('colour'));
  const kind = oneOf(SOUGHT_KINDS, parts.get('kind'));
  return {
    words: parts.get('words') ?? '',
    filters: { ...filters, ...(colour && { colour }), ...(kind && { kind }) },
    sort: oneOf(NOTE_SORTS, parts.get('sort')) ?? EVERYTHING.sort,
  };
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | null {
  return all.find((one) => one === value) ?? null;
}
