/**
 * What is kept of an article and a note, as a shape to check whatever comes from outside
 * against: a message, a file. What identifies or was
 * written by the reader is refused when it is out of bounds; what only
 * describes a page (its title, its byline) is clipped, so that a page with an
 * absurd title cannot make its notes impossible to save.
 */
import * as v from 'valibot';
import { TRACE } from '../similarity/text-trace';
import { ENTITY_KINDS } from './entity';
import { NOTE_COLOURS } from './note';

/** Upper bounds in UTF-16 units and items, far above anything real. */
export const MAX_TEXT = 8_000_000;
const MAX_BODY = 2_000_000;
const MAX_URL = 100_000;
const MAX_ID = 2_000;
const MAX_TAG = 500;
const MAX_TAGS = 1_000;

// The annotations let the bundler leave all of this out of the content script,
// which shares `serve.ts` with the background.
export const clipped = /* @__NO_SIDE_EFFECTS__ */ (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
export const bounded = /* @__NO_SIDE_EFFECTS__ */ (length: number) =>
  v.pipe(v.string(), v.maxLength(length));
/** Absent, or present as `undefined`: Chrome's messages drop such a field, Firefox's keep it. */
export const maybe = /* @__NO_SIDE_EFFECTS__ */ <Schema extends v.GenericSchema>(
  schema: Schema,
) => v.optional(schema);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const uuid = v.pipe(v.string(), v.uuid());
export const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const entityId = v.pipe(bounded(MAX_ID), v.minLength(1));
/** Of a page that can be read: never a script in the guise of an address. */
const address = v.pipe(bounded(MAX_URL), v.url(), v.regex(/^\s*(?:https?|file):/i));
/** Where a passage stood; -1 when that is not known, as in notes of other programs. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(-1));

const factsFields = {
  url: address,
  canonicalUrl: maybe(bounded(MAX_URL)),
  title: clipped(2_000),
  siteName: clipped(500),
  byline: maybe(clipped(1_000)),
  published: maybe(clipped(100)),
  lang: clipped(35),
  wordCount: count,
  partial: maybe(v.literal(true)),
  live: maybe(v.literal(true)),
  trace: maybe(v.pipe(v.string(), v.regex(TRACE))),
};
export const articleFacts = v.object(factsFields);

const localised = v.object({
  ar: maybe(clipped(1_000)),
  en: maybe(clipped(1_000)),
});

export const entity = v.object({
  id: entityId,
  kind: v.picklist(ENTITY_KINDS),
  names: localised,
  description: maybe(localised),
  country: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  wikidata: maybe(v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,12}$/))),
  source: v.picklist(['lexicon', 'text']),
});

const selector = v.pipe(
  v.object({
    exact: bounded(MAX_TEXT),
    prefix: bounded(1_000),
    suffix: bounded(1_000),
    start: place,
    end: place,
    path: maybe(clipped(1_000)),
    block: maybe(clipped(100)),
  }),
  v.check(({ start, end }) => start <= end, 'the selector ends before it starts'),
);

export const noteColour = v.picklist(NOTE_COLOURS);
export const noteTags = v.pipe(v.array(bounded(MAX_TAG)), v.maxLength(MAX_TAGS));

const draftFields = {
  id: uuid,
  target: v.variant('type', [
    v.object({
      type: v.literal('passage'),
      selector,
      notHere: maybe(bounded(MAX_TEXT)),
    }),
    v.object({ type: v.literal('article') }),
  ]),
  body: bounded(MAX_BODY),
  colour: noteColour,
  tags: noteTags,
  carriedFrom: maybe(v.object({ noteId: uuid, articleId: uuid })),
  createdAt: time,
  updatedAt: time,
};
export const noteDraft = v.object(draftFields);

/**
 * Both together. A bare spread would look like a side effect to the bundler, and
 * every page would get all of these schemas.
 */
/* @__NO_SIDE_EFFECTS__ */
function joinFields<A extends object, B extends object>(a: A, b: B): A & B {
  return { ...a, ...b };
}

/** What is kept of an article: its facts, and these. */
export const keptArticle = v.object(
  joinFields(factsFields, {
    id: uuid,
    urlKey: bounded(MAX_URL),
    createdAt: time,
    updatedAt: time,
    deletedAt: v.nullable(time),
    lastOpenedAt: time,
  }),
);

export const keptNote = v.object(
  joinFields(draftFields, {
    articleId: uuid,
    deletedAt: v.nullable(time),
  }),
);

export const keptVersion = v.object({
  id: uuid,
  noteId: uuid,
  updatedAt: time,
  keptAt: time,
  note: keptNote,
  removed: v.array(bounded(MAX_BODY)),
});

export const exportedSighting = v.object({
  entityId,
  articleId: uuid,
  count,
  acts: maybe(v.literal(true)),
  firstSeenAt: time,
  lastSeenAt: time,
});
