/**
 * Several articles in one page: endless scrolling sets the next one under the
 * last. The one in view is the one being read.
 */
import { parseAddress } from '@/core/article/address';
import { lettersOf } from '@/core/article/collapse-space';
import { urlKey } from '@/core/article/normalise-url';
import { type Headline, headingLevel } from './find-headline';
import { bestFrame, type Rating } from './find-root';
import type { PageMetadata } from './read-metadata';
import type { Frame, Survey } from './survey-page';

/** An article among others, with the headline it has to itself. */
export interface Part {
  frame: Frame;
  headline: Headline;
}

/** Prose a part must hold to be an article, in UTF-16 units. */
const LEAST_PROSE = 300;

/** In the page's order; none where there is but one. */
export function findParts(survey: Survey, rating: Rating): Part[] {
  const heads = survey.runs.flatMap((run, at) =>
    headingLevel(run.frame) === 1 && run.text.length >= 4 ? [{ run, at }] : [],
  );
  if (heads.length < 2) return [];
  const parts = heads.flatMap(({ run, at }): Part[] => {
    const others = heads.filter((head) => head.at !== at);
    let frame: Frame | null = null;
    for (let up: Frame | null = run.frame; up !== null; up = up.parent) {
      const here = up;
      if (others.some((head) => head.at >= here.first && head.at < here.end)) break;
      frame = here;
    }
    if (frame === null || rating.proseOf(frame) < LEAST_PROSE) return [];
    return [{ frame, headline: { run, at, agrees: true } }];
  });
  return parts.length < 2 ? [] : parts;
}

/** Of the height of the window: what has come above it is being read. */
const READING_LINE = 0.4;

/** The last of the elements that has come up to where one reads; null above the first, and without a layout. */
export function elementInView(elements: readonly Element[]): Element | null {
  const height = elements[0]?.ownerDocument.defaultView?.innerHeight;
  if (!height) return null;
  return (
    elements.findLast(
      (element) => element.getBoundingClientRect().top <= height * READING_LINE,
    ) ?? null
  );
}

/** The rating as it is for one part alone. */
export function rateWithin(rating: Rating, survey: Survey, { frame }: Part): Rating {
  const inside = survey.frames.filter(
    (one) => one.first >= frame.first && one.end <= frame.end && one.depth >= frame.depth,
  );
  return { ...rating, root: bestFrame(inside, rating.rated) };
}

/**
 * What the page's metadata say of a part that is not the one they were written
 * for: next to nothing. Null when the part has no address of its own: under the
 * first article's it would be taken for a change of that one.
 */
export function metadataOf(
  { frame, headline }: Part,
  page: PageMetadata,
  url: string,
): PageMetadata | null {
  const letters = lettersOf(headline.run.text);
  const linked = page.linked.filter((one) => lettersOf(one.headline) === letters);
  const own = addressOf(frame, headline.run.frame, url) ?? linked[0]?.url ?? '';
  const keys = {
    page: urlKey({ url }),
    canonical: urlKey({ url, canonicalUrl: page.canonicalUrl }),
  };
  const hasOwn = own !== '' && urlKey({ url, canonicalUrl: own }) !== keys.canonical;
  // The address bar may follow the view, and the metadata stay.
  const isMoved = keys.page !== keys.canonical && isArticle(frame);
  if (!hasOwn && !isMoved) return null;
  const site = page.meta.get('og:site_name');
  return {
    meta: new Map(site === undefined ? [] : [['og:site_name', site]]),
    metaAll: new Map(),
    canonicalUrl: hasOwn ? own : '',
    titleTag: headline.run.text,
    linked,
    linkedTypes: page.linkedTypes,
    linkedPublished: '',
  };
}

const ADDRESS_ATTRIBUTES =
  'data-url data-href data-permalink data-canonical-url data-article-url itemid'.split(
    ' ',
  );

function addressOf(part: Frame, heading: Frame, base: string): string | null {
  const link =
    heading.element.closest('a[href]') ?? heading.element.querySelector('a[href]');
  const stated = [
    link?.getAttribute('href'),
    ...[part.element, ...Array.from(part.element.children)].flatMap((element) =>
      ADDRESS_ATTRIBUTES.map((name) => element.getAttribute(name)),
    ),
  ].find((value) => value !== null && value !== undefined && value !== '');
  return stated === undefined || stated === null
    ? null
    : (parseAddress(stated, base)?.href ?? null);
}

function isArticle({ tag, element }: Frame): boolean {
  return (
    tag === 'article' || /Article|Posting/.test(element.getAttribute('itemtype') ?? '')
  );
}
