import { useMarginWords } from '../translation/translation-context';
import { isolated, siteOf } from './story-name';

export interface LinkedArticle {
  url: string;
  title: string;
  siteName: string;
  /** ISO 8601, as the page said it. */
  published?: string;
  /** ISO 639-1. */
  lang?: string;
}

interface Props {
  article: LinkedArticle;
  /** When it was read, ms since the epoch: said beside the date of the article. Null: it is plain already. */
  readAt: number | null;
  notes: number;
  now: number;
}

/** An article that was read: its title, which leads to it, its site, its date and the notes on it. */
export function ArticleLink({ article, readAt, notes, now }: Props) {
  const { t, day, onDay } = useMarginWords();
  const title = article.title || t('kin.untitled');
  const site = siteOf(article);
  const published = article.published ? day(article.published) : null;
  const read = readAt === null ? null : onDay(readAt, now);
  const parts = [
    ...(site === '' ? [] : [<bdi key="site">{site}</bdi>]),
    ...(published === null
      ? []
      : [
          <time key="published" dateTime={article.published}>
            {published}
          </time>,
        ]),
    ...(read === null ? [] : [<span key="read">{t('kin.readOn', { when: read })}</span>]),
    ...(notes > 0
      ? [
          <span key="notes" class="hw-kin-notes">
            {t('tally.notes', { count: notes })}
          </span>,
        ]
      : []),
  ];
  // Begins where the interface does, whatever its script: a list keeps its edge.
  const words = <bdi lang={article.lang}>{title}</bdi>;
  return (
    <div class="hw-kin-article">
      {isWebAddress(article.url) ? (
        <a
          class="hw-kin-title"
          href={article.url}
          target="_blank"
          rel="noreferrer noopener"
          title={t('kin.open', { title: isolated(title) })}
        >
          {words}
        </a>
      ) : (
        <span class="hw-kin-title">{words}</span>
      )}
      <p class="hw-soft hw-kin-facts">
        {parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}
      </p>
    </div>
  );
}

/** Addresses come from pages: nothing but the web may be a link. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
