import { StickyNote } from 'lucide';
import { Icon } from '../icon/Icon';
import { NoteItem } from '../note/NoteItem';
import { useReviewWords } from '../translation/translation-context';
import type { NoteRow, PopupActions } from './popup-view';

/** What can be done with a note of the page. */
export type PageNoteActions = Pick<
  PopupActions,
  'jumpToNote' | 'settlePlace' | 'relinkNote' | 'changeNote' | 'deleteNote' | 'bringBack'
>;

interface Props {
  row: NoteRow;
  /** Whether there is a page to show the note's words in. */
  canJump: boolean;
  isInView?: boolean;
  /** It is about to go from the list. */
  onLeave: () => void;
  actions: PageNoteActions;
}

/** One note of the page, in the popup's list or the panel's. */
export function PageNote({ row, actions, onLeave, ...props }: Props) {
  const { id } = row.note;
  return (
    <NoteItem
      {...row}
      {...props}
      onJump={() => actions.jumpToNote(id)}
      onSettle={(isHere) => actions.settlePlace(id, isHere)}
      onRelink={() => actions.relinkNote(id)}
      onChange={(change) => actions.changeNote(id, change)}
      onBringBack={(earlier) => actions.bringBack(id, earlier)}
      onDelete={() => {
        onLeave();
        actions.deleteNote(id);
      }}
    />
  );
}

/** Instead of a list of them. */
export function NoPageNotes() {
  const { t } = useReviewWords();
  return (
    <div class="hw-empty">
      <Icon node={StickyNote} size={28} />
      <p>{t('popup.noNotes')}</p>
      <p class="hw-soft">{t('popup.noNotesHint')}</p>
    </div>
  );
}
