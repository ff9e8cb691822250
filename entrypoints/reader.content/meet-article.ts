import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import type { Encounter } from '@/core/model/story';
import { namesOf } from '@/core/similarity/names-of';
import { sendToBackground } from '@/messaging/client';
import type { Reply } from '@/messaging/protocol';
import { newUuid } from '@/page/notes/new-uuid';
import type { Reading } from '@/page/reading';

/** More say nothing more of what an article is about. */
const MOST_NAMES = 300;

/** Gives the id of the visit that an article is read on: it lasts until the page goes on to another. */
export function createVisits(): (facts: ArticleFacts) => string {
  let visit = { of: '', id: '' };
  return (facts) => {
    const of = urlKey(facts);
    if (visit.of !== of || visit.id === '') visit = { of, id: newUuid() };
    return visit.id;
  };
}

/** Asks what is known of an article. */
export function createMeeting(
  visitOf: (facts: ArticleFacts) => string,
): (reading: Reading) => Promise<Reply<Encounter>> {
  return ({ facts, model, recognition }) => {
    const names = namesOf(recognition).sort((a, b) => b.count - a.count);
    return sendToBackground('meet-article', {
      article: facts,
      visitId: visitOf(facts),
      text: model.text,
      names: names.slice(0, MOST_NAMES),
    });
  };
}
