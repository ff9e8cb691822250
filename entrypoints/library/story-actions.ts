/** What the buttons that concern a story do. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type {
  LibraryActions,
  OpenWhy,
  Route,
} from '@/components/library-page/library-view';
import { isolated, storyName } from '@/components/story/story-name';
import type { Correction, Story } from '@/core/model/story';
import { nextChangeTime } from '@/core/notes/merge-note';
import { sendToBackground } from '@/messaging/client';
import type { StoryArticle, StoryOverview } from '@/storage/stories';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';

interface Ports {
  route: ReadonlySignal<Route>;
  stories: ReadonlySignal<StoryOverview[] | null>;
  articles: ReadonlySignal<StoryArticle[] | null>;
  why: Signal<OpenWhy | null>;
  speaker: Speaker;
  language: Language;
}

type StoryActions = Pick<
  LibraryActions,
  'renameStory' | 'setFollowed' | 'toggleWhy' | 'say'
>;

export function storyActions(ports: Ports): StoryActions {
  const { route, stories, articles, speaker, language, why } = ports;

  /** Says it with the way back, when it was done. */
  async function change(
    storyId: string,
    wish: { name: string } | { followed: boolean },
    done: (story: Story, undo: () => void) => void,
  ): Promise<void> {
    const before = stories.value?.find(({ story }) => story.id === storyId)?.story;
    if (!before) return;
    const at = nextChangeTime(before.updatedAt, Date.now());
    const reply = await sendToBackground('change-story', { storyId, ...wish, at });
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    const back = 'name' in wish ? { name: before.name } : { followed: before.followed };
    done(reply.value.story, () => void change(storyId, back, () => {}));
  }

  async function explain(articleId: string, storyId: string): Promise<void> {
    const request = { articleId, with: { storyId } };
    const reply = await sendToBackground('explain-likeness', request);
    if (why.value?.articleId !== articleId) return;
    if (reply.ok) {
      why.value = { articleId, explanation: reply.value };
      return;
    }
    why.value = null;
    speaker.complainOf(reply.error.code);
  }

  async function say(
    articleId: string,
    storyId: string,
    says: Correction['says'] | null,
  ): Promise<boolean> {
    const request = { articleId, with: { storyId }, says, at: Date.now() };
    const reply = await sendToBackground('correct-likeness', request);
    if (!reply.ok) speaker.complainOf(reply.error.code);
    const isOpen = why.value?.articleId === articleId;
    if (isOpen && says === 'different' && reply.ok) why.value = null;
    else if (isOpen) await explain(articleId, storyId);
    return reply.ok;
  }

  return {
    renameStory(storyId, name) {
      void change(storyId, { name }, ({ name }, undo) =>
        speaker.say(named(language, 'stories.renamed', name), undo),
      );
    },
    setFollowed(storyId, followed) {
      void change(storyId, { followed }, (story, undo) => {
        const name = storyName(language.translator.value, story);
        const key = followed ? 'story.followed' : 'story.ended';
        speaker.say(named(language, key, name), undo);
      });
    },
    toggleWhy(articleId) {
      const { value: at } = route;
      if (at.type !== 'story') return;
      const isOpen = why.value?.articleId === articleId;
      why.value = isOpen ? null : { articleId, explanation: null };
      if (!isOpen) void explain(articleId, at.storyId);
    },
    say(articleId, says) {
      const { value: at } = route;
      if (at.type !== 'story') return;
      const row = articles.value?.find(({ article }) => article.id === articleId);
      const before = row?.said ?? null;
      const { t } = language.translator.value;
      void say(articleId, at.storyId, says).then((done) => {
        if (!done) return;
        speaker.say(
          t(says === null ? 'story.correctionUndone' : 'story.corrected'),
          () => void say(articleId, at.storyId, before),
        );
      });
    },
  };
}

function named(
  { translator }: Language,
  key: 'stories.renamed' | 'story.followed' | 'story.ended',
  name: string,
): string {
  return translator.value.t(key, { story: isolated(name) });
}
