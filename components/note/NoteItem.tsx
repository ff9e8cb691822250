import { Check, Pencil, Trash, TriangleAlert, Unlink } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isHighlight, type Note, type NoteColour, quoteOf } from '@/core/model/note';
import type { AnchorStatus, OrphanReason } from '@/core/model/selector';
import type { EarlierWords } from '@/core/notes/earlier-words';
import type { NoteVersion } from '@/core/notes/note-version';
import { Icon } from '../icon/Icon';
import { IconButton } from '../icon/IconButton';
import { useReviewWords } from '../translation/translation-context';
import { ColourPicker } from './ColourPicker';
import { EarlierVersions } from './EarlierVersions';
import { ElsewhereWords } from './ElsewhereWords';
import { type Saving, SavingStatus } from './SavingStatus';
import { TagField } from './TagField';
import { TagList } from './TagList';
import { WordsField } from './WordsField';
import { WordsNow } from './WordsNow';

export interface NoteItemProps {
  note: Note;
  /** Null when it was not looked for. */
  anchor: AnchorStatus | null;
  /** Why an orphan has no place. */
  reason?: OrphanReason;
  /** The words that stand there now, where they are others. */
  now?: string;
  saving: Saving;
  versions: readonly NoteVersion[];
  canJump: boolean;
  /** Its words are before the reader. */
  isInView?: boolean;
  onJump: () => void;
  onSettle: (isHere: boolean) => void;
  onRelink: () => void;
  onChange: (change: { body?: string; colour?: NoteColour; tags?: string[] }) => void;
  onBringBack: (earlier: EarlierWords) => void;
  onDelete: () => void;
}

/** Of a note that is read. */
export const DELETE_BUTTON = '.hw-note-edit .hw-tone-problem';

/** One note of a list: read, and changed in place. */
export function NoteItem(props: NoteItemProps) {
  const { t } = useReviewWords();
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const wasEditing = useRef(false);

  // The focus follows: into the words when editing starts, back to the pencil when it ends.
  // Before the next key can come: an Esc with the focus nowhere would close the popup.
  useLayoutEffect(() => {
    if (editing) item.current?.querySelector('textarea')?.focus();
    else if (wasEditing.current)
      item.current?.querySelector<HTMLElement>('.hw-note-edit button')?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const { note, saving } = props;
  return (
    <li
      ref={item}
      class={`hw-note hw-mark-${note.colour}`}
      {...(props.isInView ? { 'aria-current': 'location' } : {})}
    >
      <Quote {...props} />
      <PlaceLine {...props} />
      {editing ? (
        <Editing {...props} onDone={() => setEditing(false)} />
      ) : (
        <div class="hw-note-read">
          <div class="hw-note-words">
            {!isHighlight(note) && <p dir="auto">{note.body}</p>}
            <TagList tags={note.tags} />
            {saving.state === 'failed' && (
              <SavingStatus saving={saving} onRetry={() => props.onChange({})} />
            )}
          </div>
          <span class="hw-note-edit">
            <IconButton
              node={Pencil}
              label={t('popup.editNote')}
              onClick={() => setEditing(true)}
            />
            <IconButton
              node={Trash}
              label={t('editor.delete')}
              tone="problem"
              onClick={props.onDelete}
            />
          </span>
        </div>
      )}
      {!editing && (
        <EarlierVersions
          versions={props.versions}
          now={{ body: note.body, tags: note.tags, quote: quoteOf(note) }}
          onBringBack={props.onBringBack}
        />
      )}
    </li>
  );
}

function Quote({ note, anchor, canJump, onJump }: NoteItemProps) {
  const { t } = useReviewWords();
  if (note.target.type === 'article')
    return <p class="hw-soft hw-note-quote">{t('anchor.article')}</p>;
  const words = note.target.selector.exact;
  if (!canJump || anchor === null || anchor === 'orphan') {
    return (
      <blockquote class="hw-note-quote" dir="auto">
        {words}
      </blockquote>
    );
  }
  return (
    <button
      type="button"
      class="hw-note-quote"
      dir="auto"
      title={t('popup.jumpToNote')}
      onClick={onJump}
    >
      {words}
    </button>
  );
}

/** Says nothing when all is well. */
function PlaceLine(props: NoteItemProps) {
  const { anchor, reason, now, canJump } = props;
  const { t } = useReviewWords();
  if (anchor === null || anchor === 'anchored') return null;
  const isOrphan = anchor === 'orphan';
  return (
    <div class={`hw-anchor hw-anchor-${anchor}`}>
      <Icon node={isOrphan ? Unlink : TriangleAlert} size={14} />
      <div>
        <p>
          {isOrphan && reason
            ? `${t(`lost.${reason}`)} ${t('lost.kept')}`
            : t(`anchor.${anchor}`)}
        </p>
        <WordsNow label={t('place.now')} now={now} />
        {canJump && (
          <div class="hw-place-answers">
            {isOrphan ? (
              <Answer words={t('place.select')} onPress={props.onRelink} />
            ) : (
              <>
                <Answer words={t('place.here')} onPress={() => props.onSettle(true)} />
                <Answer
                  words={t('place.notHere')}
                  onPress={() => props.onSettle(false)}
                />
              </>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function Answer({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <button type="button" class="hw-link" onClick={onPress}>
      {words}
    </button>
  );
}

/** What is typed lives here: a note that comes back from the database a moment later does not overwrite it. */
function Editing(props: NoteItemProps & { onDone: () => void }) {
  const { t } = useReviewWords();
  const { note, onChange } = props;
  const [body, setBody] = useState(note.body);
  const [tags, setTags] = useState(note.tags);
  const form = useRef<HTMLDivElement>(null);
  /** All that stood in the field: what the note says else was written elsewhere, or brought back. */
  const own = useRef(new Set([note.body]));
  const isElsewhere = !own.current.has(note.body) && note.body !== body;

  function write(words: string) {
    own.current.add(words);
    setBody(words);
    onChange({ body: words });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to the fields inside.
    <div
      ref={form}
      class="hw-note-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // Leaves the note, not the popup.
        event.preventDefault();
        props.onDone();
      }}
    >
      <WordsField value={body} onInput={write} />
      {isElsewhere && (
        <ElsewhereWords
          theirs={note.body}
          mine={body}
          onChoose={(words) => {
            // The button goes.
            form.current?.querySelector('textarea')?.focus();
            own.current.add(note.body);
            write(words);
          }}
        />
      )}
      <TagField
        value={tags}
        onChange={(chosen) => {
          setTags(chosen);
          onChange({ tags: chosen });
        }}
      />
      <div class="hw-note-form-foot">
        <ColourPicker
          name={note.id}
          value={note.colour}
          onChange={(colour) => onChange({ colour })}
        />
        <span class="hw-spring" />
        <SavingStatus
          saving={props.saving}
          onRetry={() => onChange({ body, tags, colour: note.colour })}
        />
        <button type="button" class="hw-button" onClick={props.onDone}>
          <Icon node={Check} size={14} />
          {t('popup.doneEditing')}
        </button>
      </div>
    </div>
  );
}
