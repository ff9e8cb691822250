import { StickyNote } from 'lucide';
import { useState } from 'preact/hooks';
import { inTextOrder } from '@/core/notes/text-order';
import { spell } from '@/core/text/spelling';
import { SearchField } from '../control/SearchField';
import { Icon } from '../icon/Icon';
import { NoteItem } from '../note/NoteItem';
import { useReviewWords } from '../translation/translation-context';
import type { NoteRow, PopupActions } from './popup-view';

interface Props {
  rows: NoteRow[];
  /** Whether there is a page to show a note's words in. */
  canJump: boolean;
  actions: Pick<
    PopupActions,
    | 'jumpToNote'
    | 'settlePlace'
    | 'relinkNote'
    | 'changeNote'
    | 'deleteNote'
    | 'bringBack'
  >;
}

const WORTH_FILTERING = 8;

/** The notes on this page, in the order of the text. */
export function NoteList({ rows, canJump, actions }: Props) {
  const { t } = useReviewWords();
  const [query, setQuery] = useState('');
  const wanted = spell(query).trim();
  const fitting = inOrder(rows).filter((row) => wordsOf(row).includes(wanted));

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
    <>
      {rows.length >= WORTH_FILTERING && (
        <div class="hw-filters">
          <SearchField label={t('popup.filterNotes')} value={query} onInput={setQuery} />
        </div>
      )}
      {fitting.length === 0 && (
        <p class="hw-empty">
          {t('popup.nothingFits', { query: `\u2068${query}\u2069` })}
        </p>
      )}
      <ul class="hw-notes">
        {fitting.map((row) => (
          <NoteItem
            key={row.note.id}
            {...row}
            canJump={canJump}
            onJump={() => actions.jumpToNote(row.note.id)}
            onSettle={(isHere) => actions.settlePlace(row.note.id, isHere)}
            onRelink={() => actions.relinkNote(row.note.id)}
            onChange={(change) => actions.changeNote(row.note.id, change)}
            onBringBack={(earlier) => actions.bringBack(row.note.id, earlier)}
            onDelete={() => actions.deleteNote(row.note.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** As they stand in the text; what is gone from the page stays where it was. */
function inOrder(rows: readonly NoteRow[]): NoteRow[] {
  return [...rows].sort((one, other) => inTextOrder(one.note, other.note));
}

function wordsOf({ note }: NoteRow): string {
  const quote = note.target.type === 'passage' ? note.target.selector.exact : '';
  return spell([quote, note.body, ...note.tags].join('\n'));
}
