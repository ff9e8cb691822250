import { Unlink } from 'lucide';
import { isHighlight, quoteOf } from '@/core/model/note';
import type { FoundNote, Hit, HitField } from '@/core/model/search';
import { Icon } from '../icon/Icon';
import { isWebAddress } from '../story/ArticleLink';
import { isolated, siteOf } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { articleAddress } from './about-view';
import { MarkedText } from './MarkedText';

interface Props {
  /** Null while it has not been read. */
  row: FoundNote | null;
  /** Among all found, from 0. */
  place: number;
  /** Pixels. */
  top: number;
  height: number;
  isCurrent: boolean;
  isChosen: boolean;
  now: number;
  onFocus: () => void;
  onToggle: (withRange: boolean) => void;
}

/** One note of the list: the words, the reader's own, and where they stand. */
export function NoteRow(props: Props) {
  const { row, place, isCurrent, isChosen } = props;
  const colour = row === null ? '' : ` hw-mark-${row.note.colour}`;
  return (
    <div
      role="row"
      aria-rowindex={place + 1}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      class={`hw-note-row${colour}`}
      style={{ insetBlockStart: `${props.top}px`, blockSize: `${props.height}px` }}
      onFocus={props.onFocus}
      onClick={(event) => {
        if ((event.target as Element).closest('a, input, label')) return;
        if (event.shiftKey || event.ctrlKey || event.metaKey)
          props.onToggle(event.shiftKey);
      }}
    >
      {row === null ? (
        <div role="gridcell" aria-busy="true" class="hw-note-waits" />
      ) : (
        <Content {...props} row={row} />
      )}
    </div>
  );
}

function Content({ row, isChosen, now, onToggle }: Props & { row: FoundNote }) {
  const { t, onDay } = useReviewWords();
  const { note, article, hits, isOrphaned } = row;
  const quote = quoteOf(note) ?? '';
  const title = article?.title || t('kin.untitled');
  const when = onDay(note.createdAt, now);
  const of = (field: HitField) => hits.filter((hit) => hit.field === field);
  const short = isolated((quote || note.body || title).slice(0, 60));
  return (
    <>
      <div role="gridcell" class="hw-note-choose">
        <label class="hw-note-box">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen}
            aria-label={t('notes.choose', { note: short })}
            onClick={(event) => onToggle(event.shiftKey)}
          />
        </label>
      </div>
      <div role="gridcell" class="hw-note-cell">
        {quote !== '' && (
          <p
            class={`hw-note-words-of hw-note-cited${isHighlight(note) ? ' hw-long' : ''}`}
          >
            <MarkedText text={quote} spans={of('quote')} />
          </p>
        )}
        {!isHighlight(note) && (
          <p class={`hw-note-words-of${quote === '' ? ' hw-long' : ''}`}>
            <MarkedText text={note.body} spans={of('body')} />
          </p>
        )}
        <p class="hw-note-where">
          {isOrphaned && (
            <span class="hw-note-lost" title={t('notes.orphaned')}>
              <Icon node={Unlink} size={13} />
              <span class="hw-unseen">{t('notes.orphaned')}</span>
            </span>
          )}
          <span class="hw-note-title">
            {article !== null && isWebAddress(article.url) ? (
              <a
                class="hw-note-link"
                href={article.url}
                target="_blank"
                rel="noreferrer noopener"
                tabIndex={-1}
              >
                <MarkedText text={title} spans={of('title')} />
              </a>
            ) : (
              <MarkedText text={title} spans={of('title')} />
            )}
          </span>
          {article !== null && (
            <a
              class="hw-note-link hw-note-site"
              href={articleAddress(article.id)}
              title={t('about.page', { name: isolated(title) })}
              tabIndex={-1}
            >
              <bdi>{siteOf(article) || '…'}</bdi>
            </a>
          )}
          {when !== null && <span class="hw-note-when">{when}</span>}
        </p>
        <Tags tags={note.tags} hits={of('tag')} names={of('entity')} />
      </div>
    </>
  );
}

/** The tags, and the names by which the note was found: one line. */
function Tags({
  tags,
  hits,
  names,
}: {
  tags: readonly string[];
  hits: readonly Hit[];
  names: readonly Hit[];
}) {
  const { t } = useReviewWords();
  const found = new Map(names.map(({ entity }) => [entity?.id, entity?.name]));
  if (tags.length === 0 && found.size === 0) return null;
  return (
    <p class="hw-note-tags">
      {tags.map((tag, index) => (
        <span key={tag} class="hw-tag hw-tag-plain">
          <MarkedText text={tag} spans={hits.filter((hit) => hit.tag === index)} />
        </span>
      ))}
      {[...found].map(([id, name]) => (
        <span key={id} class="hw-note-by">
          {t('notes.byName')} <mark class="hw-hit">{name}</mark>
        </span>
      ))}
    </p>
  );
}
