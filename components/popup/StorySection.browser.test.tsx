import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CarriedNote, Explanation, Kin } from '@/core/model/story';
import { makeEncounter, makeKin, makeMeeting, makeStory } from '@/test/make-encounter';
import { makeNote } from '@/test/make-note';
import { problemsOfAccess } from '@/test/problems-of-access';
import { shown } from '@/test/show-popup';
import type { StoryView } from './popup-view';

const NOW = new Date(2020, 3, 12, 12).getTime();
const HOSTILE = '<img src=x onerror="window.hacked=1">';

function kin(articleId: string, change: Partial<Kin> = {}): Kin {
  return makeKin({
    articleId,
    url: `https://paper.example/${articleId}`,
    title: `Title of ${articleId}`,
    siteName: 'The Paper',
    published: '2020-04-10',
    firstReadAt: new Date(2020, 3, 11, 9).getTime(),
    ...change,
  });
}

const STORY = makeStory();
const encounter = makeEncounter;

function story(change: Partial<StoryView> = {}): StoryView {
  return {
    encounter: encounter(),
    following: null,
    isKept: true,
    recording: true,
    why: null,
    now: NOW,
    ...change,
  };
}

const COPY = kin('copy', { verdict: 'same-text', score: 1, siteName: 'وكالة النهر' });
const SAME = kin('same', { notes: 2 });
const CARRIED: CarriedNote = { note: makeNote(), from: COPY };
const EXPLANATION: Explanation = {
  verdict: 'same-story',
  score: 0.8,
  reasons: [{ kind: 'actors', labels: ['First Minister'] }],
  passages: [{ quote: 'words that both papers have', words: 5 }],
  said: null,
  other: SAME,
};
const MEETING = makeMeeting({ isNew: false });

const button = (name: string | RegExp, more: { exact?: boolean } = {}) =>
  page.getByRole('button', { name, ...more });
const row = (root: Element) => root.querySelector('.hw-story-row');

describe('the line of the story', () => {
  it('is as high before the answer as after it, whatever that is', () => {
    const { root, draw } = shown({ story: story({ encounter: null }) });
    const tabs = () => root.querySelector('.hw-tabs-bar')?.getBoundingClientRect().top;
    const before = tabs();
    expect(before).toBeGreaterThan(0);
    for (const met of [
      encounter(),
      encounter({ copies: [COPY], carried: [CARRIED, CARRIED] }),
      encounter({ related: [kin('far', { title: 'A long title '.repeat(30) })] }),
    ]) {
      draw({ story: story({ encounter: met }) });
      expect(tabs()).toBe(before);
    }
    draw({ story: story({ following: STORY }) });
    expect(tabs()).toBe(before);
  });

  it('says nothing of an article like no other, which can be followed all the same', async () => {
    const { root, actions } = shown({ story: story() });
    expect(row(root)?.textContent).toBe('Follow this story');
    await userEvent.click(button('Follow this story'));
    expect(actions.followStory).toHaveBeenCalledOnce();
  });

  it('is not there on a page that is not read, and rests where nothing is kept', async () => {
    const { root, draw } = shown({ page: { type: 'not-article' } });
    expect(row(root)).toBeNull();
    draw({ story: story({ isKept: false }) });
    await expect.element(button('Follow this story')).toBeDisabled();
  });

  it.each([
    ['en', 'Republished: first seen at \u2068وكالة النهر\u2069 yesterday'],
    ['ar', 'نصّ معاد نشره: رأيته أولًا في \u2068وكالة النهر\u2069 أمس'],
  ] as const)('says what the article is (%s)', (lang, sentence) => {
    const copied = story({ encounter: encounter({ copies: [COPY] }) });
    const { text } = shown({ story: copied }, lang);
    expect(text('.hw-story-words')).toEqual([sentence]);
  });

  it('says so when the story is followed, and ends it', async () => {
    const { actions, text, draw } = shown({ story: story({ following: STORY }) });
    expect(text('.hw-story-words')).toEqual(['Following: \u2068The long crisis\u2069']);
    await userEvent.click(button('Following').last());
    expect(actions.endFollowing).toHaveBeenCalledExactlyOnceWith(STORY);
    const met = encounter({ stories: [MEETING] });
    draw({ story: story({ following: STORY, encounter: met }) });
    expect(text('.hw-story-words')[0]).toContain('(4 read, 2 notes)');
  });
});

