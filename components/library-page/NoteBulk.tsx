import { Tags, Trash, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { NOTE_COLOURS } from '@/core/model/note';
import { Icon } from '../icon/Icon';
import { TagField } from '../note/TagField';
import { useReviewWords } from '../translation/translation-context';
import {
  countChosen,
  NONE_CHOSEN,
  type NotesActions,
  type NotesPart,
} from './notes-view';

interface Props {
  part: NotesPart;
  actions: NotesActions;
}

/** How many were found and chosen, and what can be done with those. */
export function NoteBulk({ part, actions }: Props) {
  const { t } = useReviewWords();
  const [tagging, setTagging] = useState(false);
  const { total, chosen, query, busy } = part;
  const count = countChosen(chosen, total);
  const isSought = query.words !== '' || Object.keys(query.filters).length > 0;
  return (
    <div class="hw-bulk">
      <p role="status" class="hw-figures hw-soft">
        {busy
          ? t('notes.working', { count: busy.done, all: busy.all })
          : count > 0
            ? t('notes.chosen', { count, all: total })
            : t(isSought ? 'notes.fitting' : 'notes.count', { count: total })}
        {part.unsearched > 0 && ` · ${t('notes.unsearched', { count: part.unsearched })}`}
      </p>
      {total > 0 && count < total && (
        <button
          type="button"
          class="hw-link"
          onClick={() => actions.chooseNotes({ type: 'all', ids: new Set() })}
        >
          {t('notes.chooseAll')}
        </button>
      )}
      {count > 0 && (
        <>
          <button
            type="button"
            class="hw-link"
            onClick={() => actions.chooseNotes(NONE_CHOSEN)}
          >
            {t('notes.chooseNone')}
          </button>
          <fieldset class="hw-bulk-acts" disabled={busy !== null}>
            <legend class="hw-unseen">{t('notes.acts')}</legend>
            <Colours onChoose={actions.colourChosen} />
            <button
              type="button"
              class="hw-button hw-button-small"
              aria-expanded={tagging}
              onClick={() => setTagging(!tagging)}
            >
              <Icon node={Tags} size={14} />
              {t('notes.tags')}
            </button>
            <Deleting part={part} actions={actions} />
          </fieldset>
          {tagging && <Tagging actions={actions} />}
        </>
      )}
    </div>
  );
}

function Colours({ onChoose }: { onChoose: NotesActions['colourChosen'] }) {
  const { t } = useReviewWords();
  return (
    <span class="hw-colours">
      {NOTE_COLOURS.map((colour) => {
        const label = t('notes.colourThem', { colour: t(`colour.${colour}`) });
        return (
          <button
            key={colour}
            type="button"
            class={`hw-swatch hw-swatch-${colour}`}
            title={label}
            aria-label={label}
            onClick={() => onChoose(colour)}
          />
        );
      })}
    </span>
  );
}

function Deleting({ part, actions }: Props) {
  const { t } = useReviewWords();
  const isTrash = part.query.filters.trash === true;
  return (
    <button
      type="button"
      class="hw-button hw-button-small"
      onClick={() => actions.deleteChosen(!isTrash)}
    >
      <Icon node={isTrash ? Undo2 : Trash} size={14} />
      {t(isTrash ? 'trash.restore' : 'notes.delete')}
    </button>
  );
}

function Tagging({ actions }: { actions: Pick<NotesActions, 'tagChosen'> }) {
  const { t } = useReviewWords();
  const [tags, setTags] = useState<string[]>([]);
  return (
    <div class="hw-bulk-tags">
      <TagField value={tags} onChange={setTags} />
      <button
        type="button"
        class="hw-button hw-button-small hw-button-main"
        disabled={tags.length === 0}
        onClick={() => actions.tagChosen(tags, true)}
      >
        {t('notes.tagThem')}
      </button>
      <button
        type="button"
        class="hw-button hw-button-small"
        disabled={tags.length === 0}
        onClick={() => actions.tagChosen(tags, false)}
      >
        {t('notes.untagThem')}
      </button>
    </div>
  );
}
