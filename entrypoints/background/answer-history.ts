import { urlKey } from '@/core/article/normalise-url';
import { ok, type Result } from '@/core/model/result';
import type { Encounter } from '@/core/model/story';
import { seenSentences } from '@/core/stories/seen-sentences';
import type { BackgroundMessageName } from '@/messaging/protocol';
import type { BackgroundHandlers, Sender } from '@/messaging/serve';
import type { Turns } from '@/messaging/take-turns';
import { correctLikeness, refuseCarried } from '@/storage/corrections';
import type { HawashiDatabase } from '@/storage/database';
import { explainLikeness, scoreLikeness } from '@/storage/explain-likeness';
import { attempt, type StorageFailure } from '@/storage/failure';
import { keepSeedStories } from '@/storage/followed-stories';
import { forgetHistory } from '@/storage/forget-history';
import type { HistorySettings } from '@/storage/history-settings';
import { findSameStory } from '@/storage/judge-candidates';
import { keepForDays } from '@/storage/keep-for-days';
import { meetArticle, type Similarity } from '@/storage/meet-article';
import { textsOfStory } from '@/storage/read-texts';
import { dropForgottenReviews } from '@/storage/review/keep-review';
import { changeStory, followStory } from '@/storage/stories';
import { emptyOldTrash } from '@/storage/trash';
import { dropForgotten, undoForgetting } from '@/storage/undo-forgetting';
import { KEEPING_MESSAGES } from './answer-keeping';
import { letOthersIn } from './let-others-in';

/** Texts of a story among which sentences are looked for. */
const MOST_TEXTS = 60;

export interface HistoryPorts {
  db: HawashiDatabase;
  loadSimilarity: () => Promise<Similarity>;
  readSettings: () => Promise<HistorySettings>;
  /** Tells all tabs that what is known of their articles may have changed. */
  announceHistory: () => void;
  /** Null: there is nothing to say of the tab. */
  showBadge: (tabId: number, encounter: Encounter | null, now: number) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

type Handlers = Omit<
  BackgroundHandlers,
  Extract<BackgroundMessageName, (typeof OTHERS)[number]>
>;
const OTHERS = [
  'recognise',
  'open-article',
  'list-notes',
  'save-note',
  'set-note-deleted',
  'change-notes',
  'purge-notes',
  'keep-places',
  'keep-review',
  'keep-review-settings',
  'list-versions',
  'entity-history',
  'bring-margin',
  ...KEEPING_MESSAGES,
] as const;

/** Why nothing of a visit is kept; null when it is. */
export async function unrecordedOf(
  { readSettings }: Pick<HistoryPorts, 'readSettings'>,
  sender: Sender,
): Promise<Encounter['unrecorded']> {
  if (sender.incognito) return 'private';
  return (await readSettings()).recording ? null : 'paused';
}

/** The messages about what was read before. */
export function answerHistory(ports: HistoryPorts, turns: Turns): Handlers {
  const { db, announceHistory } = ports;
  const kept = <T>(operation: () => PromiseLike<T>): Promise<Result<T, StorageFailure>> =>
    turns.first(() => attempt(db, operation));
  const changing = async <T>(
    operation: () => PromiseLike<T>,
  ): Promise<Result<T, StorageFailure>> => {
    const changed = await kept(operation);
    if (changed.ok) announceHistory();
    return changed;
  };
  return {
    'meet-article': async ({ article, visitId, text, names }, sender) => {
      const unrecorded = await unrecordedOf(ports, sender);
      const similarity = await ports.loadSimilarity();
      const { title, published, partial } = article;
      const fingerprint = await turns.later(text.length, () =>
        similarity.fingerprintOf({ title, text, published, partial, names }),
      );
      const keyed = { facts: article, urlKey: urlKey(article), now: ports.now() };
      const met = await kept(() =>
        meetArticle(
          db,
          { article: keyed, visitId, text, fingerprint, unrecorded },
          similarity,
        ),
      );
      if (met.ok && sender.tabId !== null) {
        ports.showBadge(sender.tabId, met.value, ports.now());
      }
      if (!sender.incognito) void tidyHistory(ports);
      return met;
    },

    'leave-article': (_request, { tabId }) => {
      if (tabId !== null) ports.showBadge(tabId, null, ports.now());
      return ok({});
    },

    'explain-likeness': async (request) => {
      const similarity = await ports.loadSimilarity();
      return kept(() => explainLikeness(db, request, similarity));
    },

    'correct-likeness': async (wish) => {
      const similarity = await ports.loadSimilarity();
      return changing(async () => {
        const score = await scoreLikeness(db, wish, similarity);
        await correctLikeness(db, { ...wish, score });
        return {};
      });
    },

    'follow-story': (wish) =>
      changing(async () => {
        const kin = await findSameStory(db, wish.articleId);
        return { story: await followStory(db, wish, kin) };
      }),

    'change-story': (wish) =>
      changing(async () => ({ story: await changeStory(db, wish) })),

    'find-read-sentences': async ({ storyId, article, text }) => {
      const texts = await kept(() =>
        textsOfStory(db, {
          storyId,
          article: { facts: article, urlKey: urlKey(article) },
          most: MOST_TEXTS,
        }),
      );
      if (!texts.ok) return texts;
      return turns.later(text.length, async () =>
        ok({ read: await letOthersIn(seenSentences(text, texts.value)) }),
      );
    },

    'refuse-carried': (wish) =>
      kept(async () => {
        await refuseCarried(db, wish);
        return {};
      }),

    'forget-history': (wish) =>
      changing(async () => {
        await dropForgotten(db, ports.now());
        return { articles: await forgetHistory(db, wish) };
      }),

    'undo-forgetting': ({ token }) =>
      changing(async () => ({ articles: await undoForgetting(db, token) })),
  };
}

/** Lets go of what is kept no longer. Nobody waits for it. */
export async function tidyHistory(
  ports: Pick<HistoryPorts, 'db' | 'readSettings' | 'now'>,
): Promise<void> {
  const { db, now } = ports;
  await attempt(db, () => emptyOldTrash(db, now()));
  await attempt(db, () => dropForgottenReviews(db, now()));
  const { keepDays } = await ports.readSettings();
  await attempt(db, async () => {
    await dropForgotten(db, now());
    await keepForDays(db, { keepDays, now: now() });
  });
}

/** The stories that the extension brings along are there from the first day. */
export async function followSeedStories(
  ports: Pick<HistoryPorts, 'db' | 'loadSimilarity' | 'now'>,
): Promise<void> {
  const { seeds } = await ports.loadSimilarity();
  await attempt(ports.db, () => keepSeedStories(ports.db, seeds, ports.now()));
}
