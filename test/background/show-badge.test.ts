import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Encounter, Kin, StoryMeeting } from '@/core/model/story';
import { clearBadgesOfSitesOff, showBadge } from '@/entrypoints/background/show-badge';
import { writeUiLanguage } from '@/storage/preferences';
import { setSiteOn } from '@/storage/site-switch';
import { THEN } from '@/test/make-note';

const NOTHING: Encounter = {
  unrecorded: null,
  lastReadAt: null,
  timesRead: 0,
  changes: null,
  copies: [],
  sameStory: [],
  related: [],
  stories: [],
  carried: [],
};
const kin: Kin = {
  articleId: 'a',
  verdict: 'same-story',
  score: 0.8,
  url: 'https://www.example.com/a',
  title: 'عنوان',
  siteName: 'صحيفة',
  firstReadAt: THEN,
  notes: 0,
};
const meeting: StoryMeeting = {
  story: { id: 's', name: 'قصة', followed: true, createdAt: THEN, updatedAt: THEN },
  verdict: 'same-story',
  score: 0.8,
  isNew: false,
  articles: 4,
  notes: 1,
};

const setText = vi.fn(async () => {});
const setTitle = vi.fn(async (_: { title: string }) => {});

beforeEach(() => {
  fakeBrowser.reset();
  setText.mockClear();
  setTitle.mockClear();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key: string) => key);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  Object.assign(fakeBrowser.action, {
    setBadgeText: setText,
    setTitle,
    setBadgeBackgroundColor: vi.fn(async () => {}),
    setBadgeTextColor: vi.fn(async () => {}),
  });
});

describe('the badge', () => {
  it.each<[string, string, Partial<Encounter>]>([
    ['nothing known', '', {}],
    ['read before', '✓', { lastReadAt: THEN }],
    ['republished', '=', { copies: [{ ...kin, verdict: 'same-text' }] }],
    ['the very article', '★', { stories: [{ ...meeting, verdict: 'same-text' }] }],
    ['new in a story', '+', { stories: [{ ...meeting, isNew: true }] }],
    ['in a story', '4', { stories: [meeting] }],
    ['in a story of very many', '99+', { stories: [{ ...meeting, articles: 1_200 }] }],
    ['alone in a story', '', { stories: [{ ...meeting, articles: 0 }] }],
    ['the same story', '2', { sameStory: [kin, kin] }],
    ['related', '', { related: [{ ...kin, verdict: 'related' }] }],
  ])('of an article, %s: %j', async (_, text, change) => {
    await showBadge(7, { ...NOTHING, ...change }, THEN);
    expect(setText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text });
  });

  it('goes where a site is switched off, and stays elsewhere', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
      { id: 3, url: 'https://www.off.example/a' },
      { id: 4, url: 'https://on.example/a' },
      { id: 5 },
    ] as never);
    clearBadgesOfSitesOff();
    await setSiteOn('off.example', false);
    await vi.waitFor(() => expect(setText).toHaveBeenCalledTimes(2));
    expect(setText.mock.calls).toEqual([
      [{ tabId: 3, text: '' }],
      [{ tabId: 5, text: '' }],
    ]);
  });

  it('of a tab that was closed is no error', async () => {
    setText.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    await showBadge(7, { ...NOTHING, lastReadAt: THEN }, THEN);
    expect(setText).toHaveBeenCalledOnce();
  });

  it('says it in words too, in the reader’s language, and only while there is something to say', async () => {
    const same = { ...NOTHING, sameStory: [kin] };
    await showBadge(7, same, THEN);
    await writeUiLanguage('ar');
    await showBadge(7, same, THEN);
    await showBadge(7, NOTHING, THEN);
    await showBadge(7, same, THEN);
    await showBadge(7, null, THEN);
    expect(setTitle.mock.calls.map(([{ title }]) => title)).toEqual([
      'Same story: 1 read',
      expect.stringMatching(/^القصة نفسها/),
      'extensionName',
      expect.stringMatching(/^القصة نفسها/),
      'extensionName',
    ]);
  });
});
