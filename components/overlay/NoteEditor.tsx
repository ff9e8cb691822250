import { Trash, X } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NoteColour } from '@/core/model/note';
import { IconButton } from '../icon/IconButton';
import { ColourPicker } from '../note/ColourPicker';
import { EarlierVersions } from '../note/EarlierVersions';
import { ElsewhereWords } from '../note/ElsewhereWords';
import { SavingStatus } from '../note/SavingStatus';
import { TagField } from '../note/TagField';
import { WordsField } from '../note/WordsField';
import { WordsNow } from '../note/WordsNow';
import { useMarginWords } from '../translation/translation-context';
import { OverlayBox } from './OverlayBox';
import type { OverlayActions, OverlayView } from './overlay-view';

interface Props {
  view: Extract<OverlayView, { type: 'note-editor' }>;
  /** In a private window: notes are kept in memory only. */
  isPrivate: boolean;
  actions: Pick<
    OverlayActions,
    | 'changeNote'
    | 'deleteNote'
    | 'settlePlace'
    | 'dismiss'
    | 'listVersions'
    | 'bringBack'
    | 'chooseWords'
  >;
}

/** UTF-16 units of the quote in the dialog's name: enough to know which, short enough to hear. */
const SPOKEN_QUOTE = 60;

/**
 * A note, to read and write. What is typed lives here and goes out with every
 * change; a reply that arrives late (an older state) never overwrites it.
 * Mount it with the note's id as key.
 */
export function NoteEditor({ view, isPrivate, actions }: Props) {
  const { t } = useMarginWords();
  const [body, setBody] = useState(view.body);
  const [colour, setColour] = useState<NoteColour>(view.colour);
  const [tags, setTags] = useState(view.tags);
  const { noteId, quote, status, revision } = view;

  // Brought back, undone, taken from another tab: the fields show it.
  const shown = useRef(revision);
  useLayoutEffect(() => {
    if (shown.current === revision) return;
    shown.current = revision;
    setBody(view.body);
    setColour(view.colour);
    setTags(view.tags);
  });

  return (
    <OverlayBox
      anchor={view.anchor}
      position={{ side: 'bottom', align: 'start', whenGone: 'stay' }}
      name="editor"
      role="dialog"
      label={t('editor.label', { quote: shorten(quote) })}
      takesFocus
      focusKey={noteId}
      onDismiss={actions.dismiss}
    >
      <header class="hw-card-head">
        <strong>{t('editor.heading')}</strong>
        <SavingStatus
          saving={view.saving}
          onRetry={() => actions.changeNote(noteId, { body, colour, tags })}
        />
        <span class="hw-spring" />
        <IconButton
          node={Trash}
          label={t('editor.delete')}
          tone="problem"
          onClick={() => actions.deleteNote(noteId)}
        />
        <IconButton node={X} label={t('editor.close')} onClick={actions.dismiss} />
      </header>
      <blockquote class={`hw-quote hw-mark-${colour}`} dir="auto">
        {quote}
      </blockquote>
      {status !== 'anchored' && (
        <div class="hw-place">
          <p class="hw-soft">{t(`anchor.${status}`)}</p>
          <WordsNow label={t('place.now')} now={view.now} />
          <div class="hw-place-answers">
            <button
              type="button"
              class="hw-button"
              onClick={() => actions.settlePlace(noteId, true)}
            >
              {t('place.here')}
            </button>
            <button
              type="button"
              class="hw-button"
              onClick={() => actions.settlePlace(noteId, false)}
            >
              {t('place.notHere')}
            </button>
          </div>
        </div>
      )}
      <WordsField
        value={body}
        autoFocus
        onInput={(words) => {
          setBody(words);
          actions.changeNote(noteId, { body: words });
        }}
      />
      {isPrivate && <p class="hw-soft">{t('private.editor')}</p>}
      {view.elsewhere !== null && (
        <ElsewhereWords
          theirs={view.elsewhere}
          mine={body}
          onChoose={(words) => actions.chooseWords(noteId, words)}
        />
      )}
      <div class="hw-editor-foot">
        <ColourPicker
          name={noteId}
          value={colour}
          onChange={(chosen) => {
            setColour(chosen);
            actions.changeNote(noteId, { colour: chosen });
          }}
        />
        <TagField
          value={tags}
          onChange={(chosen) => {
            setTags(chosen);
            actions.changeNote(noteId, { tags: chosen });
          }}
        />
      </div>
      <EarlierVersions
        versions={view.versions}
        now={{ body, tags, quote: view.quote }}
        onOpen={() => actions.listVersions(noteId)}
        onBringBack={(earlier) => actions.bringBack(noteId, earlier)}
      />
    </OverlayBox>
  );
}

function shorten(quote: string): string {
  return quote.length <= SPOKEN_QUOTE ? quote : `${quote.slice(0, SPOKEN_QUOTE)}…`;
}
