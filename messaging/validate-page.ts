/**
 * The shape of every request to a page. Written by hand: a library for these
 * few would weigh more in every page than they do.
 */
import type { MentionStep } from '../core/model/mention';
import { fail, ok } from '../core/model/result';
import { type Fields, isObject, type RequestCheck } from './envelope';
import type { PageMessageName, PageMessages, PlaceAnswer } from './protocol';

const STEPS: readonly MentionStep[] = ['first', 'next', 'previous'];
const ANSWERS: readonly PlaceAnswer[] = ['here', 'not-here', 'undo'];
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Of an entity's id, in UTF-16 units. */
const MAX_ID = 2_000;

/** For each message, the request with its own fields only; null when it is none. */
const READERS: {
  [Name in PageMessageName]: (fields: Fields) => PageMessages[Name]['request'] | null;
} = {
  'describe-page': () => ({}),
  'read-anyway': () => ({}),
  'jump-to-mention': ({ entityId, step }) => {
    const known = isIndex(step) ? step : STEPS.find((one) => one === step);
    if (typeof entityId !== 'string' || entityId.length > MAX_ID) return null;
    return known === undefined ? null : { entityId, step: known };
  },
  'read-text': () => ({}),
  'jump-to-note': ({ noteId }) => (isUuid(noteId) ? { noteId } : null),
  'settle-note': ({ noteId, answer }) => {
    const known = ANSWERS.find((one) => one === answer);
    return isUuid(noteId) && known !== undefined ? { noteId, answer: known } : null;
  },
  'relink-note': ({ noteId }) => (isUuid(noteId) ? { noteId } : null),
  'show-changes': () => ({}),
  'history-changed': () => ({}),
  'notes-changed': ({ articleId }) =>
    articleId === null || isUuid(articleId) ? { articleId } : null,
};

export const checkPageRequest: RequestCheck = (name, request) => {
  if (!Object.hasOwn(READERS, name)) return fail('is no message to a page');
  const read = isObject(request) ? READERS[name as PageMessageName](request) : null;
  return read === null ? fail('is not of its shape') : ok(read);
};

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
