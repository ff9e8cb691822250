/** The article's facts, each from the best place that has it. */
import { parseAddress } from '@/core/article/address';
import { joinAuthors } from '@/core/article/clean-byline';
import { cleanTitle } from '@/core/article/clean-title';
import { collapseSpace, lettersOf } from '@/core/article/collapse-space';
import { urlKey } from '@/core/article/normalise-url';
import { parseDate } from '@/core/article/parse-date';
import { readUrl } from '@/core/article/read-url';
import type { ArticleFacts } from '@/core/model/article';
import { findVisibleByline, findVisibleDate } from './find-dateline';
import { type Headline, likenessOf } from './find-headline';
import type { LinkedArticle } from './read-json-ld';
import type { PageMetadata } from './read-metadata';
import type { Survey } from './survey-page';

export interface FactSources {
  metadata: PageMetadata;
  survey: Survey;
  url: string;
  headline: Headline | null;
  /** Index of the run where the body begins. */
  firstBody: number;
  /** The body's text. */
  text: string;
  /** When the page was made, as the server says or else the time of loading, in milliseconds; null when unknown. */
  madeAt: number | null;
}

export function readFacts(sources: FactSources): ArticleFacts {
  const { metadata, url, headline, text } = sources;
  const linked = linkedArticleOf(metadata, url, headline?.run.text ?? '');
  const siteName = siteNameOf(metadata, linked, url);
  const canonical = metadata.canonicalUrl || metadata.meta.get('og:url') || '';
  const canonicalUrl = canonical === '' ? undefined : parseAddress(canonical, url)?.href;
  const byline = bylineOf(sources, linked, siteName);
  const published = publishedOf(sources, linked);
  return {
    url,
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    title: titleOf(metadata, linked, headline, siteName, url),
    siteName,
    ...(byline === '' ? {} : { byline }),
    ...(published === null ? {} : { published }),
    lang: '',
    wordCount: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0,
  };
}

/** The item of the page's JSON-LD that speaks of this page: by its address, else by its headline. */
export function linkedArticleOf(
  metadata: PageMetadata,
  url: string,
  headline: string,
): LinkedArticle | null {
  const { linked } = metadata;
  if (linked.length === 0) return null;
  const keys = new Set([urlKey({ url })]);
  if (metadata.canonicalUrl !== '')
    keys.add(urlKey({ url, canonicalUrl: metadata.canonicalUrl }));
  const byUrl = linked.filter((one) => {
    const address = one.url === '' ? null : parseAddress(one.url, url);
    return address !== null && keys.has(urlKey({ url: address.href }));
  });
  const fullest = (list: readonly LinkedArticle[]) =>
    list.find((one) => one.headline !== '' && one.published !== '') ?? list[0] ?? null;
  if (byUrl.length > 0) return fullest(byUrl);
  const wanted = [headline, metadata.meta.get('og:title') ?? '', metadata.titleTag].map(
    lettersOf,
  );
  const byHeadline = linked.filter((one) => {
    const letters = lettersOf(one.headline);
    return (
      letters !== '' &&
      wanted.some(
        (title) => title !== '' && (title.includes(letters) || letters.includes(title)),
      )
    );
  });
  if (byHeadline.length > 0) return fullest(byHeadline);
  return linked.length === 1 && linked[0]?.headline === '' ? linked[0] : null;
}

/** What the metadata call the page, for finding its headline. */
export function titlesOf(metadata: PageMetadata, url: string): string[] {
  const linked = linkedArticleOf(metadata, url, '');
  const host = parseAddress(url)?.hostname ?? '';
  const site = metadata.meta.get('og:site_name') ?? '';
  return [
    linked?.headline ?? '',
    cleanTitle(metadata.meta.get('og:title') ?? '', site, host),
    cleanTitle(metadata.titleTag, site, host),
    metadata.meta.get('twitter:title') ?? '',
  ].filter((title) => title !== '');
}

/** What the metadata say the story is, for finding its standfirst. */
export function descriptionsOf(metadata: PageMetadata): string[] {
  return ['og:description', 'description', 'twitter:description']
    .map((name) => metadata.meta.get(name) ?? '')
    .filter((text) => text !== '');
}

/** In units, with the space: a shorter first word is an article («The …»), not a section. */
const LEAST_KICKER = 5;
/** Of the words of both. */
const VARIANT = 0.5;
/** Of a main heading that agrees with nothing, to be the title. */
const LEAST_WORDS = 4;

function titleOf(
  metadata: PageMetadata,
  linked: LinkedArticle | null,
  headline: Headline | null,
  siteName: string,
  url: string,
): string {
  const host = parseAddress(url)?.hostname ?? '';
  const named = cleanTitle(linked?.headline ?? '', siteName, host);
  const og = cleanTitle(metadata.meta.get('og:title') ?? '', siteName, host);
  const tag = cleanTitle(metadata.titleTag, siteName, host);
  if (headline === null || !(headline.agrees || isPlainHeadline(headline)))
    return named || og || tag || (headline?.run.text ?? '');
  // A heading this like what both say is that headline, with a word more or less.
  const isVariant =
    lettersOf(named) === lettersOf(og) && likenessOf(named, headline.run.text) > VARIANT;
  return isVariant ? named : withoutKicker(headline.run.text, [named, og, tag]);
}

