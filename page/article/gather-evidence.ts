/** The signs that a page is one article, or is not, as numbers for `core/article/judge-article.ts`. */
import type { ArticleEvidence } from '@/core/article/judge-article';
import { parseDate } from '@/core/article/parse-date';
import { readUrl } from '@/core/article/read-url';
import type { ArticleFacts } from '@/core/model/article';
import type { KeptRun } from './collect-blocks';
import type { Headline } from './find-headline';
import type { Rating } from './find-root';
import { linkedArticleOf, namesItsDate } from './read-facts';
import type { PageMetadata } from './read-metadata';
import type { Frame, Survey } from './survey-page';

export interface EvidenceSources {
  metadata: PageMetadata;
  survey: Survey;
  rating: Rating;
  body: readonly KeptRun[];
  headline: Headline | null;
  facts: ArticleFacts;
  url: string;
}

const OTHER_TYPES =
  /^(?:Product\w*|\w*Offer|(?:Collection|SearchResults|QA|FAQ|Profile|Contact|About|Checkout)Page|DiscussionForumPosting|JobPosting|Event|Recipe|Course|LocalBusiness|Store|SoftwareApplication|Hotel|Restaurant|VideoGame|Movie|Book)$/;

export function gatherEvidence(sources: EvidenceSources): ArticleEvidence {
  const { metadata, survey, rating, body, headline, facts, url } = sources;
  const linked = linkedArticleOf(metadata, url, headline?.run.text ?? '');
  const ogType = metadata.meta.get('og:type')?.toLowerCase() ?? '';
  const isOgArticle = /article|news|blog|post/.test(ogType);
  const signs = readUrl(url);
  const bodyProse = body.reduce((sum, { prose }) => sum + prose, 0);
  const allText = survey.runs.reduce((sum, { text }) => sum + text.length, 0);
  const linkText = survey.runs.reduce((sum, run) => sum + run.linkLength, 0);
  const paragraphs = body.filter(({ prose }) => prose > 0).length;
  return {
    linkedNews: linked?.types.some((type) => /News|Report|Analysis|Opinion/.test(type))
      ? 1
      : 0,
    linkedArticle: linked === null ? 0 : 1,
    linkedOther: [...metadata.linkedTypes].some((type) => OTHER_TYPES.test(type)) ? 1 : 0,
    ogArticle: isOgArticle ? 1 : 0,
    ogOther: ogType !== '' && !isOgArticle ? 1 : 0,
    publishedNamed: namesItsDate(metadata) || linked?.published ? 1 : 0,
    datePresent: hasOwnDate(facts, metadata) ? 1 : 0,
    bylinePresent: facts.byline === undefined ? 0 : 1,
    bodyNamed: isNamedBody(rating.root) ? 1 : 0,
    urlRoot: signs.isRoot ? 1 : 0,
    urlListing: signs.isListing ? 1 : 0,
    urlSection: signs.isSection ? 1 : 0,
    urlDate: signs.date === '' ? 0 : 1,
    urlSlug: signs.hasSlug ? 1 : 0,
    urlNews: signs.saysNews ? 1 : 0,
    urlOther: signs.saysOther ? 1 : 0,
    itemOther: hasOtherItem(survey) ? 1 : 0,
    code: codeSign(survey),
    headlineAgrees: headline?.agrees ? 1 : 0,
    headlineBig: headline !== null && headline.run.frame.tag === 'h1' ? 1 : 0,
    concentration:
      rating.totalProse === 0 ? 0 : Math.min(1, bodyProse / rating.totalProse),
    bodyShare: allText === 0 ? 0 : Math.min(1, bodyProse / allText),
    linkShare: allText === 0 ? 1 : Math.min(1, linkText / allText),
    length: Math.min(1, Math.log2(1 + bodyProse / 100) / 6),
    paragraphs: Math.min(1, paragraphs / 10),
    teasers: teaserShare(survey, rating.root),
    commerce: commerceSign(survey),
    forum: forumSign(survey),
  };
}

/** Front pages bear a date too, as pages. */
function hasOwnDate({ published }: ArticleFacts, metadata: PageMetadata): boolean {
  if (published === undefined) return false;
  return namesItsDate(metadata) || published !== parseDate(metadata.linkedPublished);
}

function isNamedBody(root: Frame | null): boolean {
  for (let frame = root, up = 0; frame !== null && up < 3; frame = frame.parent, up++) {
    if (frame.verdict === 'body') return true;
  }
  return false;
}

/** Microdata say that it is some other thing. */
function hasOtherItem(survey: Survey): boolean {
  return survey.frames.some(({ element }) =>
    OTHER_TYPES.test((element.getAttribute('itemtype') ?? '').replace(/^.*\//, '')),
  );
}

function codeSign(survey: Survey): number {
  const marks = survey.frames.filter(
    ({ tag, element }) =>
      tag === 'pre' ||
      /(?:^|[\s_-])(?:code|highlight|prism|codehilite)(?=$|[\s_-])/.test(
        element.getAttribute('class') ?? '',
      ),
  ).length;
  return Math.min(1, marks / 4);
}

/** Of the root's headings, how many are links: the mark of a list of stories. */
function teaserShare(survey: Survey, root: Frame | null): number {
  if (root === null) return 1;
  let linked = 0;
  for (let at = root.first; at < root.end; at++) {
    const run = survey.runs[at];
    if (run === undefined || !isHeading(run.frame)) continue;
    if (run.linkLength > run.text.length * 0.7) linked++;
  }
  return Math.min(1, linked / 6);
}

function isHeading(frame: Frame): boolean {
  return /^h[1-4]$/.test(frame.tag);
}

const PRICE =
  /^(?:from |now |was |sale |only )?(?:[$€£¥₹]\s?\d|\d[\d.,]*\s?(?:€|£|kr|zł|ر\.س|ج\.م|دولار|₽|руб|usd|eur))/iu;
const CART =
  /^(?:add to (?:cart|bag|basket|wish ?list)|buy now|in stock|out of stock|sku:?.*|quantity|free shipping.*|customer reviews|أضف إلى (?:السلة|العربة)|in den warenkorb|ajouter au panier|añadir al carrito|adicionar ao carrinho|aggiungi al carrello|do koszyka|dodaj do koszyka|в корзину)$/iu;

function commerceSign(survey: Survey): number {
  const marks = survey.runs.filter(
    ({ text }) => text.length < 60 && (PRICE.test(text) || CART.test(text)),
  ).length;
  return Math.min(1, marks / 4);
}

const FORUM =
  /^(?:reply(?: with quote)?|quote|posts?:? ?[\d,]+|joined:? .*|messages:? ?[\d,]+|re: .*|#\d+|likes? received.*|thread starter|senior member|junior member|new member|forum(?:s)?|replies:? ?\d*|views:? ?\d*|رد مع اقتباس|المشاركات:? ?\d*|upvote|answer(?:s|ed)?.{0,30}|asked .{0,40})$/iu;

function forumSign(survey: Survey): number {
  const marks = survey.runs.filter(
    ({ text }) => text.length < 60 && FORUM.test(text),
  ).length;
  return Math.min(1, marks / 6);
}
