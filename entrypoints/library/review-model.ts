/** The daily review: what comes today, and the sitting that is under way. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { LibraryState } from '@/components/library-page/library-view';
import { localDay, startOfDay } from '@/components/library-page/local-day';
import type { ReviewActions, ReviewPart } from '@/components/library-page/review-view';
import { GRADES, type Grade } from '@/core/review/review-state';
import { foreseeAnswers } from '@/core/review/schedule';
import { calendarDay } from '@/locales/near-day';
import type { HawashiDatabase } from '@/storage/database';
import {
  type ReviewCard,
  type ReviewCounts,
  type ReviewDay,
  type ReviewOutlook,
  readReviewCard,
  readReviewCounts,
  readReviewOutlook,
} from '@/storage/review/read-review';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';
import { type KeptSitting, reviewActions } from './review-actions';

interface Ports {
  db: HawashiDatabase;
  speaker: Speaker;
  language: Language;
  /** Follows what a query gives until the signal. */
  watch: <T>(
    read: () => Promise<T>,
    show: (value: T) => void,
    ending: AbortSignal,
  ) => void;
}

export interface ReviewModel {
  parts: ReadonlySignal<Pick<LibraryState, 'review' | 'dueNotes'>>;
  actions: ReviewActions;
  /** Counts what is due until `closing`. */
  start(closing: AbortSignal): void;
  /** While it is looked at. */
  follow(ending: AbortSignal): void;
}

/** How often it is asked which day it is, in ms. */
const LOOK_EVERY = 60_000;

export function createReviewModel({ db, speaker, language, watch }: Ports): ReviewModel {
  const day = signal(dayAt(Date.now()));
  const counts = signal<ReviewCounts | null>(null);
  const outlook = signal<ReviewOutlook | null>(null);
  const sitting = signal<KeptSitting | null>(null);
  const card = signal<ReviewCard | null>(null);
  const noteId = computed(() => {
    const { value: at } = sitting;
    return at?.ids[at.said.length] ?? null;
  });

  /** Calls `work` anew each time when what it reads changes, until `ending`. */
  function follow(work: (superseded: AbortSignal) => void, ending: AbortSignal): void {
    let current = new AbortController();
    const stop = effect(() => {
      current.abort();
      current = new AbortController();
      work(current.signal);
    });
    ending.addEventListener('abort', () => {
      stop();
      current.abort();
    });
  }

  function showCard(id: string, read: ReviewCard | null): void {
    if (id !== noteId.peek()) return;
    card.value = read;
    const at = sitting.peek();
    // Thrown away while it was waiting: the next one comes.
    if (read === null && at) {
      sitting.value = { ...at, ids: at.ids.filter((one) => one !== id) };
    }
  }

  const parts = computed(() => ({
    review: partOf({
      ...{ counts: counts.value, outlook: outlook.value, sitting: sitting.value },
      ...{ card: card.value?.note.id === noteId.value ? card.value : null },
      today: day.value.number,
    }),
    dueNotes: counts.value?.due ?? 0,
  }));
  return {
    parts,
    actions: reviewActions({
      ...{ db, day, counts, outlook, sitting, card, noteId, speaker, language },
    }),
    start(closing) {
      const clock = setInterval(() => {
        const now = dayAt(Date.now());
        if (now.number !== day.peek().number) day.value = now;
      }, LOOK_EVERY);
      closing.addEventListener('abort', () => clearInterval(clock));
      follow((superseded) => {
        const { value: today } = day;
        const read = () => readReviewCounts(db, today);
        watch(read, (value) => (counts.value = value), superseded);
      }, closing);
    },
    follow(ending) {
      follow((superseded) => {
        const { value: today } = day;
        const read = () => readReviewOutlook(db, today);
        watch(read, (value) => (outlook.value = value), superseded);
      }, ending);
      follow((superseded) => {
        const { value: id } = noteId;
        if (id === null) return;
        watch(
          () => readReviewCard(db, id),
          (value) => showCard(id, value),
          superseded,
        );
      }, ending);
    },
  };
}

/** The local day of a moment in ms. */
function dayAt(now: number): ReviewDay {
  const day = localDay(now);
  return {
    number: calendarDay(now) ?? 0,
    startsAt: startOfDay(day, 0),
    endsAt: startOfDay(day, 1),
  };
}

function partOf({
  counts,
  outlook,
  sitting,
  card,
  today,
}: {
  counts: ReviewCounts | null;
  outlook: ReviewOutlook | null;
  sitting: KeptSitting | null;
  card: ReviewCard | null;
  today: number;
}): ReviewPart | null {
  if (counts === null || outlook === null) return null;
  const { on, atOnce } = counts.settings;
  const { due, fresh, left, next } = outlook;
  return {
    ...{ on, atOnce },
    ...{ due: due.length, fresh: fresh.length, left: left.length },
    next: next && { inDays: next.day - today, notes: next.notes },
    sitting: sitting && {
      all: sitting.ids.length,
      done: sitting.said.length,
      said: sitting.said.map(({ said }) => said),
      card: card && {
        note: card.note,
        article: card.article,
        waits: waitsOf(card, today),
      },
    },
  };
}

function waitsOf({ review }: ReviewCard, today: number): Record<Grade, number> {
  const foreseen = foreseeAnswers(review?.state ?? null, today);
  const waits = GRADES.map((grade) => [grade, foreseen[grade].due - today] as const);
  return Object.fromEntries(waits) as Record<Grade, number>;
}