describe('the line of the article', () => {
  const again = { lastReadAt: NOW - 86_400_000, timesRead: 2 };

  it.each([
    ['en', {}, 'Not read before'],
    ['en', { ...again, timesRead: 1 }, 'Read once before, yesterday'],
    ['en', again, 'Read 2 times before, last yesterday'],
    ['ar', again, 'قرأته مرتين من قبل، آخرهما أمس'],
    // Who reads in private has perhaps read it all the same.
    ['en', { unrecorded: 'private' }, '\u00a0'],
  ] as const)('says when it was read, and how often (%s, %o)', (lang, met, words) => {
    const { text } = shown({ story: story({ encounter: encounter(met) }) }, lang);
    expect(text('.hw-read-before')).toEqual([words]);
  });

  it('leaves the line of the story to the story', () => {
    const met = encounter({ ...again, sameStory: [SAME] });
    const { text } = shown({ story: story({ encounter: met }) });
    expect(text('.hw-story-words')).toEqual(['Same story: 1 read, 2 notes']);
  });

  it('is as high before it is known', () => {
    const { root, draw } = shown({ story: story({ encounter: null }) });
    const main = () => root.querySelector('main')?.getBoundingClientRect().top;
    const before = main();
    draw({ story: story({ encounter: encounter(again) }) });
    expect(main()).toBe(before);
  });
});

describe('opened, it', () => {
  const met = encounter({
    copies: [COPY],
    sameStory: [SAME],
    related: [kin('far', { verdict: 'related' })],
    carried: [CARRIED, CARRIED, CARRIED],
  });
  const open = () => userEvent.click(button(/^Republished/));

  it('lists the kin with site, day and notes, each a link', async () => {
    const { root, text } = shown({ story: story({ encounter: met }) });
    await open();
    expect(text('.hw-story-head')).toEqual([
      'The same text elsewhere',
      'The same story',
      'Related',
    ]);
    expect(text('.hw-kin-facts')[1]).toBe(
      'The Paper · 10 Apr 2020 · read yesterday · 2 notes',
    );
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.hw-kin a')];
    expect(links.map(({ href }) => href)).toContain('https://paper.example/same');
  });

  it('leads to the notes of copies that wait in the page, from the notes as well', async () => {
    const { actions } = shown({ story: story({ encounter: met }) });
    await open();
    await userEvent.click(button('Review'));
    await userEvent.click(button(/^Republished/));
    await userEvent.click(page.getByRole('tab', { name: 'Notes 0' }));
    await expect
      .element(page.getByText('3 notes of yours from other copies'))
      .toBeVisible();
    await userEvent.click(button('Review'));
    expect(actions.reviewCarried).toHaveBeenCalledTimes(2);
  });

  it('leads to what changed in the page', async () => {
    const changes = { added: [{ start: 0, end: 9 }], changed: [], removed: [] };
    const { actions } = shown({
      story: story({ encounter: encounter({ lastReadAt: 1, changes }) }),
    });
    await userEvent.click(button(/^1 paragraph changed/));
    await userEvent.click(button('Show what changed'));
    expect(actions.showChanges).toHaveBeenCalledOnce();
  });

  it('asks why, shows the answer in place, and takes the reader’s own', async () => {
    const { actions, draw, root } = shown({ story: story({ encounter: met }) });
    await open();
    await userEvent.click(button('Why?').nth(1));
    const subject = { kin: SAME, list: 'sameStory', at: 0 } as const;
    expect(actions.openWhy).toHaveBeenCalledExactlyOnceWith(subject);
    draw({
      story: story({ encounter: met, why: { subject, explanation: null } }),
    });
    expect(root.querySelector('[aria-busy="true"]')).not.toBeNull();
    const why = { subject, explanation: EXPLANATION };
    draw({ story: story({ encounter: met, why }) });
    expect(root.querySelector('.hw-why')?.textContent).toContain('First Minister');
    await userEvent.click(button('Not the same'));
    expect(actions.sayLikeness).toHaveBeenCalledExactlyOnceWith('different');
    await userEvent.click(button('Why?').nth(1));
    expect(actions.closeWhy).toHaveBeenCalledOnce();
  });

  it('keeps what is asked about in its place, with the focus, when it is said to be another story', async () => {
    const subject = { kin: SAME, list: 'sameStory', at: 0 } as const;
    const why = { subject, explanation: EXPLANATION };
    const { draw, text } = shown({ story: story({ encounter: met, why }) });
    await open();
    await userEvent.click(button('Not the same'));
    const said = { subject, explanation: { ...EXPLANATION, said: 'different' as const } };
    const without = encounter({ ...met, sameStory: [] });
    draw({ story: story({ encounter: without, why: said }) });
    expect(text('.hw-story-head')).toContain('The same story');
    expect(document.activeElement?.textContent).toBe('Not the same');
    draw({ story: story({ encounter: encounter(), why: said }) });
    expect(document.activeElement?.textContent).toBe('Not the same');
  });

  it('opens and closes by keys alone, Esc by Esc', async () => {
    const subject = { kin: COPY, list: 'copies', at: 0 } as const;
    const why = { subject, explanation: EXPLANATION };
    const { root, draw, actions } = shown({ story: story({ encounter: met }) });
    root.querySelector<HTMLElement>('.hw-story-line')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(root.querySelector('.hw-story-more')).not.toBeNull();
    draw({ story: story({ encounter: met, why }) });
    await userEvent.keyboard('{Escape}');
    expect(actions.closeWhy).toHaveBeenCalledOnce();
    draw({ story: story({ encounter: met }) });
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('.hw-story-more')).toBeNull();
  });

  it('names the followed story, which leads to its page', async () => {
    const followed = encounter({ stories: [MEETING] });
    const { actions } = shown({
      story: story({ encounter: followed, following: STORY }),
    });
    await userEvent.click(button(/^A story you follow/));
    await userEvent.click(button('Open the story'));
    expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith(`#story/${STORY.id}`);
    await userEvent.click(button('Why?'));
    expect(actions.openWhy).toHaveBeenCalledExactlyOnceWith({ story: STORY });
  });

  it('shows a story that is only related among what is related', async () => {
    const related = makeMeeting({ verdict: 'related', score: 0.3 });
    const { text } = shown({
      story: story({ encounter: encounter({ stories: [related] }) }),
    });
    await userEvent.click(button(/^Related to a story you follow/));
    expect(text('.hw-story-head')).toEqual(['Related']);
    expect(text('.hw-kin .hw-story-name')).toEqual(['The long crisis']);
    await expect.element(button('Follow', { exact: true })).toBeEnabled();
  });

  it('keeps the focus where it was opened when Esc closes it', async () => {
    const { actions, draw } = shown({ story: story({ encounter: met }) });
    await open();
    const asked = {
      subject: { kin: SAME, list: 'sameStory', at: 0 },
      explanation: EXPLANATION,
    } as const;
    draw({ story: story({ encounter: met, why: asked }) });
    await userEvent.click(button('Not the same'));
    await userEvent.keyboard('{Escape}');
    expect(actions.closeWhy).toHaveBeenCalledOnce();
    expect(document.activeElement?.className).toContain('hw-why-open');
    draw({ story: story({ encounter: met }) });
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.className).toBe('hw-story-line');
  });

  it('shows hostile words as text', async () => {
    const bad = kin('bad', {
      title: HOSTILE,
      siteName: HOSTILE,
      url: 'javascript:alert(1)',
    });
    const { root } = shown({
      story: story({
        encounter: encounter({ sameStory: [bad], stories: [MEETING] }),
        following: { ...STORY, name: HOSTILE },
      }),
    });
    await userEvent.click(button(/^A story you follow/));
    expect(root.textContent).toContain(HOSTILE);
    expect(root.querySelectorAll('img, .hw-kin a')).toHaveLength(0);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  });
});

