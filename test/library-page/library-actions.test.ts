import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpokenNotice } from '@/components/control/NoticeLine';
import type { OpenWhy, Route } from '@/components/library-page/library-view';
import type { Explanation, Story } from '@/core/model/story';
import { historyActions } from '@/entrypoints/library/history-actions';
import { storyActions } from '@/entrypoints/library/story-actions';
import { createSpeaker } from '@/entrypoints/popup/speaker';
import { createTranslator } from '@/locales/translate';
import type { HistorySettings } from '@/storage/history-settings';
import type { StoryArticle, StoryOverview } from '@/storage/stories';
import { makeStoryArticle } from '../make-story-article';

const client = vi.hoisted(() => ({ sendToBackground: vi.fn() }));
vi.mock('@/messaging/client', () => client);

const STORY: Story = {
  id: 'dam',
  name: 'The dam',
  followed: true,
  createdAt: 1,
  // Later than now: the clock was set back.
  updatedAt: 9_000_000_000_000,
};
const EXPLANATION: Explanation = {
  verdict: 'same-story',
  score: 0.8,
  reasons: [],
  passages: [],
  said: null,
  other: null,
};

const language = { translator: signal(createTranslator('en')), toggle() {} };

function setUp() {
  const notice = signal<SpokenNotice | null>(null);
  const speaker = createSpeaker(notice, language);
  const stories = signal<StoryOverview[] | null>([
    { story: STORY, articles: 2, notes: 0, latestAt: 1 },
  ]);
  const articles = signal<StoryArticle[] | null>([
    makeStoryArticle('a'),
    makeStoryArticle('b', {}, { said: 'same' }),
  ]);
  const why = signal<OpenWhy | null>(null);
  const route = signal<Route>({ type: 'story', storyId: 'dam' });
  const query = signal('');
  const limit = signal(50);
  const wantsSites = signal(false);
  const settings = signal<HistorySettings | null>({
    recording: true,
    keepDays: 365,
    showLine: true,
    markNew: false,
  });
  return {
    ...{ notice, stories, why, route, query, limit, settings },
    words: () => notice.value?.words.replace(/[\u2068\u2069]/g, ''),
    undo: () => notice.value?.undo?.(),
    ...storyActions({ route, stories, articles, why, speaker, language }),
    ...historyActions({ query, limit, wantsSites, settings, speaker, language }),
  };
}

/** The background answers: by the request's name. */
function answer(replies: Record<string, unknown>): void {
  client.sendToBackground.mockImplementation((name: string, request: object) => {
    const reply = replies[name];
    const value = typeof reply === 'function' ? reply(request) : reply;
    return Promise.resolve(
      value === undefined
        ? { ok: false, error: { code: 'storage-full' } }
        : { ok: true, value },
    );
  });
}

const asked = (name: string) =>
  client.sendToBackground.mock.calls.flatMap(([called, request]) =>
    called === name ? [request] : [],
  );

beforeEach(() => {
  client.sendToBackground.mockReset();
});

describe('a story', () => {
  it('is renamed, later than its last change, and gets its name back', async () => {
    const page = setUp();
    answer({
      'change-story': ({ name }: { name: string }) => ({ story: { ...STORY, name } }),
    });
    page.renameStory('dam', 'Dam of the north');
    await vi.waitFor(() =>
      expect(page.words()).toBe('The story is now called “Dam of the north”'),
    );
    expect(asked('change-story')[0]).toEqual({
      storyId: 'dam',
      name: 'Dam of the north',
      at: STORY.updatedAt + 1,
    });
    page.undo();
    await vi.waitFor(() => expect(asked('change-story')).toHaveLength(2));
    expect(asked('change-story')[1]).toMatchObject({ storyId: 'dam', name: 'The dam' });
  });

  it('is no longer followed, and followed again by undo', async () => {
    const page = setUp();
    answer({ 'change-story': { story: { ...STORY, followed: false } } });
    page.setFollowed('dam', false);
    await vi.waitFor(() => expect(page.words()).toBe('You no longer follow “The dam”'));
    page.undo();
    await vi.waitFor(() => expect(asked('change-story')).toHaveLength(2));
    expect(asked('change-story')[1]).toMatchObject({ followed: true });
    expect(page.notice.value).toBeNull();
  });

  it('says what could not be done', async () => {
    const page = setUp();
    answer({});
    page.setFollowed('dam', false);
    await vi.waitFor(() => expect(page.words()).toContain('disk'));
    expect(page.notice.value?.tone).toBe('problem');
  });
});

