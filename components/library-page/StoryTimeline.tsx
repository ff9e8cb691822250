import { useRef, useState } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';
import { arrangeTimeline, type Timeline, type TimelineColumn } from './arrange-timeline';
import type { StoryArticleRow } from './library-view';
import { useWidth } from './use-width';

interface Props {
  rows: readonly StoryArticleRow[];
  onChoose: (column: TimelineColumn) => void;
}

/** CSS pixels. */
const HIGHEST = 84;
const RADIUS = 5;
/** From one dot of a stack to the next. */
const STEP = 12;
const NARROWEST_COLUMN = 16;
const WIDEST_TARGET = 32;

/** When the articles of a story were published: a dot for each, stacked by day. */
export function StoryTimeline({ rows, onChoose }: Props) {
  const { t, day } = useReviewWords();
  const space = useRef<HTMLDivElement>(null);
  const width = useWidth(space);
  const timeline = arrangeTimeline(rows, Math.floor(width / NARROWEST_COLUMN));
  if (timeline === null) return null;
  const articles = t('stories.articles', { count: rows.length });
  const [from, to] = [day(timeline.from) ?? '', day(timeline.to) ?? ''];
  return (
    <figure class="hw-timeline" aria-label={t('timeline.label')}>
      <figcaption class="hw-unseen">
        {from === to
          ? t('timeline.spanOneDay', { articles, from })
          : t('timeline.span', { articles, from, to })}
      </figcaption>
      <div ref={space} class="hw-timeline-space">
        <Dots timeline={timeline} />
        <Columns timeline={timeline} width={width} onChoose={onChoose} />
      </div>
      <div class="hw-timeline-ends hw-soft" aria-hidden="true">
        <span>{from}</span>
        {from !== to && <span>{to}</span>}
      </div>
      {rows.some(({ notes }) => notes > 0) && (
        <p class="hw-timeline-key hw-soft" aria-hidden="true">
          <span class="hw-timeline-noted" /> {t('timeline.withNotes')}
        </p>
      )}
    </figure>
  );
}

function Dots({ timeline }: { timeline: Timeline }) {
  const { direction } = useReviewWords();
  const highest = Math.max(...timeline.columns.map(({ articles }) => articles.length));
  const height = Math.min(HIGHEST, (highest + 2) * STEP);
  // A high stack closes up rather than grow out of the picture.
  const step = Math.min(STEP, (height - 2 * STEP) / Math.max(1, highest - 1));
  return (
    <svg class="hw-timeline-dots" width="100%" height={height} aria-hidden="true">
      <line x1="0%" x2="100%" y1={height - 1} y2={height - 1} />
      {timeline.columns.flatMap(({ at, articles }) =>
        articles.map(({ article, notes }, level) => (
          <circle
            key={article.id}
            class={notes > 0 ? 'hw-timeline-noted' : undefined}
            cx={`${100 * (direction === 'rtl' ? 1 - at : at)}%`}
            cy={height - RADIUS - 4 - level * step}
            r={RADIUS}
          />
        )),
      )}
    </svg>
  );
}

/** A button for each column, walked by arrow keys with one stop for Tab; the pointer or the focus shows what it holds. */
function Columns({
  timeline,
  width,
  onChoose,
}: {
  timeline: Timeline;
  width: number;
  onChoose: (column: TimelineColumn) => void;
}) {
  const { t, direction } = useReviewWords();
  const [stop, setStop] = useState(0);
  const room = useRef<HTMLDivElement>(null);
  const { columns } = timeline;
  const current = Math.min(stop, columns.length - 1);

  function onKeyDown(event: KeyboardEvent) {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = new Map([
      [forward, current + 1],
      [backward, current - 1],
      ['Home', 0],
      ['End', columns.length - 1],
    ]).get(event.key);
    if (to === undefined || columns[to] === undefined) return;
    event.preventDefault();
    setStop(to);
    room.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div
      ref={room}
      class="hw-timeline-columns"
      role="toolbar"
      aria-label={t('timeline.label')}
      onKeyDown={onKeyDown}
    >
      {columns.map((column, at) => (
        <Column
          // By its place, so that the focus stays when the width groups the days anew.
          key={at}
          column={column}
          // As wide as the way to the nearest other, so that none covers another.
          width={Math.min(WIDEST_TARGET, width * distanceAround(columns, at))}
          isStop={at === current}
          onFocus={() => setStop(at)}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  column: TimelineColumn;
  /** CSS pixels. */
  width: number;
  isStop: boolean;
  onFocus: () => void;
  onChoose: (column: TimelineColumn) => void;
}

function Column({ column, width, isStop, onFocus, onChoose }: ColumnProps) {
  const { t, day } = useReviewWords();
  const { from, to, at, sites } = column;
  const [first, last] = [day(from) ?? '', day(to) ?? ''];
  const days = first === last ? first : t('timeline.range', { from: first, to: last });
  const articles = t('stories.articles', { count: column.articles.length });
  const named = sites.filter((site) => site !== '').slice(0, MOST_SITES);
  return (
    <button
      type="button"
      class={`hw-timeline-column ${sideOf(at)}`}
      style={{
        insetInlineStart: `${100 * at}%`,
        inlineSize: `${width}px`,
        marginInlineStart: `${-width / 2}px`,
      }}
      tabIndex={isStop ? 0 : -1}
      aria-label={
        named.length === 0
          ? t('timeline.column', { days, articles })
          : t('timeline.columnSites', {
              days,
              articles,
              sites: named.join(t('tally.separator')),
            })
      }
      onFocus={onFocus}
      onClick={() => onChoose(column)}
    >
      <span class="hw-timeline-tip" aria-hidden="true">
        <strong>{days}</strong>
        <span>{articles}</span>
        {named.map((site) => (
          <bdi key={site}>{site}</bdi>
        ))}
        {sites.length > MOST_SITES && <span>…</span>}
      </span>
    </button>
  );
}

const MOST_SITES = 4;

/** What hangs on a column near an edge hangs inwards. */
function sideOf(at: number): string {
  if (at < 0.25) return 'hw-timeline-first';
  return at > 0.75 ? 'hw-timeline-last' : '';
}

/** 0–1 of the line, from a column to the nearer of its neighbours. */
function distanceAround(columns: readonly TimelineColumn[], index: number): number {
  const at = columns[index]?.at ?? 0;
  const before = columns[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
  const after = columns[index + 1]?.at ?? Number.POSITIVE_INFINITY;
  return Math.min(at - before, after - at, 1);
}
