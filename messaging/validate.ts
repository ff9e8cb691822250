/**
 * The shape of every request to the background, checked where it arrives. What identifies or was
 * written by the reader is refused when it is out of bounds; what only
 * describes a page (its title, its byline) is clipped, so that a page with an
 * absurd title cannot make its notes impossible to save.
 */
import * as v from 'valibot';
import {
  articleFacts,
  bounded,
  clipped,
  count,
  entity,
  entityId,
  exportedSighting,
  keptArticle,
  keptNote,
  keptVersion,
  MAX_TEXT,
  maybe,
  noteColour,
  noteDraft,
  noteTags,
  time,
  uuid,
} from '../core/model/record-schemas';
import { fail, ok } from '../core/model/result';
import { noteReview, reviewSettings } from '../core/review/review-schemas';
import type { RequestCheck } from './envelope';
import type { BackgroundMessageName } from './protocol';

/** Upper bounds in UTF-16 units and items, far above anything real. */
const MAX_ENTITIES = 20_000;
const MAX_NAMES = 1_000;
const MAX_EDITS = 1_000;
const MAX_HOST = 255;

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
          colour: maybe(noteColour),
          tags: maybe(noteTags),
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
  'keep-review': v.object({ review: noteReview }),
  'keep-review-settings': v.object({ settings: reviewSettings }),
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
  'keep-places': v.object({
    article: articleFacts,
    places: v.pipe(
      v.array(
        v.object({
          noteId: uuid,
          status: v.picklist(['anchored', 'probable', 'changed', 'orphan']),
        }),
      ),
      v.maxLength(MAX_ENTITIES),
    ),
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
    entities: v.optional(v.array(entity), []),
    sightings: v.optional(v.array(exportedSighting), []),
    reviews: maybe(v.array(noteReview)),
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
