import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArticleFacts } from '@/core/model/article';
import type { Encounter } from '@/core/model/story';
import { unpackFingerprint } from '@/core/similarity/pack-fingerprint';
import { sendToBackground } from '@/messaging/client';
import type { Reply } from '@/messaging/protocol';
import type { HistorySettings } from '@/storage/history-settings';
import {
  COPY,
  FOOTBALL,
  factsOf,
  numberedId,
  REPORT,
  RETOLD,
  similarityWithoutTable,
  type TestArticle,
} from '@/test/make-meeting';
import { makeDraft, NOTE_ID, THEN } from '@/test/make-note';
import { POPUP, READER, startBackground } from './start-background';

const STORY = numberedId(500);
const TOKEN = numberedId(900);
const SETTINGS: HistorySettings = {
  recording: true,
  keepDays: 365,
  showLine: true,
  markNew: false,
};

const meet = (article: TestArticle, visit = 1, facts: Partial<ArticleFacts> = {}) =>
  sendToBackground('meet-article', {
    article: { ...factsOf(article), ...facts },
    visitId: numberedId(visit),
    text: article.text,
    names: [],
  });

const open = (article: TestArticle) =>
  sendToBackground('open-article', {
    article: factsOf(article),
    visitId: numberedId(1),
    entities: [],
  });

function given<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const idOf = async (article: TestArticle): Promise<string> =>
  given(await open(article)).articleId ?? '';

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('an article that is met', () => {
  it('is told what it has to do with others, and the badge shows it', async () => {
    const { showBadge } = startBackground();
    await meet(REPORT);
    const met = given(await meet(COPY, 2));
    expect(met.copies).toMatchObject([{ title: REPORT.title }]);
    expect(showBadge).toHaveBeenLastCalledWith(READER.tab.id, met, THEN);
    await sendToBackground('leave-article', {});
    expect(showBadge).toHaveBeenLastCalledWith(READER.tab.id, null, THEN);
  });

  it('in part is remembered as cut, as the page says', async () => {
    const { db } = startBackground();
    await meet(REPORT);
    await meet(COPY, 2, { partial: true });
    const kept = await db.fingerprints.toArray();
    const partial = kept.map(({ packed }) => unpackFingerprint(packed).partial);
    expect(partial.sort()).toEqual([false, true]);
  });

  it('is one article for all messages about it', async () => {
    const { db } = startBackground();
    const articleId = await idOf(REPORT);
    await meet(REPORT);
    await sendToBackground('save-note', {
      article: factsOf(REPORT),
      note: makeDraft(),
    });
    expect(await db.articles.count()).toBe(1);
    expect(await db.fingerprints.where({ articleId }).first()).toBeDefined();
  });

  it('is compared once what that takes could be loaded', async () => {
    const loadSimilarity = vi.fn(async () => similarityWithoutTable());
    loadSimilarity.mockRejectedValueOnce(new Error('terms.bin: 404'));
    startBackground({ loadSimilarity });
    expect(await meet(REPORT)).toMatchObject({
      ok: false,
      error: { code: 'unexpected' },
    });
    expect(await meet(REPORT)).toMatchObject({ ok: true });
  });
});

describe('nothing is recorded', () => {
  const counts = async ({ db }: ReturnType<typeof startBackground>) =>
    Promise.all(db.tables.map((table) => table.count()));

  it.each<[string, Partial<HistorySettings>, object, Encounter['unrecorded']]>([
    ['while the reader has paused it', { recording: false }, READER, 'paused'],
    [
      'in a private window',
      {},
      { ...READER, tab: { ...READER.tab, incognito: true } },
      'private',
    ],
  ])('%s', async (_, change, from, why) => {
    const readSettings = async () => ({ ...SETTINGS, ...change });
    const background = startBackground({ readSettings }, from);
    expect(given(await open(REPORT))).toEqual({
      articleId: null,
      notes: [],
      firstOpenedAt: THEN,
    });
    expect(given(await meet(REPORT)).unrecorded).toBe(why);
    // Housekeeping writes when it was done, and nothing else.
    const kept = why === 'private' ? 0 : 1;
    await vi.waitFor(async () => expect(await background.db.meta.count()).toBe(kept));
    expect((await counts(background)).reduce((sum, one) => sum + one, 0)).toBe(kept);
    // What the reader writes is kept all the same (in memory, if need be), and found again.
    await sendToBackground('save-note', { article: factsOf(REPORT), note: makeDraft() });
    const again = given(await open(REPORT));
    expect(again.notes).toMatchObject([{ id: NOTE_ID }]);
    expect(again.articleId === null).toBe(why === 'private');
    expect(await background.db.history.count()).toBe(0);
  });
});

