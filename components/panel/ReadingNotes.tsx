import { StickyNote } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { TextSpan } from '@/core/model/selector';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { Icon } from '../icon/Icon';
import { DELETE_BUTTON, NoteItem } from '../note/NoteItem';
import type { NoteRow } from '../popup/popup-view';
import { useReviewWords } from '../translation/translation-context';
import { inReadingOrder, overlap } from './notes-on';
import type { PanelActions } from './panel-view';

interface Props {
  notes: readonly NoteRow[];
  view: TextSpan | null;
  canJump: boolean;
  actions: PanelActions;
}

/** The notes in the order of the text; the list goes along with the reading. */
export function ReadingNotes({ notes, view, canJump, actions }: Props) {
  const { t } = useReviewWords();
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

  if (rows.length === 0) {
    return (
      <div class="hw-empty">
        <Icon node={StickyNote} size={28} />
        <p>{t('popup.noNotes')}</p>
        <p class="hw-soft">{t('popup.noNotesHint')}</p>
      </div>
    );
  }
  return (
    <ul ref={list} class="hw-notes">
      {rows.map((row, index) => {
        const { id } = row.note;
        return (
          <NoteItem
            key={id}
            {...row}
            canJump={canJump}
            isInView={inView.includes(row)}
            onJump={() => actions.jumpToNote(id)}
            onSettle={(isHere) => actions.settlePlace(id, isHere)}
            onRelink={() => actions.relinkNote(id)}
            onChange={(change) => actions.changeNote(id, change)}
            onBringBack={(earlier) => actions.bringBack(id, earlier)}
            onDelete={() => {
              leaves(index);
              actions.deleteNote(id);
            }}
          />
        );
      })}
    </ul>
  );
}
