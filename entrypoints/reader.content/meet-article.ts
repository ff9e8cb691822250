import { urlKey } from '@/core/article/normalise-url';
import type { Encounter } from '@/core/model/story';
import { namesOf } from '@/core/similarity/names-of';
import { sendToBackground } from '@/messaging/client';
import type { Reply } from '@/messaging/protocol';
import { newUuid } from '@/page/notes/new-uuid';
import type { Reading } from '@/page/reading';

/** More say nothing more of what an article is about. */
const MOST_NAMES = 300;

/** Asks what is known of an article. One visit lasts until the page goes on to another. */
export function createMeeting(): (reading: Reading) => Promise<Reply<Encounter>> {
  let visit = { of: '', id: '' };
  return ({ facts, model, recognition }) => {
    const of = urlKey(facts);
    if (visit.of !== of || visit.id === '') visit = { of, id: newUuid() };
    const names = namesOf(recognition).sort((a, b) => b.count - a.count);
    return sendToBackground('meet-article', {
      article: facts,
      visitId: visit.id,
      text: model.text,
      names: names.slice(0, MOST_NAMES),
    });
  };
}
