/** The part with all notes: what is looked for, found and chosen. */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
} from '@preact/signals';
import type { Route } from '@/components/library-page/library-view';
import { noteAddress } from '@/components/library-page/note-address';
import {
  type Chosen,
  NONE_CHOSEN,
  type NotesActions,
  type NotesPart,
} from '@/components/library-page/notes-view';
import type { FoundNotes, NoteFilters, NoteQuery } from '@/core/model/search';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { findNoteIds, findNotes } from '@/storage/search/find-notes';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';
import { changeChosen } from './change-chosen';
import { TYPING_PAUSE, type Watch } from './create-watch';
import { exportChosen } from './export-chosen';

interface Ports {
  db: HawashiDatabase;
  route: Signal<Route>;
  speaker: Speaker;
  language: Language;
  watch: Watch;
}

export interface NotesModel {
  part: ReadonlySignal<NotesPart | null>;
  actions: NotesActions;
  /** Looks for what the route says until `ending`. */
  follow(ending: AbortSignal): void;
}

/** Rows read beyond those in view, before and after: a page or two of scrolling. */
const AROUND = 60;

interface Found extends FoundNotes {
  offset: number;
}

export function createNotesModel(ports: Ports): NotesModel {
  const { db, route, watch } = ports;
  const found = signal<Found | null>(null);
  const span = signal({ offset: 0, limit: 2 * AROUND });
  const chosen = signal<Chosen>(NONE_CHOSEN);
  const busy = signal<NotesPart['busy']>(null);
  const query = computed(() => (route.value.type === 'notes' ? route.value.query : null));

  const part = computed<NotesPart | null>(() => {
    if (found.value === null || query.value === null) return null;
    const { offset, rows, total, facets, unsearched } = found.value;
    return {
      ...{ query: query.value, offset, rows, total, facets },
      ...{ unsearched, chosen: chosen.value, busy: busy.value },
    };
  });

  /** `isStep`: the way back in the browser leads to what was looked for before. */
  function look(change: Partial<NoteQuery>, isStep: boolean): void {
    const { value: at } = query;
    if (at === null) return;
    const next = { ...at, ...change };
    history[isStep ? 'pushState' : 'replaceState'](null, '', noteAddress(next));
    route.value = { type: 'notes', query: next };
  }

  async function chooseRange(from: number, to: number): Promise<void> {
    const { value: sought } = query;
    if (sought === null) return;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const all = await attempt(db, () => findNoteIds(db, sought));
    if (!all.ok) return ports.speaker.complainOf(all.error.code);
    // Something else is looked for meanwhile.
    if (query.value !== sought) return;
    const ids = new Set(all.value.slice(first, last + 1));
    chosen.value = { type: 'some', ids };
  }

  const chosenPorts = { ...ports, query, chosen, busy };
  return {
    part,
    follow(ending) {
      let current = new AbortController();
      ending.addEventListener('abort', () => current.abort());
      let last: NoteQuery | null = null;
      const stop = effect(() => {
        const { value: sought } = query;
        const { value: page } = span;
        if (sought === null) return;
        const isTyped = last !== null && last.words !== sought.words;
        // By the way back in the browser, too.
        if (last !== null && last !== sought) chosen.value = NONE_CHOSEN;
        last = sought;
        current.abort();
        current = new AbortController();
        const { signal: superseded } = current;
        const read = () => findNotes(db, sought, page);
        const show = (value: FoundNotes) => {
          found.value = { ...value, offset: page.offset };
        };
        setTimeout(() => watch(read, show, superseded), isTyped ? TYPING_PAUSE : 0);
      });
      ending.addEventListener('abort', stop);
    },
    actions: {
      searchNotes: (words) => look({ words }, false),
      filterNotes: (change) => {
        const filters = { ...query.peek()?.filters, ...change };
        const set = Object.entries(filters).filter(([, value]) => value !== undefined);
        look({ filters: Object.fromEntries(set) as NoteFilters }, true);
      },
      clearFilters: () => look({ filters: {} }, true),
      sortNotes: (sort) => look({ sort }, true),
      showRows(from, to) {
        const { offset, limit } = span.peek();
        const isThere = from >= offset && to <= offset + limit;
        if (isThere) return;
        const start = Math.max(0, from - AROUND);
        span.value = { offset: start, limit: to + AROUND - start };
      },
      chooseNotes: (wanted) => {
        chosen.value = wanted;
      },
      chooseRange: (from, to) => void chooseRange(from, to),
      ...changeChosen(chosenPorts),
      ...exportChosen(chosenPorts),
    },
  };
}
