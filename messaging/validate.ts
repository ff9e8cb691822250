/**
 * The shape of every request to the background, checked where it arrives. What identifies or was
 * written by the reader is refused when it is out of bounds; what only
 * describes a page (its title, its byline) is clipped, so that a page with an
 * absurd title cannot make its notes impossible to save.
 */
import * as v from 'valibot';
import { ENTITY_KINDS } from '../core/model/entity';
import { NOTE_COLOURS } from '../core/model/note';
import { fail, ok } from '../core/model/result';
import { TRACE } from '../core/similarity/text-trace';
import type { RequestCheck } from './envelope';
import type { BackgroundMessageName } from './protocol';

/** Upper bounds in UTF-16 units and items, far above anything real. */
const MAX_TEXT = 8_000_000;
const MAX_BODY = 2_000_000;
const MAX_URL = 100_000;
const MAX_ID = 2_000;
const MAX_TAG = 500;
const MAX_ENTITIES = 20_000;
const MAX_TAGS = 1_000;
const MAX_NAMES = 1_000;
const MAX_EDITS = 1_000;
const MAX_HOST = 255;

// The annotations let the bundler leave all of this out of the content script,
// which shares `serve.ts` with the background.
const clipped = /* @__NO_SIDE_EFFECTS__ */ (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
const bounded = /* @__NO_SIDE_EFFECTS__ */ (length: number) =>
  v.pipe(v.string(), v.maxLength(length));
/** Absent, or present as `undefined`: Chrome's messages drop such a field, Firefox's keep it. */
const maybe = /* @__NO_SIDE_EFFECTS__ */ <Schema extends v.GenericSchema>(
  schema: Schema,
) => v.optional(schema);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const uuid = v.pipe(v.string(), v.uuid());
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entityId = v.pipe(bounded(MAX_ID), v.minLength(1));
const address = v.pipe(bounded(MAX_URL), v.url());

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
const articleFacts = v.object(factsFields);

const localised = v.object({
  ar: maybe(clipped(1_000)),
  en: maybe(clipped(1_000)),
});

const entity = v.object({
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
    start: count,
    end: count,
    path: maybe(clipped(1_000)),
    block: maybe(clipped(100)),
  }),
  v.check(({ start, end }) => start <= end, 'the selector ends before it starts'),
);

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
  colour: v.picklist(NOTE_COLOURS),
  tags: v.pipe(v.array(bounded(MAX_TAG)), v.maxLength(MAX_TAGS)),
  carriedFrom: maybe(v.object({ noteId: uuid, articleId: uuid })),
  createdAt: time,
  updatedAt: time,
};
const noteDraft = v.object(draftFields);

/**
 * Both together. A bare spread would look like a side effect to the bundler, and
 * every page would get all of these schemas.
 */
/* @__NO_SIDE_EFFECTS__ */
function joinFields<A extends object, B extends object>(a: A, b: B): A & B {
  return { ...a, ...b };
}

/** What is kept of an article: its facts, and these. */
const keptArticle = v.object(
  joinFields(factsFields, {
    id: uuid,
    urlKey: bounded(MAX_URL),
    createdAt: time,
    updatedAt: time,
    deletedAt: v.nullable(time),
    lastOpenedAt: time,
  }),
);

const keptNote = v.object(
  joinFields(draftFields, {
    articleId: uuid,
    deletedAt: v.nullable(time),
  }),
);

const keptVersion = v.object({
  id: uuid,
  noteId: uuid,
  updatedAt: time,
  keptAt: time,
  note: keptNote,
  removed: v.array(bounded(MAX_BODY)),
});

/** Of a file: whether they are what they should be. Unknown fields of later versions go. */
export const readArticle = (row: unknown) => v.safeParse(keptArticle, row);
export const readNote = (row: unknown) => v.safeParse(keptNote, row);
export const readVersion = (row: unknown) => v.safeParse(keptVersion, row);

