/**
 * When a note is to come again, by FSRS (ts-fsrs). It is told whole days: of any
 * day only its number matters, so neither the hour of an answer nor the change
 * to summer time moves anything.
 */
import {
  type Card,
  default_w,
  type Grade as FsrsGrade,
  fsrs,
  Rating,
  State,
} from 'ts-fsrs';
import { GRADES, type Grade, type ReviewState } from './review-state';

/**
 * Which numbers {@link scheduler} works with: goes up by one when they change, in a
 * newer ts-fsrs too, so that one can tell by which a kept state came about.
 */
const PARAMETERS = 1;

/** Each note comes at least once a year, in days. */
export const LONGEST = 365;

const DAY_MS = 86_400_000;

const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: LONGEST,
  w: default_w,
  // The same answer on the same day gives the same day, for everyone.
  enable_fuzz: false,
  // Nothing comes twice a day: the shortest step is tomorrow.
  enable_short_term: false,
});

const RATINGS: Record<Grade, FsrsGrade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** What becomes of a note by each answer given on this day; null: it comes for the first time. */
export function foreseeAnswers(
  state: ReviewState | null,
  today: number,
): Record<Grade, ReviewState> {
  // A clock that was set back must not make time run backwards.
  const day = Math.max(today, state?.last ?? 0);
  const foreseen = scheduler.repeat(cardOf(state, day), new Date(day * DAY_MS));
  const states = GRADES.map((grade) => {
    const { card } = foreseen[RATINGS[grade]];
    return [grade, stateOf(card, { state, grade, day, today })] as const;
  });
  return Object.fromEntries(states) as Record<Grade, ReviewState>;
}

function cardOf(state: ReviewState | null, day: number): Card {
  return {
    due: new Date((state?.due ?? day) * DAY_MS),
    stability: state?.stability ?? 0,
    difficulty: state?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: state === null ? 0 : Math.max(0, state.due - state.last),
    learning_steps: 0,
    reps: state?.answers ?? 0,
    lapses: state?.lapses ?? 0,
    state: state === null ? State.New : State.Review,
    ...(state !== null && { last_review: new Date(state.last * DAY_MS) }),
  };
}

function stateOf(
  card: Card,
  {
    state,
    grade,
    day,
    today,
  }: {
    state: ReviewState | null;
    grade: Grade;
    day: number;
    today: number;
  },
): ReviewState {
  // FSRS lets each better answer wait a day longer, beyond the longest, too.
  const wait = Math.min(LONGEST, Math.round(card.due.getTime() / DAY_MS) - day);
  return {
    // From the day that the reader sees: a wrong date is not carried on.
    due: today + wait,
    last: today,
    stability: card.stability,
    difficulty: card.difficulty,
    answers: (state?.answers ?? 0) + 1,
    lapses: (state?.lapses ?? 0) + (state !== null && grade === 'again' ? 1 : 0),
    parameters: PARAMETERS,
  };
}