describe('what the reader decides', () => {
  it('about a likeness is respected by the next meeting, and all tabs hear of it', async () => {
    const { announceHistory } = startBackground();
    await meet(REPORT);
    await meet(RETOLD);
    const wish = {
      articleId: await idOf(RETOLD),
      with: { articleId: await idOf(REPORT) },
      says: 'different' as const,
      at: THEN,
    };
    expect(given(await sendToBackground('correct-likeness', wish))).toEqual({});
    expect(announceHistory).toHaveBeenCalledOnce();
    expect(given(await meet(RETOLD)).sameStory).toEqual([]);
    const explained = given(await sendToBackground('explain-likeness', wish));
    expect(explained).toMatchObject({ verdict: 'different', said: 'different' });
    expect(explained.score).toBeGreaterThan(0.5);
  });

  it('about a story makes it, changes it and moves its line', async () => {
    const { db, announceHistory } = startBackground();
    await meet(REPORT);
    const wish = { storyId: STORY, articleId: await idOf(REPORT), name: 'س', at: THEN };
    const { story } = given(await sendToBackground('follow-story', wish));
    expect(given(await meet(RETOLD)).stories).toMatchObject([{ story, isNew: true }]);
    const articleId = await idOf(RETOLD);
    const correction = { articleId, with: { storyId: STORY }, at: THEN };
    await sendToBackground('correct-likeness', { ...correction, says: 'different' });
    expect((await db.corrections.toArray())[0]?.score).toBeGreaterThan(0.5);
    expect(given(await meet(RETOLD)).stories).toEqual([]);
    await sendToBackground('correct-likeness', {
      ...correction,
      says: null,
      at: THEN + 1,
    });
    expect(given(await meet(RETOLD)).stories).toMatchObject([{ story }]);
    const end = { storyId: STORY, followed: false, at: THEN + 2 };
    await sendToBackground('change-story', end);
    expect(given(await meet(RETOLD)).stories).toEqual([]);
    expect(announceHistory).toHaveBeenCalledTimes(4);
  });

  it('to forget is done on the word of our own pages only', async () => {
    const page = startBackground();
    await meet(REPORT);
    const forget = { token: TOKEN, what: { all: true as const }, at: THEN };
    for (const name of ['forget-history', 'undo-forgetting'] as const) {
      expect(await sendToBackground(name, forget)).toMatchObject({
        ok: false,
        error: { code: 'bad-message' },
      });
    }
    expect(await page.db.history.count()).toBe(1);
    const popup = startBackground({ db: page.db }, POPUP);
    expect(given(await sendToBackground('forget-history', forget))).toEqual({
      articles: 1,
    });
    expect(await page.db.articles.count()).toBe(0);
    const undo = { token: TOKEN };
    expect(given(await sendToBackground('undo-forgetting', undo))).toEqual({
      articles: 1,
    });
    expect(await page.db.articles.count()).toBe(1);
    expect(popup.announceHistory).toHaveBeenCalledTimes(2);
  });

  it('is answered when there is no such thing', async () => {
    const { announceHistory } = startBackground();
    const wish = { storyId: STORY, articleId: numberedId(77), name: 'س', at: THEN };
    expect(await sendToBackground('follow-story', wish)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(announceHistory).not.toHaveBeenCalled();
  });
});

describe('sentences read before', () => {
  it('are found in other articles of the story', async () => {
    startBackground();
    await meet(REPORT);
    const wish = { storyId: STORY, articleId: await idOf(REPORT), name: 'س', at: THEN };
    await sendToBackground('follow-story', wish);
    await meet(FOOTBALL);
    const [first = ''] = REPORT.text.split('\n\n');
    const text = `${FOOTBALL.text}\n\n${first}`;
    const find = { storyId: STORY, article: factsOf(FOOTBALL), text };
    const { read } = given(await sendToBackground('find-read-sentences', find));
    expect(read.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(first);
  });
});

describe('a bad request', () => {
  const article = factsOf(REPORT);
  const visit = { article, visitId: numberedId(1), text: '', names: [] };
  it.each([
    ['meet-article', { ...visit, visitId: 'no uuid' }],
    ['meet-article', { ...visit, article: { ...article, url: 'https://else.example/' } }],
    ['meet-article', { ...visit, text: 7 }],
    ['explain-likeness', { articleId: numberedId(1), with: {} }],
    [
      'correct-likeness',
      { articleId: 'x', with: { storyId: 'seed/x' }, says: null, at: 1 },
    ],
    ['follow-story', { storyId: 'seed/x', articleId: numberedId(1), name: '', at: 1 }],
    ['change-story', { storyId: '../x', at: 1 }],
    ['find-read-sentences', { storyId: STORY, article: {}, text: '' }],
    ['refuse-carried', { noteId: 'x', articleId: numberedId(1), refused: true, at: 1 }],
    ['forget-history', { token: TOKEN, what: { all: false }, at: 1 }],
  ])('is refused: %s %j', async (name, request) => {
    const { deliver, db } = startBackground();
    expect(await deliver({ hawashi: 1, name, request })).toMatchObject({
      ok: false,
      error: { code: 'bad-message' },
    });
    for (const table of db.tables) expect(await table.count()).toBe(0);
    fakeBrowser.reset();
  });

  it('leaves an odd name out, and reads on', async () => {
    startBackground();
    const names = [
      { id: 'per/x', kind: 'actor', name: 'س', count: 1, first: 0 },
      { id: 7 },
    ];
    const request = { ...visit, names: names as never };
    expect(await sendToBackground('meet-article', request)).toMatchObject({ ok: true });
  });
});
