/** What the buttons of the line's panel ask of the background: why, the reader's verdict, following. */
import type { LineActions, WhySubject } from '@/components/line/line-view';
import type { Notice } from '@/components/overlay/overlay-view';
import type { Correction, Counterpart, Story } from '@/core/model/story';
import { nameStory } from '@/core/stories/name-story';
import { sendToBackground } from '@/messaging/client';
import { newUuid } from '@/page/notes/new-uuid';
import type { Reading } from '@/page/reading';
import { writeHistorySettings } from '@/storage/history-settings';
import { done, type LineState, problem } from './line-state';

interface Ports {
  state: () => LineState;
  draw: () => void;
  /** Where the reader looks: in the panel, or at the foot of the page. */
  say: (notice: Notice | null) => void;
  reading: () => Reading | null;
}

type Asking = Pick<
  LineActions,
  'openWhy' | 'closeWhy' | 'sayLikeness' | 'followStory' | 'endFollowing' | 'setDimsRead'
>;

type Said = Correction['says'] | null;

export function askBackground({ state, draw, say, reading }: Ports): Asking {
  /** Once the page has gone on, an answer is nothing to the next article. */
  const isStill = (articleId: string): boolean => reading()?.articleId === articleId;

  async function explain(subject: WhySubject, articleId: string): Promise<void> {
    const request = { articleId, with: counterpartOf(subject) };
    const reply = await sendToBackground('explain-likeness', request);
    if (!isStill(articleId) || state().why?.subject !== subject) return;
    state().why = reply.ok ? { subject, explanation: reply.value } : null;
    if (reply.ok) draw();
    else say(problem(reply.error));
  }

  async function judge(
    subject: WhySubject,
    articleId: string,
    says: Said,
    before: Said,
  ): Promise<void> {
    const request = { articleId, with: counterpartOf(subject), says, at: Date.now() };
    const reply = await sendToBackground('correct-likeness', request);
    if (!isStill(articleId)) return;
    if (!reply.ok) return say(problem(reply.error));
    const undo = (): void => void judge(subject, articleId, before, says);
    say(done(says === null ? 'verdict-undone' : 'verdict-noted', undo));
    await explain(subject, articleId);
  }

  async function follow(story: Story, articleId: string, on: boolean): Promise<void> {
    const request = { storyId: story.id, followed: on, at: Date.now() };
    const reply = await sendToBackground('change-story', request);
    if (reply.ok) tellFollowing(reply.value.story, articleId, on);
    else say(problem(reply.error));
  }

  function tellFollowing(story: Story, articleId: string, on: boolean): void {
    if (!isStill(articleId)) return;
    state().following = on ? story : null;
    const undo = (): void => void follow(story, articleId, !on);
    say(done(on ? 'story-followed' : 'story-ended', undo));
  }

  const articleIdOf = (): string | null => reading()?.articleId ?? null;

  return {
    openWhy(subject) {
      const articleId = articleIdOf();
      if (articleId === null) return;
      state().why = { subject, explanation: null };
      draw();
      void explain(subject, articleId);
    },
    closeWhy() {
      state().why = null;
      draw();
    },
    sayLikeness(says) {
      const { why } = state();
      const articleId = articleIdOf();
      if (!why?.explanation || articleId === null) return;
      void judge(why.subject, articleId, says, why.explanation.said);
    },
    followStory() {
      const articleId = articleIdOf();
      if (articleId === null) return;
      const name = nameStory(reading()?.facts.title ?? '');
      const request = { storyId: newUuid(), articleId, name, at: Date.now() };
      void sendToBackground('follow-story', request).then((reply) => {
        if (reply.ok) tellFollowing(reply.value.story, articleId, true);
        else say(problem(reply.error));
      });
    },
    endFollowing(story) {
      const articleId = articleIdOf();
      if (articleId !== null) void follow(story, articleId, false);
    },
    setDimsRead(on) {
      state().dimsRead = on;
      draw();
      writeHistorySettings({ markNew: on }).catch(() => {
        state().dimsRead = !on;
        say(problem({ code: 'unexpected' }));
      });
    },
  };
}

function counterpartOf(subject: WhySubject): Counterpart {
  return 'kin' in subject
    ? { articleId: subject.kin.articleId }
    : { storyId: subject.story.id };
}
