/** What the buttons of the daily review do. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ReviewActions, Said } from '@/components/library-page/review-view';
import { nextChangeTime } from '@/core/notes/merge-note';
import type { NoteReview, ReviewSettings } from '@/core/review/review-state';
import { foreseeAnswers } from '@/core/review/schedule';
import { sendToBackground } from '@/messaging/client';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import {
  type ReviewCard,
  type ReviewCounts,
  type ReviewDay,
  type ReviewOutlook,
  readReviewCard,
  readReviewOutlook,
} from '@/storage/review/read-review';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';

/** A sitting: the notes in their order, and what was said of the first of them. */
export interface KeptSitting {
  ids: readonly string[];
  said: readonly SaidOf[];
}

interface SaidOf {
  said: Said;
  noteId: string;
  /** What stood of it before, and when it was changed; null: nothing was written. */
  undo: { before: NoteReview | null; changedAt: number } | null;
}

interface Ports {
  db: HawashiDatabase;
  day: ReadonlySignal<ReviewDay>;
  counts: ReadonlySignal<ReviewCounts | null>;
  outlook: ReadonlySignal<ReviewOutlook | null>;
  sitting: Signal<KeptSitting | null>;
  card: ReadonlySignal<ReviewCard | null>;
  /** Of the note whose turn it is. */
  noteId: ReadonlySignal<string | null>;
  speaker: Speaker;
  language: Language;
}

export function reviewActions(ports: Ports): ReviewActions {
  const { sitting, speaker } = ports;
  const inTurn = oneAtATime();

  async function keep(
    noteId: string,
    { before, ...change }: Partial<NoteReview> & { before: NoteReview | null },
  ): Promise<NoteReview | null> {
    const changedAt = nextChangeTime(before?.changedAt ?? 0, Date.now());
    const { state, left } = { state: null, left: false, ...before, ...change };
    const review = { noteId, state, left, changedAt };
    const reply = await sendToBackground('keep-review', { review });
    if (!reply.ok) speaker.complainOf(reply.error.code);
    return reply.ok ? reply.value.review : null;
  }

  /** Writes it down, and only then goes on to the next note. */
  const say = (said: Exclude<Said, 'skipped'>) =>
    inTurn(async () => {
      const { value: card } = ports.card;
      if (card === null || card.note.id !== ports.noteId.value) return;
      const { note, review: before } = card;
      const kept = await keep(note.id, { before, ...changeOf(said, card, ports) });
      if (kept === null) return;
      goOn(note.id, { said, undo: { before, changedAt: kept.changedAt } });
    });

  function goOn(noteId: string, { said, undo }: Omit<SaidOf, 'noteId'>): void {
    const { value: at } = sitting;
    if (at === null) return;
    sitting.value = { ...at, said: [...at.said, { said, noteId, undo }] };
  }

  const undoAnswer = () =>
    inTurn(async () => {
      const last = sitting.value?.said.at(-1);
      if (!sitting.value || last === undefined) return;
      const { noteId, undo } = last;
      if (undo !== null) {
        const { state, left } = undo.before ?? { state: null, left: false };
        const said = { noteId, state, left, changedAt: undo.changedAt };
        if ((await keep(noteId, { before: said })) === null) return;
      }
      sitting.value = { ...sitting.value, said: sitting.value.said.slice(0, -1) };
    });

  const bringLeftAgain = () =>
    inTurn(async () => {
      let count = 0;
      for (const noteId of ports.outlook.value?.left ?? []) {
        const read = await attempt(ports.db, () => readReviewCard(ports.db, noteId));
        const before = read.ok ? (read.value?.review ?? null) : null;
        if (before === null) continue;
        if ((await keep(noteId, { before, left: false })) === null) break;
        count += 1;
      }
      const { t } = ports.language.translator.value;
      if (count > 0) speaker.say(t('daily.broughtAgain', { count }));
    });

  return {
    ...settingsActions(ports, inTurn),
    endSitting: () => {
      sitting.value = null;
    },
    answerCard: (grade) => void say(grade),
    leaveCard: () => void say('left'),
    skipCard() {
      const { value: noteId } = ports.noteId;
      if (noteId !== null) void inTurn(async () => skip(noteId));
    },
    undoAnswer: () => void undoAnswer(),
    bringLeftAgain: () => void bringLeftAgain(),
  };

  function skip(noteId: string): void {
    if (noteId === ports.noteId.value) goOn(noteId, { said: 'skipped', undo: null });
  }
}

type SettingsActions = Pick<
  ReviewActions,
  'beginReview' | 'setSessionSize' | 'turnReviewOff'
>;

function settingsActions(ports: Ports, inTurn: InTurn): SettingsActions {
  const { db, day, counts, sitting, speaker, language } = ports;

  async function keepSettings(change: Partial<ReviewSettings>) {
    const before = counts.value?.settings;
    if (before === undefined) return null;
    const changedAt = nextChangeTime(before.changedAt, Date.now());
    const settings = { ...before, ...change, changedAt };
    const reply = await sendToBackground('keep-review-settings', { settings });
    if (!reply.ok) speaker.complainOf(reply.error.code);
    return reply.ok ? before : null;
  }

  async function begin(): Promise<void> {
    if (counts.value?.settings.on === false && !(await keepSettings({ on: true })))
      return;
    const read = await attempt(db, () => readReviewOutlook(db, day.value));
    if (!read.ok) return speaker.complainOf(read.error.code);
    const ids = [...read.value.due, ...read.value.fresh];
    sitting.value = ids.length === 0 ? null : { ids, said: [] };
  }

  async function turnOff(forget: boolean): Promise<void> {
    const round = counts.value?.settings.round ?? 0;
    const before = await keepSettings({
      on: false,
      ...(forget && { round: round + 1, forgottenAt: Date.now() }),
    });
    if (before === null) return;
    sitting.value = null;
    const { t } = language.translator.value;
    speaker.say(t(forget ? 'daily.isForgotten' : 'daily.isOff'), () => {
      speaker.silence();
      const { on, round, forgottenAt } = before;
      void inTurn(() => keepSettings({ on, round, forgottenAt }));
    });
  }

  return {
    beginReview: () => void inTurn(begin),
    setSessionSize: (atOnce) => void inTurn(() => keepSettings({ atOnce })),
    turnReviewOff: (forget) => void inTurn(() => turnOff(forget)),
  };
}

/** What becomes of a note by what is said of it. */
function changeOf(
  said: Exclude<Said, 'skipped'>,
  { review }: ReviewCard,
  { day }: Ports,
): Partial<NoteReview> {
  if (said === 'left') return { left: true };
  const state = foreseeAnswers(review?.state ?? null, day.value.number)[said];
  return { state, left: false };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T | null>;

/** While something is being written, a second press of a key is none. */
function oneAtATime(): InTurn {
  let isBusy = false;
  return async (work) => {
    if (isBusy) return null;
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
}
