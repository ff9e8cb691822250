/** What the buttons that concern the story and the history do. */
import { browser } from 'wxt/browser';
import type { PopupActions, WhySubject } from '@/components/popup/popup-view';
import { isolated, storyName } from '@/components/story/story-name';
import type { Correction, Story } from '@/core/model/story';
import { nextChangeTime } from '@/core/notes/merge-note';
import { nameStory } from '@/core/stories/name-story';
import { sendToBackground, sendToPage } from '@/messaging/client';
import type { Reply } from '@/messaging/protocol';
import { writeHistorySettings } from '@/storage/history-settings';
import type { PageFollower } from './follow-page';
import type { Language } from './language';
import type { Speaker } from './speaker';
import { counterpartOf, type StoryDesk } from './story-desk';

interface Ports {
  tabId: number | null;
  page: PageFollower;
  stories: StoryDesk;
  speaker: Speaker;
  language: Language;
  whileBusy: (work: () => Promise<void>) => Promise<void>;
  leave: () => void;
}

type StoryActions = Pick<
  PopupActions,
  | 'followStory'
  | 'endFollowing'
  | 'openWhy'
  | 'closeWhy'
  | 'sayLikeness'
  | 'reviewCarried'
  | 'showChanges'
  | 'setRecording'
  | 'forgetArticle'
  | 'openLibrary'
>;

type Said = Correction['says'] | null;

export function storyActions(ports: Ports): StoryActions {
  const { tabId, page, stories, speaker, language } = ports;

  /** What was asked for is in the page, by keys: the popup must not keep them. */
  function goToPage(
    reply: Reply<{ found: boolean }>,
    otherwise: 'anchor.orphan' | 'failure.not-found',
  ): void {
    if (!reply.ok) speaker.complainOf(reply.error.code);
    else if (reply.value.found) ports.leave();
    else speaker.complain(language.translator.value.t(otherwise));
  }

  return {
    ...followingOf(ports),
    ...askingOf(ports),
    ...forgettingOf(ports),
    reviewCarried() {
      const [carried] = page.look.value.report?.encounter?.carried ?? [];
      if (tabId === null || !carried) return;
      void sendToPage(tabId, 'jump-to-note', { noteId: carried.note.id }).then((reply) =>
        goToPage(reply, 'anchor.orphan'),
      );
    },
    showChanges() {
      if (tabId === null) return;
      void sendToPage(tabId, 'show-changes', {}).then((reply) =>
        goToPage(reply, 'failure.not-found'),
      );
    },
    setRecording(on) {
      stories.setRecording(on);
      void writeHistorySettings({ recording: on })
        .then(async () => {
          // What is before the reader is to be remembered now, or its line to say so.
          if (tabId !== null) await sendToPage(tabId, 'history-changed', {});
          await page.lookAgain();
        })
        .catch(() => speaker.complainOf('unexpected'));
    },
    openLibrary(place = '') {
      const url = browser.runtime.getURL('/library.html') + place;
      void browser.tabs.create({ url }).then(ports.leave);
    },
  };
}

function followingOf({
  page,
  stories,
  speaker,
  language,
  whileBusy,
}: Ports): Pick<StoryActions, 'followStory' | 'endFollowing'> {
  const tell = (
    key: 'story.followed' | 'story.ended',
    story: Story,
    undo: () => void,
  ) => {
    const words = language.translator.value;
    speaker.say(words.t(key, { story: isolated(storyName(words, story)) }), undo);
  };

  async function change(story: Story, followed: boolean): Promise<void> {
    const at = nextChangeTime(story.updatedAt, Date.now());
    const request = { storyId: story.id, followed, at };
    stories.expectEnded(story, !followed);
    const reply = await sendToBackground('change-story', request);
    if (!reply.ok) {
      stories.expectEnded(story, followed);
      return speaker.complainOf(reply.error.code);
    }
    const undo = () => void change(reply.value.story, !followed);
    tell(followed ? 'story.followed' : 'story.ended', story, undo);
    await page.lookAgain();
  }

  return {
    followStory() {
      const { report } = page.look.value;
      const articleId = report?.articleId;
      if (!articleId) return;
      const storyId = crypto.randomUUID();
      const name = nameStory(report.article?.title ?? '');
      const request = { storyId, articleId, name, at: Date.now() };
      void whileBusy(async () => {
        const reply = await sendToBackground('follow-story', request);
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        const { story } = reply.value;
        stories.expectFollowed(articleId, story);
        tell('story.followed', story, () => void change(story, false));
        await page.lookAgain();
      });
    },
    endFollowing: (story) => void whileBusy(() => change(story, false)),
  };
}

function askingOf({
  page,
  stories,
  speaker,
  language,
}: Ports): Pick<StoryActions, 'openWhy' | 'closeWhy' | 'sayLikeness'> {
  const articleIdOf = () => page.look.value.report?.articleId ?? null;

  async function explain(subject: WhySubject, articleId: string): Promise<void> {
    const request = { articleId, with: counterpartOf(subject) };
    const reply = await sendToBackground('explain-likeness', request);
    if (reply.ok) return stories.answer(subject, reply.value);
    speaker.complainOf(reply.error.code);
    if (stories.view.value?.why?.subject === subject) stories.ask(null);
  }

  async function say(
    subject: WhySubject,
    articleId: string,
    says: Said,
    before: Said,
  ): Promise<void> {
    const request = { articleId, with: counterpartOf(subject), says, at: Date.now() };
    const reply = await sendToBackground('correct-likeness', request);
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    const key = says === null ? 'story.correctionUndone' : 'story.corrected';
    speaker.say(
      language.translator.value.t(key),
      () => void say(subject, articleId, before, says),
    );
    await explain(subject, articleId);
    await page.lookAgain();
  }

  return {
    openWhy(subject) {
      const articleId = articleIdOf();
      if (articleId === null) return;
      stories.ask(subject);
      void explain(subject, articleId);
    },
    closeWhy: () => stories.ask(null),
    sayLikeness(says) {
      const why = stories.view.value?.why;
      const articleId = articleIdOf();
      if (!why?.explanation || articleId === null) return;
      void say(why.subject, articleId, says, why.explanation.said);
    },
  };
}

function forgettingOf({
  page,
  speaker,
  language,
  whileBusy,
}: Ports): Pick<StoryActions, 'forgetArticle'> {
  const t = () => language.translator.value;

  async function undo(token: string): Promise<void> {
    const reply = await sendToBackground('undo-forgetting', { token });
    if (!reply.ok) return speaker.complainOf(reply.error.code);
    speaker.say(t().t('story.remembered', { count: reply.value.articles }));
    await page.lookAgain();
  }

  return {
    forgetArticle() {
      const articleId = page.article.value?.id;
      if (articleId === undefined) return;
      const token = crypto.randomUUID();
      const request = { token, what: { articleId }, at: Date.now() };
      void whileBusy(async () => {
        const reply = await sendToBackground('forget-history', request);
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        const count = reply.value.articles;
        speaker.say(t().t('story.forgotten', { count }), () => void undo(token));
        await page.lookAgain();
      });
    },
  };
}
