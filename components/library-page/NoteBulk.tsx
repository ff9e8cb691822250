import { Download, Tags, Trash, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { FORMAT_IDS, type FormatId, isFormatId } from '@/core/export/format-ids';
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
  const [open, setOpen] = useState<'tags' | 'export' | null>(null);
  const toggle = (one: 'tags' | 'export') => setOpen(open === one ? null : one);
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
            : t(isSought ? 'notes.fitting' : 'tally.notes', { count: total })}
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
              aria-expanded={open === 'tags'}
              onClick={() => toggle('tags')}
            >
              <Icon node={Tags} size={14} />
              {t('notes.tags')}
            </button>
            <button
              type="button"
              class="hw-button hw-button-small"
              aria-expanded={open === 'export'}
              onClick={() => toggle('export')}
            >
              <Icon node={Download} size={14} />
              {t('export.button')}
            </button>
            <Deleting part={part} actions={actions} />
          </fieldset>
          {open === 'tags' && <Tagging actions={actions} />}
          {open === 'export' && <Exporting busy={busy} actions={actions} />}
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

function Exporting({
  busy,
  actions,
}: Pick<NotesPart, 'busy'> & {
  actions: Pick<NotesActions, 'exportChosen' | 'stopWriting'>;
}) {
  const { t } = useReviewWords();
  const [format, setFormat] = useState<FormatId>('markdown');
  return (
    <div class="hw-bulk-tags">
      <select
        class="hw-select"
        aria-label={t('export.format')}
        value={format}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isFormatId(value)) setFormat(value);
        }}
      >
        {FORMAT_IDS.map((one) => (
          <option key={one} value={one}>
            {`${t(`export.formats.${one}`)} – ${t(`export.hints.${one}`)}`}
          </option>
        ))}
      </select>
      {busy?.canStop ? (
        <button
          type="button"
          class="hw-button hw-button-small"
          onClick={actions.stopWriting}
        >
          {t('export.cancel')}
        </button>
      ) : (
        <button
          type="button"
          class="hw-button hw-button-small hw-button-main"
          disabled={busy !== null}
          onClick={() => actions.exportChosen(format)}
        >
          {t('export.save')}
        </button>
      )}
    </div>
  );
}
