/** What the page says of itself in its head and its microdata, before any judgement. */
import { collapseSpace } from '@/core/article/collapse-space';
import { decodeEntities, type LinkedArticle, readJsonLd } from './read-json-ld';

export interface PageMetadata {
  /** First value of each `<meta>` name, property or itemprop, lower case. */
  meta: ReadonlyMap<string, string>;
  /** All values: authors are often one `<meta>` each. */
  metaAll: ReadonlyMap<string, readonly string[]>;
  canonicalUrl: string;
  titleTag: string;
  linked: readonly LinkedArticle[];
  linkedTypes: ReadonlySet<string>;
  /** See {@link readJsonLd}. */
  linkedPublished: string;
}

const META_LIMIT = 400;
const VALUE_LIMIT = 2_000;

export function readMetadata(document: Document): PageMetadata {
  const metaAll = readMeta(document);
  const canonicalUrl = readCanonical(document);
  const { articles, types, published } = readJsonLd(document);
  const meta = new Map<string, string>();
  for (const [name, values] of metaAll) {
    const value = values[0];
    if (value !== undefined) meta.set(name, value);
  }
  return {
    meta,
    metaAll,
    canonicalUrl,
    titleTag: collapseSpace(titleTagOf(document)),
    linked: articles,
    linkedTypes: types,
    linkedPublished: published,
  };
}

function titleTagOf(document: Document): string {
  // The first only: an `<svg>` may hold others.
  return document.getElementsByTagName('title')[0]?.textContent ?? '';
}

function readMeta(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const meta of Array.from(document.getElementsByTagName('meta')).slice(
    0,
    META_LIMIT,
  )) {
    const content = meta.getAttribute('content');
    if (content === null || content.trim() === '') continue;
    const value = collapseSpace(decodeEntities(content.slice(0, VALUE_LIMIT)));
    const names = new Set(
      ['property', 'name', 'itemprop'].flatMap((attribute) =>
        (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/),
      ),
    );
    for (const name of names) {
      if (name === '') continue;
      const values = found.get(name);
      if (values === undefined) found.set(name, [value]);
      else values.push(value);
    }
  }
  return found;
}

function readCanonical(document: Document): string {
  const links = Array.from(document.getElementsByTagName('link')).slice(0, META_LIMIT);
  const link = links.find(
    (one) => one.getAttribute('rel')?.toLowerCase() === 'canonical',
  );
  return link?.getAttribute('href')?.trim() ?? '';
}