/** What the reader sees is the title, though the metadata were written for search engines: a main heading that is no site's name. */
function isPlainHeadline({ run }: Headline): boolean {
  return run.frame.tag === 'h1' && run.text.split(' ').length >= LEAST_WORDS;
}

/** Some headings hold the section's name too («Kultur …»): it goes where the metadata have the rest word for word. */
function withoutKicker(heading: string, titles: readonly string[]): string {
  const rest = titles.find(
    (title) =>
      heading.endsWith(` ${title}`) &&
      heading.length - title.length >= LEAST_KICKER &&
      // The greater part of what is there.
      title.length * 2 > heading.length,
  );
  return rest ?? heading;
}

function siteNameOf(
  metadata: PageMetadata,
  linked: LinkedArticle | null,
  url: string,
): string {
  const host = (parseAddress(url)?.hostname ?? '').replace(/^www\./, '');
  return (
    metadata.meta.get('og:site_name') ||
    linked?.publisher ||
    metadata.meta.get('application-name') ||
    metadata.meta.get('publisher') ||
    host
  );
}

const AUTHOR_META = (
  'author article:author_name parsely-author sailthru.author dc.creator ' +
  'dcterms.creator dcsext.author byl article:author twitter:creator_name ' +
  'citation_author cxenseparse:author'
).split(' ');

function bylineOf(
  sources: FactSources,
  linked: LinkedArticle | null,
  siteName: string,
): string {
  const { metadata } = sources;
  const site = lettersOf(siteName);
  const lists = [
    linked?.authors ?? [],
    ...AUTHOR_META.map((name) => metadata.metaAll.get(name) ?? []),
    labelledAuthor(metadata),
  ];
  for (const names of lists) {
    const people = names.filter(
      (name) => lettersOf(name) !== site && !name.startsWith('@'),
    );
    const line = joinAuthors(people);
    if (line !== '') return line;
  }
  const visible = findVisibleByline(sources.survey, sources.headline, sources.firstBody);
  if (visible !== '') return visible;
  // The paper itself, where it signs for want of a name.
  return joinAuthors(lists.find((names) => names.length > 0) ?? []);
}

/** What many plug-ins print for cards: `twitter:label1` «Written by», `twitter:data1` the name. */
function labelledAuthor(metadata: PageMetadata): string[] {
  const label = metadata.meta.get('twitter:label1') ?? '';
  const isAuthor =
    /writ|author|aut[eo]u?r|verfasst|geschrieben|écrit|escrito|كتب|كاتب/i.test(label);
  const name = isAuthor ? metadata.meta.get('twitter:data1') : undefined;
  return name === undefined ? [] : [name];
}

const DATE_META = (
  'article:published_time article:published datepublished og:published_time ' +
  'og:article:published_time parsely-pub-date sailthru.date publish-date ' +
  'publish_date publishdate pubdate published_time publication_date ' +
  'publication-date published-date article.published dc.date.issued ' +
  'dcterms.issued dcterms.created dc.date dc.date.created dcterms.date ' +
  'cxenseparse:recs:publishtime cxenseparse:publishtime article_date_original ' +
  'originalpublicationdate rnews:datepublished datecreated date displaydate ' +
  'ptime citation_publication_date last-modified-original bt:pubdate'
).split(' ');

/** Some `<meta>` gives a date. */
export function namesItsDate({ meta }: PageMetadata): boolean {
  return DATE_META.some((name) => meta.has(name));
}

function publishedOf(sources: FactSources, linked: LinkedArticle | null): string | null {
  const { metadata, url, survey, headline, firstBody, madeAt } = sources;
  const named = [
    linked?.published ?? '',
    ...DATE_META.map((name) => metadata.meta.get(name) ?? ''),
  ];
  for (const text of named) {
    const date = text === '' ? null : (epochDate(text) ?? parseDate(text));
    if (date !== null) return date;
  }
  const inUrl = readUrl(url).date;
  return (
    findVisibleDate(survey, headline, firstBody) ??
    (inUrl === '' ? null : parseDate(inUrl)) ??
    parseDate(metadata.linkedPublished) ??
    // «قبل 3 ساعات»: counted from when the page was made.
    (madeAt === null
      ? null
      : findVisibleDate(survey, headline, firstBody, { now: madeAt }))
  );
}

/** Some pages print seconds or milliseconds since the epoch. */
function epochDate(text: string): string | null {
  const digits = collapseSpace(text);
  if (!/^\d{10}(?:\d{3})?$/.test(digits)) return null;
  const time = Number(digits) * (digits.length === 10 ? 1_000 : 1);
  return new Date(time).toISOString().slice(0, 10);
}
