/** What the page's JSON-LD says of an article. Hostile input: anything may be missing, huge or of another type. */
import { collapseSpace } from '@/core/article/collapse-space';

export interface LinkedArticle {
  types: string[];
  headline: string;
  url: string;
  published: string;
  authors: string[];
  publisher: string;
  /** The publisher says that not everyone may read all of it. */
  isRestricted: boolean;
  /** Words of the whole text as the publisher counts them, or as its `articleBody` has them; 0 when unknown. */
  words: number;
}

type Item = Record<string, unknown>;

const ARTICLE_TYPE =
  /^(?:(?:News|Reportage\w*|Analysis\w*|Opinion\w*|Background\w*|AskPublic\w*|Review\w*|Satirical|Advertiser\w*|Tech|Scholarly|Medical\w*)?Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|CreativeWork\/Article)$/;

/** Kinds of pages, and of things that a page is about, which bear the page's date. */
const PAGE_TYPE = /^(?:\w*Page|Recipe|Review|VideoObject)$/;
const PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/;

const SCRIPT_LIMIT = 40;
const LENGTH_LIMIT = 2_000_000;
const ITEM_LIMIT = 2_000;

export interface LinkedData {
  articles: LinkedArticle[];
  /** Every `@type` named at any depth that was read. */
  types: Set<string>;
  /** When the page was published, where only some other item of it says so, or JSON too broken to read. */
  published: string;
}

export function readJsonLd(document: Document): LinkedData {
  const data: LinkedData = { articles: [], types: new Set(), published: '' };
  const scripts = document.getElementsByTagName('script');
  let read = 0;
  for (const script of Array.from(scripts)) {
    if (!/^application\/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    if (++read > SCRIPT_LIMIT) break;
    const text = script.textContent ?? '';
    if (text.length > LENGTH_LIMIT) continue;
    const value = parse(text);
    if (value === null) data.published ||= PUBLISHED.exec(text)?.[1] ?? '';
    readItems(value, data);
  }
  return data;
}

/** Many publishers print raw line breaks, comments or stray commas into their JSON. */
function parse(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
    '',
  );
  for (const attempt of [bare, mend(bare)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The mended text is tried next; a page without readable JSON-LD is ordinary.
    }
  }
  return null;
}

function mend(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what makes it invalid
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, '')
  );
}

function readItems(top: unknown, data: LinkedData): void {
  const queue: unknown[] = [top];
  const found: { item: Item; types: string[] }[] = [];
  // Some graphs name their authors in items of their own.
  const names = new Map<string, unknown>();
  for (let at = 0; at < queue.length && at < ITEM_LIMIT; at++) {
    const value = queue[at];
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, 200));
      continue;
    }
    if (!isItem(value)) continue;
    const types = strings(value['@type']).map(bareType);
    for (const type of types) data.types.add(type);
    const id = text(value['@id']);
    if (id !== '' && value.name !== undefined) names.set(id, value.name);
    if (types.some((type) => ARTICLE_TYPE.test(type))) found.push({ item: value, types });
    else if (types.some((type) => PAGE_TYPE.test(type)))
      data.published ||= text(value.datePublished);
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'hasPart',
      'itemListElement',
      'item',
      'subjectOf',
    ]) {
      const inner = value[key];
      if (typeof inner === 'object' && inner !== null) queue.push(inner);
    }
  }
  for (const { item, types } of found) data.articles.push(toArticle(item, types, names));
}

function toArticle(
  item: Item,
  types: string[],
  names: ReadonlyMap<string, unknown>,
): LinkedArticle {
  return {
    types,
    headline: plain(text(item.headline) || text(item.name)),
    url: addressOf(item.mainEntityOfPage) || text(item.url) || text(item['@id']),
    published: text(item.datePublished) || text(item.dateCreated),
    authors: peopleOf(item.author ?? item.creator, names),
    publisher: namesOf(item.publisher)[0] ?? '',
    isRestricted: /^false$/i.test(String(item.isAccessibleForFree)),
    words: wordsOf(item),
  };
}

function wordsOf(item: Item): number {
  const body = text(item.articleBody);
  if (body !== '') return body.split(/\s+/).length;
  const count = Number(item.wordCount);
  return Number.isFinite(count) ? count : 0;
}

function addressOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isItem(value) ? text(value['@id']) || text(value.url) : '';
}

/** Authors' names; organisations only when no person is named. */
function peopleOf(value: unknown, names: ReadonlyMap<string, unknown>): string[] {
  const all = (Array.isArray(value) ? value : [value])
    .slice(0, 20)
    .map((one) =>
      isItem(one) && one.name === undefined
        ? { ...one, name: names.get(text(one['@id'])) }
        : one,
    );
  const people = all.filter(
    (one) => !isItem(one) || !/Organization/i.test(text(one['@type'])),
  );
  return namesOf(people.length > 0 ? people : all);
}

function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .slice(0, 20)
    .flatMap((one) => {
      if (typeof one === 'string') return [plain(one)];
      if (!isItem(one)) return [];
      const name = one.name;
      return Array.isArray(name)
        ? name.map((part) => plain(text(part)))
        : [plain(text(name))];
    })
    .filter((name) => name !== '');
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one) => typeof one === 'string',
  );
}

function bareType(type: string): string {
  return type.replace(/^.*[/#:]/, '');
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return text(value[0]);
  if (isItem(value)) return text(value['@value']);
  return '';
}

/** Entities and tags are printed into JSON by careless templates. */
function plain(value: string): string {
  return collapseSpace(decodeEntities(value.replace(/<[^>]{0,200}>/g, ' ')));
}

// A map, for the names come from the page.
const ENTITIES: ReadonlyMap<string, string> = new Map(
  'amp& quot" apos\' lt< gt> nbsp\u00a0 rsquo’ lsquo‘ ldquo“ rdquo” ndash– mdash— hellip… laquo« raquo»'
    .split(' ')
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

export function decodeEntities(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
    (all, dec, hex, name) => {
      if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? all;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
