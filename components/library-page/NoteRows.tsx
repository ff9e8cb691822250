import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FoundNote } from '@/core/model/search';
import { useReviewWords } from '../translation/translation-context';
import { NoteRow } from './NoteRow';
import {
  isChosen,
  NONE_CHOSEN,
  type NotesActions,
  type NotesPart,
  withChosen,
} from './notes-view';

/**
 * The height of a row in px, the same for all: so a list of any length knows
 * where each row is without having read it. Arabic lines are higher.
 */
const ROW_HEIGHT = { ar: 124, en: 112 };
/** Rows drawn above and below those in view. */
const OVER = 4;

interface Props {
  part: NotesPart;
  now: number;
  actions: Pick<
    NotesActions,
    'showRows' | 'chooseNotes' | 'chooseRange' | 'deleteChosen'
  >;
}

/**
 * All notes found, of which only those in view are drawn. One stop for Tab;
 * arrows, Home, End and page keys move; Space chooses, with Shift all up to
 * there; Ctrl+A chooses all; Enter opens the article; Delete throws away.
 *
 * A grid by its roles: rows placed by themselves are no `<table>` to a browser.
 */
export function NoteRows({ part, now, actions }: Props) {
  const { t, lang } = useReviewWords();
  const height = ROW_HEIGHT[lang];
  const { rows, offset, total, chosen } = part;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, last: 10 });
  const [current, setCurrent] = useState(0);
  /** From where Shift chooses. */
  const anchor = useRef(0);
  const wantsFocus = useRef(false);
  const at = Math.min(current, Math.max(0, total - 1));

  const look = () => {
    const element = box.current;
    if (element === null) return;
    const first = Math.floor(element.scrollTop / height);
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height);
    setView((was) => (was.first === first && was.last === last ? was : { first, last }));
  };
  useLayoutEffect(() => {
    look();
    const watcher = new ResizeObserver(look);
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [height]);
  // What else is looked for is shown from its start.
  const { query } = part;
  const shown = useRef(query);
  useLayoutEffect(() => {
    if (shown.current === query) return;
    shown.current = query;
    anchor.current = 0;
    setCurrent(0);
    if (box.current) box.current.scrollTop = 0;
    look();
  }, [query]);
  useLayoutEffect(() => {
    actions.showRows(view.first, Math.min(total, view.last));
  }, [view, total]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current
      ?.querySelector<HTMLElement>(`[aria-rowindex="${at + 1}"]`)
      ?.focus({ preventScroll: true });
  });

  function goTo(place: number) {
    const element = box.current;
    if (element === null) return;
    const to = Math.max(0, Math.min(total - 1, place));
    const [top, bottom] = [to * height, (to + 1) * height];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
    wantsFocus.current = true;
    setCurrent(to);
    look();
  }

  const rowAt = (place: number): FoundNote | undefined => rows[place - offset];

  function toggle(place: number, withRange: boolean) {
    const row = rowAt(place);
    setCurrent(place);
    wantsFocus.current = true;
    if (withRange) return actions.chooseRange(anchor.current, place);
    anchor.current = place;
    if (row === undefined) return;
    const on = !isChosen(chosen, row.note.id);
    actions.chooseNotes(withChosen(chosen, row.note.id, on));
  }

  function onKeyDown(event: KeyboardEvent) {
    // A button or a link in a row has keys of its own.
    if (!(event.target as Element).matches('[role="row"]')) return;
    const page = Math.max(1, view.last - view.first - 2);
    const move: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    };
    const to = move[event.key];
    if (to !== undefined) {
      goTo(to);
      if (event.shiftKey)
        actions.chooseRange(anchor.current, Math.max(0, Math.min(total - 1, to)));
      else anchor.current = Math.max(0, Math.min(total - 1, to));
    } else if (event.key === ' ') toggle(at, event.shiftKey);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
      actions.chooseNotes({ type: 'all', ids: new Set() });
    else if (event.key === 'Escape') actions.chooseNotes(NONE_CHOSEN);
    else if (event.key === 'Delete')
      actions.deleteChosen(part.query.filters.trash !== true);
    else if (event.key === 'Enter')
      (event.target as Element).querySelector<HTMLElement>('a')?.click();
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box} class="hw-note-rows" onScroll={look}>
      <div
        role="grid"
        aria-label={t('notes.list')}
        aria-rowcount={total}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        style={{ blockSize: `${total * height}px` }}
        class="hw-note-grid"
        tabIndex={-1}
      >
        {placesOf(view, total, at).map((place) => {
          const row = rowAt(place);
          return (
            <NoteRow
              // Not by the note: the row with the focus would be another once its note is read.
              key={place}
              row={row ?? null}
              place={place}
              top={place * height}
              height={height}
              isCurrent={place === at}
              isChosen={row !== undefined && isChosen(chosen, row.note.id)}
              now={now}
              onFocus={() => setCurrent(place)}
              onToggle={(withRange) => toggle(place, withRange)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Those in view, some more, and the one with the focus, wherever that is: it must not go away. */
function placesOf(
  { first, last }: { first: number; last: number },
  total: number,
  current: number,
): number[] {
  const places: number[] = [];
  const to = Math.min(total, last + OVER);
  for (let place = Math.max(0, first - OVER); place < to; place++) places.push(place);
  if (current < total && !places.includes(current)) places.push(current);
  return places;
}