describe('an article of a story', () => {
  it('is explained, and its explanation closed', async () => {
    const page = setUp();
    answer({ 'explain-likeness': EXPLANATION });
    page.toggleWhy('a');
    expect(page.why.value).toEqual({ articleId: 'a', explanation: null });
    await vi.waitFor(() => expect(page.why.value?.explanation).toEqual(EXPLANATION));
    expect(asked('explain-likeness')).toEqual([
      { articleId: 'a', with: { storyId: 'dam' } },
    ]);
    page.toggleWhy('a');
    expect(page.why.value).toBeNull();
  });

  it('shows no explanation that came after another was asked for', async () => {
    const page = setUp();
    let release = (_: unknown) => {};
    client.sendToBackground.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    page.toggleWhy('a');
    client.sendToBackground.mockImplementationOnce(() => new Promise(() => {}));
    page.toggleWhy('b');
    release({ ok: true, value: EXPLANATION });
    await Promise.resolve();
    expect(page.why.value).toEqual({ articleId: 'b', explanation: null });
  });

  it('leaves the story by the reader’s word, and undo says what was said before', async () => {
    const page = setUp();
    answer({ 'correct-likeness': {}, 'explain-likeness': EXPLANATION });
    page.toggleWhy('b');
    page.say('b', 'different');
    await vi.waitFor(() => expect(page.words()).toContain('your verdict'));
    expect(page.why.value).toBeNull();
    page.undo();
    await vi.waitFor(() => expect(asked('correct-likeness')).toHaveLength(2));
    expect(asked('correct-likeness')).toMatchObject([
      { articleId: 'b', with: { storyId: 'dam' }, says: 'different' },
      { articleId: 'b', with: { storyId: 'dam' }, says: 'same' },
    ]);
  });
});

describe('the history', () => {
  it('forgets, and one undo brings back all that was forgotten under it', async () => {
    const page = setUp();
    const articles = (request: { what?: { site?: string } }) => ({
      articles: request.what?.site ? 3 : 1,
    });
    answer({ 'forget-history': articles, 'undo-forgetting': articles });
    page.forgetArticle('a');
    await vi.waitFor(() => expect(page.words()).toBe('1 article forgotten; notes stay'));
    page.forgetSite('paper.example');
    await vi.waitFor(() => expect(page.words()).toBe('4 articles forgotten; notes stay'));
    page.undo();
    await vi.waitFor(() => expect(page.words()).toBe('2 articles brought back'));
    const tokens = asked('forget-history').map(({ token }) => token);
    expect(asked('undo-forgetting').map(({ token }) => token)).toEqual(tokens.reverse());
    expect(new Set(tokens).size).toBe(2);
    page.forgetEverything();
    await vi.waitFor(() => expect(page.words()).toBe('1 article forgotten; notes stay'));
  });

  it('begins a new search with few rows', () => {
    const page = setUp();
    page.showMore();
    expect(page.limit.value).toBe(100);
    page.search('dam');
    expect([page.query.value, page.limit.value]).toEqual(['dam', 50]);
  });

  it('shows a setting at once', () => {
    const page = setUp();
    page.changeSettings({ keepDays: null });
    expect(page.settings.value?.keepDays).toBeNull();
  });
});
