/** A long article with ten thousand notes on it, as a file that was exported. */
import { describePassage } from '@/core/anchoring/describe-passage';
import type { Note } from '@/core/model/note';
import type { ServedPage } from '@/scripts/browsers/serve-hosts';
import { makeNote } from '@/test/make-note';
import { SITE } from '../open-session';
import { PAINTED, renderArticle } from './harbour-article';

const PATH = '/news/2024/5/7/ships';
const TITLE = `Every ship of the harbour, though none in ${PAINTED}`;
const SHIPS = 5_000;
const IN_A_PARAGRAPH = 25;

export const CROWDED = SITE + PATH;
/** Twice on each ship. */
export const CROWD = 2 * SHIPS;
/** In the headline, where nobody has a note yet. */
export const QUIET_PLACE = 'of the harbour';

const ship = (number: number) => `ship-${String(number).padStart(4, '0')}`;

const PARAGRAPHS = Array.from({ length: SHIPS / IN_A_PARAGRAPH }, (_, at) =>
  Array.from({ length: IN_A_PARAGRAPH }, (_, of) => ship(at * IN_A_PARAGRAPH + of)).join(
    ' ',
  ),
);
/** As the page's text is read. */
const TEXT = [TITLE, ...PARAGRAPHS].join('\n\n');

export function answerCrowded(url: URL): ServedPage | null {
  return url.pathname === PATH ? renderArticle(TITLE, PARAGRAPHS) : null;
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
  const notes = crowd().map(({ passage, word }, number) => {
    const start = TEXT.indexOf(passage);
    return makeNote({
      id: `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`,
      articleId: article.id,
      body: `${word} `,
      target: {
        type: 'passage',
        selector: describePassage(TEXT, start, start + passage.length),
      },
    });
  });
  return JSON.stringify({
    ...{ format: 'hawashi', version: 1, exportedAt: 1, scope: 'everything' },
    ...{ articles: [article], notes: [...present, ...notes] },
    ...{ versions: [], entities: [], sightings: [] },
  });
}
