/** An article with many passages to write on, each on one line and each only once. */
import type { PageDriver } from '@/scripts/browsers/browser-driver';
import { waitForPaint } from '@/scripts/browsers/read-page';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { type Session, SITE } from '../open-session';

const PATH = '/news/2024/5/6/harbours';
const PASSAGES = 48;
/** A name in the headline of every article here. */
export const PAINTED = 'Baghdad';
const TITLE = `Forty-eight harbours, and none is ${PAINTED}`;

export const HARBOURS = SITE + PATH;

/** The article, when it was read: a name in its headline is painted. */
export async function openArticle(session: Session, url = HARBOURS): Promise<PageDriver> {
  const page = await session.open(url);
  await waitForPaint(page, PAINTED);
  return page;
}

/** The nth passage of the article, from 0. */
export function passage(number: number): string {
  return `harbour ${String(number % PASSAGES).padStart(2, '0')}`;
}

export function answerHarbours(url: URL): ServedPage | null {
  if (url.pathname !== PATH) return null;
  const paragraphs = Array.from(
    { length: PASSAGES },
    (_, number) =>
      `From ${passage(number)} the boats left early, and whoever stayed on the quay counted them until the evening, as every year.`,
  );
  return renderArticle(TITLE, paragraphs);
}

/** A page that says of itself that it is an article. */
export function renderArticle(title: string, paragraphs: readonly string[]): ServedPage {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
  };
  const body = paragraphs.map((words) => `<p>${words}</p>`).join('\n');
  return {
    body: `<!doctype html><html lang="en"><head><title>${title}</title>
<script type="application/ld+json">${JSON.stringify(facts)}</script>
<style>body { font: 16px/1.5 sans-serif; margin: 0 40px } p { margin: 0 0 12px }</style></head>
<body><main><article><h1>${title}</h1>${body}</article></main></body></html>`,
  };
}
