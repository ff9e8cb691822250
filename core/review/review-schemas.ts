/** The shape of what is kept of the review, to check against what comes from outside. */
import * as v from 'valibot';
import { count, time, uuid } from '../model/record-schemas';
import { SESSION_SIZES } from './review-state';

/** As many as the keys of days have digits (`storage/review/review-keys.ts`). */
const day = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(999_999));

const reviewState = v.object({
  due: day,
  last: day,
  stability: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
  answers: count,
  lapses: count,
  parameters: count,
});

export const noteReview = v.object({
  noteId: uuid,
  state: v.nullable(reviewState),
  left: v.boolean(),
  changedAt: time,
});

export const reviewSettings = v.object({
  on: v.boolean(),
  atOnce: v.picklist(SESSION_SIZES),
  round: v.pipe(count, v.maxValue(999_999)),
  forgottenAt: v.nullable(time),
  changedAt: time,
});
