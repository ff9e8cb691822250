import { useEffect, useRef } from 'preact/hooks';
import type { TextSpan } from '@/core/model/selector';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { DELETE_BUTTON } from '../note/NoteItem';
import { NoPageNotes, PageNote, type PageNoteActions } from '../popup/PageNote';
import type { NoteRow } from '../popup/popup-view';
import { inReadingOrder, overlap } from './notes-on';

interface Props {
  notes: readonly NoteRow[];
  view: TextSpan | null;
  canJump: boolean;
  actions: PageNoteActions;
}

/** The notes in the order of the text; the list goes along with the reading. */
export function ReadingNotes({ notes, view, canJump, actions }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const rows = inReadingOrder(notes);
  const inView = rows.filter(({ at }) => at && view && overlap(at, view));
  const leaves = useFocusAfterLeaving(list, DELETE_BUTTON, rows);
  const first = inView[0]?.note.id;

  useEffect(() => {
    // Whoever works in the list is not led away from there.
    if (list.current?.contains(document.activeElement)) return;
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [first]);

  if (rows.length === 0) return <NoPageNotes />;
  return (
    <ul ref={list} class="hw-notes">
      {rows.map((row, index) => (
        <PageNote
          key={row.note.id}
          row={row}
          canJump={canJump}
          isInView={inView.includes(row)}
          onLeave={() => leaves(index)}
          actions={actions}
        />
      ))}
    </ul>
  );
}
