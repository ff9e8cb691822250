import { useRef, useState } from 'preact/hooks';
import { quoteOf } from '@/core/model/note';
import { inTextOrder } from '@/core/notes/text-order';
import { spell } from '@/core/text/spelling';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { SearchField } from '../control/SearchField';
import { DELETE_BUTTON } from '../note/NoteItem';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { NoPageNotes, PageNote, type PageNoteActions } from './PageNote';
import type { NoteRow } from './popup-view';

interface Props {
  rows: NoteRow[];
  /** Whether there is a page to show a note's words in. */
  canJump: boolean;
  actions: PageNoteActions;
}

const WORTH_FILTERING = 8;

/** The notes on this page, in the order of the text. */
export function NoteList({ rows, canJump, actions }: Props) {
  const { t } = useReviewWords();
  const [query, setQuery] = useState('');
  const wanted = spell(query).trim();
  const fitting = inOrder(rows).filter((row) => wordsOf(row).includes(wanted));
  const list = useRef<HTMLUListElement>(null);
  const leaves = useFocusAfterLeaving(list, DELETE_BUTTON, fitting);

  if (rows.length === 0) return <NoPageNotes />;
  return (
    <>
      {rows.length >= WORTH_FILTERING && (
        <div class="hw-filters">
          <SearchField label={t('popup.filterNotes')} value={query} onInput={setQuery} />
        </div>
      )}
      {fitting.length === 0 && (
        <p class="hw-empty">{t('popup.nothingFits', { query: isolated(query) })}</p>
      )}
      <ul ref={list} class="hw-notes">
        {fitting.map((row, index) => (
          <PageNote
            key={row.note.id}
            {...{ row, canJump, actions }}
            onLeave={() => leaves(index)}
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
  const quote = quoteOf(note) ?? '';
  return spell([quote, note.body, ...note.tags].join('\n'));
}
