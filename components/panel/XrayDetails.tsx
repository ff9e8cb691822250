import { MapPin } from 'lucide';
import { shownKindOf } from '@/core/model/entity';
import { quoteOf } from '@/core/model/note';
import { togetherWith, type Xray } from '@/core/xray/xray';
import { namesOf } from '../entity/entity-names';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import type { EntityRow, NoteRow } from '../popup/popup-view';
import { useReviewWords } from '../translation/translation-context';
import { notesOn } from './notes-on';
import type { PanelActions } from './panel-view';

interface Props {
  row: EntityRow;
  xray: Xray;
  entities: readonly EntityRow[];
  notes: readonly NoteRow[];
  actions: Pick<PanelActions, 'jumpToMention' | 'jumpToNote'>;
  /** To another name of the list. */
  onChoose: (entityId: string) => void;
  /** Null for what is on no map. */
  onMap: (() => void) | null;
}

/** More are a list of all that is in the article. */
const MOST_TOGETHER = 8;

/** What the panel says of one name: first, previous, next; with whom; the reader's own notes. */
export function XrayDetails({ row, xray, actions, onMap, ...props }: Props) {
  const { t } = useReviewWords();
  const { id } = row.entity;
  return (
    <div class="hw-xray-details">
      <div class="hw-xray-steps">
        {(['first', 'previous', 'next'] as const).map((step) => (
          <button
            key={step}
            type="button"
            class="hw-button"
            onClick={() => actions.jumpToMention(id, step)}
          >
            {t(`panel.${step}`)}
          </button>
        ))}
        {onMap && (
          <button type="button" class="hw-button" onClick={onMap}>
            <Icon node={MapPin} size={14} />
            {t('panel.showOnMap')}
          </button>
        )}
      </div>
      <Together {...props} xray={xray} entityId={id} />
      <NotesOn
        notes={notesOn(props.notes, xray.mentions.get(id) ?? [])}
        actions={actions}
      />
    </div>
  );
}

function Together({
  xray,
  entityId,
  entities,
  onChoose,
}: Pick<Props, 'xray' | 'entities' | 'onChoose'> & { entityId: string }) {
  const { t } = useReviewWords();
  const byId = new Map(entities.map((row) => [row.entity.id, row]));
  const rows = togetherWith(xray, entityId)
    .slice(0, MOST_TOGETHER)
    .flatMap((together) => {
      const row = byId.get(together.entityId);
      return row ? [{ ...together, row }] : [];
    });
  return (
    <section>
      <h4>{t('panel.together')}</h4>
      {rows.length === 0 && <p class="hw-soft">{t('panel.alone')}</p>}
      <ul>
        {rows.map(({ row, sentences, paragraphs }) => {
          const kind = shownKindOf(row.entity.kind, row.acts);
          const [name] = namesOf(row.entity);
          return (
            <li key={row.entity.id}>
              <button
                type="button"
                class="hw-xray-other"
                onClick={() => onChoose(row.entity.id)}
              >
                <span class={`hw-kind-${kind}`}>
                  <Icon node={KIND_ICONS[kind]} size={14} />
                </span>
                <bdi lang={name.lang}>{name.words}</bdi>
                <span class="hw-soft">
                  {sentences > 0
                    ? t('panel.sameSentence', { count: sentences })
                    : t('panel.sameParagraph', { count: paragraphs })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NotesOn({
  notes,
  actions,
}: {
  notes: readonly NoteRow[];
  actions: Pick<PanelActions, 'jumpToNote'>;
}) {
  const { t } = useReviewWords();
  return (
    <section>
      <h4>{t('panel.yourNotes')}</h4>
      {notes.length === 0 && <p class="hw-soft">{t('panel.noNotesOnIt')}</p>}
      <ul>
        {notes.map(({ note }) => (
          <li key={note.id}>
            <button
              type="button"
              class={`hw-xray-note hw-mark-${note.colour}`}
              title={t('popup.jumpToNote')}
              dir="auto"
              onClick={() => actions.jumpToNote(note.id)}
            >
              {note.body || quoteOf(note)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
