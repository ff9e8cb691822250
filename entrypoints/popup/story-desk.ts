/** The story of the article in the tab: what is known of it, and what the reader made of it just now. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StoryView, WhySubject } from '@/components/popup/popup-view';
import type { Counterpart, Explanation, Story } from '@/core/model/story';
import type { PageFollower } from './follow-page';

export interface StoryDesk {
  /** Null on a page that is not being read. */
  readonly view: ReadonlySignal<StoryView | null>;
  readonly recording: ReadonlySignal<boolean>;
  setRecording(on: boolean): void;
  /** Shows at once what the page will know in a moment. */
  expectFollowed(articleId: string, story: Story): void;
  expectEnded(story: Story, isEnded: boolean): void;
  /** Null closes it. */
  ask(subject: WhySubject | null): void;
  /** Of what is asked; ignored when something else is asked by now. */
  answer(subject: WhySubject, explanation: Explanation): void;
}

export function counterpartOf(subject: WhySubject): Counterpart {
  return 'kin' in subject
    ? { articleId: subject.kin.articleId }
    : { storyId: subject.story.id };
}

export function createStoryDesk(page: PageFollower, isRecording: boolean): StoryDesk {
  const recording = signal(isRecording);
  const followed = signal<ReadonlyMap<string, Story>>(new Map());
  const ended = signal<ReadonlySet<string>>(new Set());
  const why = signal<
    (NonNullable<StoryView['why']> & { articleId: string | null }) | null
  >(null);

  const report = computed(() => {
    const { report, page: seen } = page.look.value;
    return seen.type === 'reading' ? report : null;
  });
  const following = computed(() => {
    const { encounter = null, articleId = null } = report.value ?? {};
    const met = encounter?.stories.find(({ verdict }) => verdict !== 'related')?.story;
    const story = met ?? (articleId === null ? undefined : followed.value.get(articleId));
    return story && !ended.value.has(story.id) ? story : null;
  });

  return {
    recording,
    view: computed(() => {
      if (report.value === null) return null;
      const { encounter, articleId } = report.value;
      return {
        encounter: encounter && withoutEnded(encounter, ended.value),
        following: following.value,
        isKept: articleId !== null,
        recording: recording.value,
        why: why.value?.articleId === articleId ? why.value : null,
        now: Date.now(),
      };
    }),
    setRecording(on) {
      recording.value = on;
    },
    expectFollowed(articleId, story) {
      followed.value = new Map(followed.value).set(articleId, story);
    },
    expectEnded({ id }, isEnded) {
      const rest = [...ended.value].filter((other) => other !== id);
      ended.value = new Set(isEnded ? [...rest, id] : rest);
    },
    ask(subject) {
      const articleId = report.value?.articleId ?? null;
      why.value = subject && { subject, explanation: null, articleId };
    },
    answer(subject, explanation) {
      if (why.value?.subject !== subject) return;
      why.value = { ...why.value, explanation };
    },
  };
}

/** The page learns a moment later that a story is not followed any more. */
function withoutEnded(
  encounter: NonNullable<StoryView['encounter']>,
  ended: ReadonlySet<string>,
): NonNullable<StoryView['encounter']> {
  const stories = encounter.stories.filter(({ story }) => !ended.has(story.id));
  return stories.length === encounter.stories.length
    ? encounter
    : { ...encounter, stories };
}
