import type { Encounter, Kin, StoryMeeting } from '../model/story';

/** The one thing to say of an article, in the badge, the page and the popup. */
export type Headline =
  /** It is the article with which a story of ours came along. */
  | { type: 'this-article'; meeting: StoryMeeting }
  /** `more`: copies read beside the first. */
  | { type: 'republished'; first: Kin; more: number; carried: number }
  /** `changes`: paragraphs added, changed or removed since. */
  | { type: 'read-before'; at: number; changes: number }
  | { type: 'new-in-story'; meeting: StoryMeeting }
  | { type: 'in-story'; meeting: StoryMeeting }
  /** A story that is not followed: so many reports of it were read, with so many notes. */
  | { type: 'same-story'; likeliest: Kin; articles: number; notes: number }
  | { type: 'related-to-story'; meeting: StoryMeeting }
  | { type: 'related'; likeliest: Kin; articles: number };

/** Null when nothing that was read has to do with the article. What is surest and rarest goes first. */
export function chooseHeadline(encounter: Encounter): Headline | null {
  const { copies, sameStory, related, stories, lastReadAt } = encounter;
  const changes = countChanges(encounter);
  const [first] = copies;
  const [likeliest] = sameStory;
  const [cousin] = related;
  const seed = stories.find(({ verdict }) => verdict === 'same-text');
  const member = stories.find(({ verdict }) => verdict === 'same-story');
  const relative = stories.find(({ verdict }) => verdict === 'related');
  if (lastReadAt !== null && changes > 0) {
    return { type: 'read-before', at: lastReadAt, changes };
  }
  if (seed) return { type: 'this-article', meeting: seed };
  if (first) {
    return {
      type: 'republished',
      first,
      more: copies.length - 1,
      carried: encounter.carried.length,
    };
  }
  if (member?.isNew) return { type: 'new-in-story', meeting: member };
  if (lastReadAt !== null) return { type: 'read-before', at: lastReadAt, changes };
  if (member) return { type: 'in-story', meeting: member };
  if (likeliest) {
    return {
      type: 'same-story',
      likeliest,
      articles: sameStory.length,
      notes: sameStory.reduce((sum, { notes }) => sum + notes, 0),
    };
  }
  if (relative) return { type: 'related-to-story', meeting: relative };
  if (cousin) return { type: 'related', likeliest: cousin, articles: related.length };
  return null;
}

/** Paragraphs added, changed or removed since the last visit. */
export function countChanges({ changes }: Encounter): number {
  if (changes === null) return 0;
  return changes.added.length + changes.changed.length + changes.removed.length;
}
