import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageFollower } from '@/entrypoints/popup/follow-page';
import type { Speaker } from '@/entrypoints/popup/speaker';
import { storyActions } from '@/entrypoints/popup/story-actions';
import { createStoryDesk } from '@/entrypoints/popup/story-desk';
import { createTranslator } from '@/locales/translate';
import type { PageReport } from '@/messaging/protocol';
import { makeKin, makeStory } from '@/test/make-encounter';
import { ARTICLE_ID, makeFacts } from '@/test/make-note';

const client = vi.hoisted(() => ({ sendToBackground: vi.fn(), sendToPage: vi.fn() }));
vi.mock('@/messaging/client', () => client);

const STORY = makeStory();
const KIN = makeKin();
const SUBJECT = { kin: KIN, list: 'sameStory', at: 0 } as const;
const LIKENESS = { verdict: 'same-story', score: 0.7, reasons: [], passages: [] };

function setUp(changes: Partial<PageReport> = {}) {
  const report: PageReport = {
    state: 'reading',
    article: makeFacts(),
    articleId: ARTICLE_ID,
    entities: [],
    notes: [],
    encounter: null,
    timings: { detected: null, recognised: null, painted: null, anchored: null },
    ...changes,
  };
  const look = signal({
    tab: null,
    page: { type: 'reading', painted: true, entities: [] },
    report,
  });
  const page = {
    look,
    article: signal({ id: ARTICLE_ID, facts: makeFacts() }),
    lookAgain: vi.fn(() => Promise.resolve()),
  };
  const said: { words: string; undo: (() => void) | undefined }[] = [];
  const speaker = {
    say: (words: string, undo?: () => void) => said.push({ words, undo }),
    complain: vi.fn(),
    complainOf: vi.fn(),
    silence: vi.fn(),
  };
  const desk = createStoryDesk(page as unknown as PageFollower, true);
  const actions = storyActions({
    tabId: 7,
    page: page as unknown as PageFollower,
    stories: desk,
    speaker: speaker as unknown as Speaker,
    language: { translator: signal(createTranslator('en')), toggle() {} },
    whileBusy: (work) => work(),
    leave: () => {},
  });
  return { desk, actions, page, said, speaker };
}

const asked = (name: string) =>
  client.sendToBackground.mock.calls.flatMap(([called, request]) =>
    called === name ? [request] : [],
  );

beforeEach(() => {
  client.sendToPage.mockReset().mockResolvedValue({ ok: true, value: {} });
  client.sendToBackground.mockReset().mockImplementation(async (name: string) => {
    switch (name) {
      case 'follow-story':
      case 'change-story':
        return { ok: true, value: { story: STORY } };
      case 'explain-likeness':
        return { ok: true, value: { ...LIKENESS, said: null, other: KIN } };
      default:
        return { ok: true, value: { articles: 1 } };
    }
  });
});

describe('following a story', () => {
  it('is shown at once, and taken back from the notice', async () => {
    const { desk, actions, said } = setUp();
    actions.followStory();
    await vi.waitFor(() => expect(said).toHaveLength(1));
    expect(asked('follow-story')[0]).toMatchObject({
      articleId: ARTICLE_ID,
      name: makeFacts().title,
    });
    expect(desk.view.value?.following).toEqual(STORY);
    said[0]?.undo?.();
    expect(desk.view.value?.following).toBeNull();
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(asked('change-story')[0]).toMatchObject({
      storyId: STORY.id,
      followed: false,
    });
    said[1]?.undo?.();
    expect(desk.view.value?.following).toEqual(STORY);
  });

  it('goes on when it could not be ended', async () => {
    const { desk, actions, speaker } = setUp();
    actions.followStory();
    await vi.waitFor(() => expect(desk.view.value?.following).toEqual(STORY));
    client.sendToBackground.mockResolvedValue({
      ok: false,
      error: { code: 'storage-full', message: '' },
    });
    actions.endFollowing(STORY);
    await vi.waitFor(() =>
      expect(speaker.complainOf).toHaveBeenCalledWith('storage-full'),
    );
    expect(desk.view.value?.following).toEqual(STORY);
  });

  it('is not asked for an article that is not kept', () => {
    const { actions } = setUp({ articleId: null });
    actions.followStory();
    expect(client.sendToBackground).not.toHaveBeenCalled();
  });
});

describe('why', () => {
  it('is answered, corrected, and the correction taken back to what was said before', async () => {
    const { desk, actions, said } = setUp();
    actions.openWhy(SUBJECT);
    expect(desk.view.value?.why).toMatchObject({ explanation: null });
    await vi.waitFor(() => expect(desk.view.value?.why?.explanation).not.toBeNull());
    actions.sayLikeness('different');
    await vi.waitFor(() => expect(said).toHaveLength(1));
    said[0]?.undo?.();
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(asked('correct-likeness').map(({ says }) => says)).toEqual([
      'different',
      null,
    ]);
    expect(asked('explain-likeness')[0]).toEqual({
      articleId: ARTICLE_ID,
      with: { articleId: KIN.articleId },
    });
  });

  it('closes when it cannot be answered, but not what was asked meanwhile', async () => {
    const { desk, actions, speaker } = setUp();
    let fail = () => {};
    const failure = { ok: false, error: { code: 'not-found', message: '' } };
    client.sendToBackground.mockReturnValueOnce(
      new Promise((resolve) => {
        fail = () => resolve(failure);
      }),
    );
    actions.openWhy(SUBJECT);
    actions.openWhy({ story: STORY });
    fail();
    await vi.waitFor(() => expect(speaker.complainOf).toHaveBeenCalledWith('not-found'));
    expect(desk.view.value?.why?.subject).toEqual({ story: STORY });
    client.sendToBackground.mockResolvedValue(failure);
    actions.openWhy(SUBJECT);
    await vi.waitFor(() => expect(desk.view.value?.why).toBeNull());
  });

  it('is of one article: the next begins without it', async () => {
    const { desk, actions, page } = setUp();
    actions.openWhy(SUBJECT);
    const { report, ...rest } = page.look.value;
    page.look.value = { ...rest, report: { ...report, articleId: KIN.articleId } };
    expect(desk.view.value?.why).toBeNull();
  });
});

describe('forgetting', () => {
  it('is undone with its own token', async () => {
    const { actions, said } = setUp();
    actions.forgetArticle();
    await vi.waitFor(() => expect(said).toHaveLength(1));
    const [{ token, what }] = asked('forget-history');
    expect(what).toEqual({ articleId: ARTICLE_ID });
    said[0]?.undo?.();
    await vi.waitFor(() => expect(asked('undo-forgetting')).toEqual([{ token }]));
  });
});

describe('the recording', () => {
  it('is paused at once, and the page told to meet its article again', async () => {
    const { desk, actions, page } = setUp();
    actions.setRecording(false);
    expect(desk.view.value?.recording).toBe(false);
    await vi.waitFor(() => expect(page.lookAgain).toHaveBeenCalled());
    expect(client.sendToPage).toHaveBeenCalledWith(7, 'history-changed', {});
  });
});
