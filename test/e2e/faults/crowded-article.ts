/** A long article with a thousand notes on it, or ten thousand, as a file that was exported. */
import type { Note } from '@/core/model/note';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { makeNote } from '@/test/make-note';
import { SITE } from '../open-session';
import { DEPTH } from './fault-table';
import { PAINTED, renderArticle } from './harbour-article';

const PATH = '/news/2024/5/7/ships';
const TITLE = `Every ship of the harbour, though none in ${PAINTED}`;
/** Ten thousand notes take minutes: in `npm run bench -- faults --runs N`. */
const SHIPS = DEPTH > 1 ? 5_000 : 500;
const IN_A_PARAGRAPH = 25;

export const CROWDED = SITE + PATH;
/** Twice on each ship. */
export const CROWD = 2 * SHIPS;
/** In the headline, where nobody has a note yet. */
export const QUIET_PLACE = 'of the harbour';

const ship = (number: number) => `ship-${String(number).padStart(4, '0')}`;

export function answerCrowded(url: URL): ServedPage | null {
  if (url.pathname !== PATH) return null;
  const paragraphs = Array.from({ length: SHIPS / IN_A_PARAGRAPH }, (_, at) =>
    Array.from({ length: IN_A_PARAGRAPH }, (_, of) =>
      ship(at * IN_A_PARAGRAPH + of),
    ).join(' '),
  );
  return renderArticle(TITLE, paragraphs);
}

/** Passage and words of each note. */
export function crowd(): { passage: string; word: string }[] {
  return Array.from({ length: CROWD }, (_, number) => {
    // Every second one is a part of a name, which stands nowhere else either.
    const name = ship(number >> 1);
    const passage = number % 2 === 0 ? name : name.slice(1);
    return { passage, word: `crowd${number}` };
  });
}

/** What `exportJson` would write of them, beside notes that are here already. */
export function crowdFile(article: { id: string }, present: readonly Note[]): string {
  const notes = crowd().map(({ passage, word }, number) =>
    makeNote({
      id: `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`,
      articleId: article.id,
      body: `${word} `,
      target: {
        type: 'passage',
        selector: { exact: passage, prefix: '', suffix: '', start: number, end: number },
      },
    }),
  );
  return JSON.stringify({
    ...{ format: 'hawashi', version: 1, exportedAt: 1, scope: 'everything' },
    ...{ articles: [article], notes: [...present, ...notes] },
    ...{ versions: [], entities: [], sightings: [] },
  });
}
