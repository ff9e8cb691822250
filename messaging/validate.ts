/**
 * The shape of every request, checked where it arrives. What identifies or was
 * written by the reader is refused when it is out of bounds; what only
 * describes a page (its title, its byline) is clipped, so that a page with an
 * absurd title cannot make its notes impossible to save.
 */
import * as v from 'valibot';
import { ENTITY_KINDS } from '../core/model/entity';
import { NOTE_COLOURS } from '../core/model/note';
import type { BackgroundMessageName, PageMessageName } from './protocol';

/** Upper bounds in UTF-16 units, far above anything real. */
const MAX = {
  text: 8_000_000,
  body: 2_000_000,
  url: 100_000,
  id: 2_000,
  tag: 500,
  entities: 20_000,
  tags: 1_000,
} as const;

const clipped = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
const bounded = (length: number) => v.pipe(v.string(), v.maxLength(length));
/** Absent, or present as `undefined`: Chrome's messages drop such a field, Firefox's keep it. */
const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(schema);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const uuid = v.pipe(v.string(), v.uuid());
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entityId = v.pipe(bounded(MAX.id), v.minLength(1));
const address = v.pipe(bounded(MAX.url), v.url());

const articleFacts = v.object({
  url: address,
  canonicalUrl: maybe(bounded(MAX.url)),
  title: clipped(2_000),
  siteName: clipped(500),
  byline: maybe(clipped(1_000)),
  published: maybe(clipped(100)),
  lang: clipped(35),
  wordCount: count,
});

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
    exact: bounded(MAX.text),
    prefix: bounded(1_000),
    suffix: bounded(1_000),
    start: count,
    end: count,
  }),
  v.check(({ start, end }) => start <= end, 'the selector ends before it starts'),
);

const noteDraft = v.object({
  id: uuid,
  target: v.variant('type', [
    v.object({ type: v.literal('passage'), selector }),
    v.object({ type: v.literal('article') }),
  ]),
  body: bounded(MAX.body),
  colour: v.picklist(NOTE_COLOURS),
  tags: v.pipe(v.array(bounded(MAX.tag)), v.maxLength(MAX.tags)),
  createdAt: time,
  updatedAt: time,
});

/** Those items of a list that are valid: one odd name must not keep an article from its notes. */
const sound = <Schema extends v.GenericSchema>(item: Schema, most: number) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.slice(0, most).flatMap((candidate) => {
        const parsed = v.safeParse(item, candidate);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

const nothing = v.object({});

export const BACKGROUND_REQUESTS = {
  recognise: v.object({
    text: bounded(MAX.text),
    title: maybe(clipped(2_000)),
  }),
  'open-article': v.object({
    article: articleFacts,
    entities: sound(v.object({ entity, count }), MAX.entities),
  }),
  'list-notes': v.object({ article: articleFacts }),
  'save-note': v.object({ article: articleFacts, note: noteDraft }),
  'set-note-deleted': v.object({ noteId: uuid, deleted: v.boolean(), at: time }),
  'entity-history': v.object({ entityId }),
} satisfies Record<BackgroundMessageName, v.GenericSchema>;

export const PAGE_REQUESTS = {
  'describe-page': nothing,
  'jump-to-mention': v.object({
    entityId,
    step: v.picklist(['first', 'next', 'previous']),
  }),
  'jump-to-note': v.object({ noteId: uuid }),
  'read-anyway': nothing,
  'notes-changed': v.object({ articleId: uuid }),
} satisfies Record<PageMessageName, v.GenericSchema>;

const envelope = v.object({
  hawashi: v.literal(1),
  name: v.string(),
  request: v.unknown(),
});

/** The name and request of one of our messages; null for a message that is not ours at all. */
export function openEnvelope(
  message: unknown,
): { name: string; request: unknown } | null {
  const result = v.safeParse(envelope, message);
  return result.success ? result.output : null;
}