describe('the history', () => {
  it('says when nothing is recorded, and records again', async () => {
    const { actions, text, draw } = shown({
      story: story({ recording: false }),
      recording: false,
    });
    expect(text('.hw-story-paused span')[0]).toContain('Recording is paused');
    await userEvent.click(button('Record again'));
    expect(actions.setRecording).toHaveBeenCalledExactlyOnceWith(true);
    draw({ story: story({ encounter: encounter({ unrecorded: 'private' }) }) });
    expect(text('.hw-story-paused')).toEqual([
      'A private window: nothing you read here is remembered.',
    ]);
  });

  it('is paused, forgotten and opened from the foot', async () => {
    const { actions, root } = shown({ story: story() });
    await userEvent.click(button('What Hawashi remembers'));
    await userEvent.click(button('Pause recording'));
    expect(actions.setRecording).toHaveBeenCalledExactlyOnceWith(false);
    await userEvent.click(button('Forget this article'));
    expect(actions.forgetArticle).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('.hw-history')).toBeNull();
    await userEvent.click(button('Library'));
    expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith();
  });

  it('has nothing to forget where nothing is kept', async () => {
    shown({ canForget: false });
    await userEvent.click(button('What Hawashi remembers'));
    await expect.element(button('Forget this article')).toBeDisabled();
  });
});

describe('accessibility', () => {
  it.each(['ar', 'en'] as const)('has no violations, opened (%s)', async (lang) => {
    const subject = { kin: SAME, list: 'sameStory', at: 0 } as const;
    const { root } = shown(
      {
        story: story({
          encounter: encounter({
            copies: [COPY],
            sameStory: [SAME],
            stories: [MEETING],
            carried: [CARRIED],
          }),
          following: STORY,
          recording: false,
          why: { subject, explanation: EXPLANATION },
        }),
        recording: false,
      },
      lang,
    );
    root.querySelector<HTMLElement>('.hw-story-line')?.click();
    root.querySelector<HTMLElement>('.hw-popup-foot .hw-icon-button')?.click();
    await new Promise(requestAnimationFrame);
    expect(root.querySelectorAll('.hw-why, .hw-history')).toHaveLength(2);
    expect(await problemsOfAccess()).toEqual([]);
  });
});