/** Those items of a list that are valid: one odd name must not keep an article from its notes. */
const sound = /* @__NO_SIDE_EFFECTS__ */ <Schema extends v.GenericSchema>(
  item: Schema,
  most: number,
) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.slice(0, most).flatMap((candidate) => {
        const parsed = v.safeParse(item, candidate);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

const nameInText = v.object({
  id: entityId,
  kind: v.picklist(['actor', 'place']),
  name: clipped(500),
  count,
  first: count,
});

/** A story of the reader's own, or one that the extension brings along. */
const storyId = v.union([uuid, v.pipe(bounded(100), v.regex(/^seed\/[a-z0-9-]+$/))]);
const storyName = clipped(500);
const counterpart = v.union([v.object({ articleId: uuid }), v.object({ storyId })]);

const BACKGROUND_REQUESTS = {
  recognise: v.object({
    text: bounded(MAX_TEXT),
    title: maybe(clipped(2_000)),
  }),
  'open-article': v.object({
    article: articleFacts,
    visitId: uuid,
    entities: sound(
      v.object({ entity, count, acts: maybe(v.literal(true)) }),
      MAX_ENTITIES,
    ),
  }),
  'list-notes': v.object({ article: articleFacts }),
  'save-note': v.object({ article: articleFacts, note: noteDraft }),
  'list-versions': v.object({ article: articleFacts, noteId: uuid }),
  'set-note-deleted': v.object({ noteId: uuid, deleted: v.boolean(), at: time }),
  'change-notes': v.object({
    edits: v.pipe(
      v.array(
        v.object({
          noteId: uuid,
          colour: maybe(draftFields.colour),
          tags: maybe(draftFields.tags),
          deleted: maybe(v.boolean()),
        }),
      ),
      v.maxLength(MAX_EDITS),
    ),
    at: time,
  }),
  'purge-notes': v.object({
    what: v.union([v.object({ noteId: uuid }), v.object({ all: v.literal(true) })]),
    at: time,
  }),
  'entity-history': v.object({ entityId }),
  'bring-margin': v.object({}),
  'meet-article': v.object({
    article: articleFacts,
    visitId: uuid,
    text: bounded(MAX_TEXT),
    names: sound(nameInText, MAX_NAMES),
  }),
  'leave-article': v.object({}),
  'explain-likeness': v.object({ articleId: uuid, with: counterpart }),
  'correct-likeness': v.object({
    articleId: uuid,
    with: counterpart,
    says: v.nullable(v.picklist(['same', 'different'])),
    at: time,
  }),
  'follow-story': v.object({ storyId: uuid, articleId: uuid, name: storyName, at: time }),
  'change-story': v.object({
    storyId,
    name: maybe(storyName),
    followed: maybe(v.boolean()),
    at: time,
  }),
  'find-read-sentences': v.object({
    storyId,
    article: articleFacts,
    text: bounded(MAX_TEXT),
  }),
  'refuse-carried': v.object({
    noteId: uuid,
    articleId: uuid,
    refused: v.boolean(),
    at: time,
  }),
  'forget-history': v.object({
    token: uuid,
    what: v.union([
      v.object({ articleId: uuid }),
      v.object({ site: v.pipe(bounded(MAX_HOST), v.minLength(1)) }),
      v.object({ all: v.literal(true) }),
    ]),
    at: time,
  }),
  'undo-forgetting': v.object({ token: uuid }),
  'back-up-now': v.object({}),
  'restore-backup': v.object({ token: uuid, generation: count }),
  'bring-back': v.object({
    token: uuid,
    articles: v.array(keptArticle),
    notes: v.array(keptNote),
    versions: v.array(keptVersion),
    ofFile: v.array(uuid),
  }),
  'undo-bringing-back': v.object({ token: uuid }),
} satisfies Record<BackgroundMessageName, v.GenericSchema>;

export const checkBackgroundRequest: RequestCheck = (name, request) => {
  const schemas: Record<string, v.GenericSchema> = BACKGROUND_REQUESTS;
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) return fail('is no message to the background');
  const parsed = v.safeParse(schema, request);
  return parsed.success ? ok(parsed.output) : fail(describeIssues(parsed.issues));
};

/** Paths only: what the reader wrote has no place in an error message. */
function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map(
      (issue) =>
        `${v.getDotPath(issue) ?? 'request'} is not ${issue.expected ?? issue.type}`,
    )
    .join('; ');
}
