import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Entity } from '@/core/model/entity';
import type { Story } from '@/core/model/story';
import { createTranslator } from '@/locales/translate';
import { makeNote } from '@/test/make-note';
import { notesActions } from '@/test/make-notes-part';
import { reviewActions } from '@/test/make-review-part';
import { makeStoryArticle } from '@/test/make-story-article';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ReviewTranslation } from '../translation/ReviewTranslation';
import type { AboutStoryPart, ArticlePart, EntityPart } from './about-view';
import type { ImportRow, KeepingPart } from './keeping-view';
import { LibraryPage } from './LibraryPage';
import css from './library-page.css?inline';
import type { HistoryRow, LibraryActions, LibraryState, StoryRow } from './library-view';

const HOSTILE = '<img src=x onerror="window.hacked=1">';
const NOW = new Date(2020, 4, 6, 12).getTime();

let cleanUp: () => void = () => {};
beforeEach(async () => {
  await page.viewport(800, 700);
});
afterEach(() => cleanUp());

function story(id: string, name: string, change: Partial<Story> = {}): Story {
  return { id, name, followed: true, createdAt: 1, updatedAt: 1, ...change };
}

const STORIES: StoryRow[] = [
  { story: story('dam', 'The dam'), articles: 4, notes: 1, latestAt: NOW },
  {
    story: story('seed/spring', '', { names: { ar: 'ربيع', en: 'Spring' } }),
    articles: 0,
    notes: 0,
    latestAt: null,
  },
  {
    story: story('old', 'The old election', { followed: false }),
    articles: 2,
    notes: 0,
    latestAt: NOW,
  },
];

const MEMBERS = [
  makeStoryArticle('a', { published: '2020-04-01', siteName: 'First' }, { by: 'seed' }),
  makeStoryArticle('b', { published: '2020-04-04', siteName: 'Second' }, { notes: 2 }),
  makeStoryArticle('c', { published: '2020-04-04', siteName: 'Third' }, { said: 'same' }),
  makeStoryArticle('d', { published: '2020-04-20' }, { said: 'different' }),
  makeStoryArticle('e', { published: '2020-05-01', lang: 'ar', title: 'تقرير خامس' }),
];

function read(count: number): HistoryRow[] {
  return Array.from({ length: count }, (_, index) => ({
    article: makeStoryArticle(`h${index}`).article,
    notes: index % 7 === 0 ? 1 : 0,
    readAt: NOW,
  }));
}

function historyOf(count: number, query = ''): LibraryState['history'] {
  const sites = [
    { site: 'paper.example', articles: 900 },
    { site: 'second.example', articles: 334 },
  ];
  return { query, articles: read(count), total: count === 0 ? 0 : 1234, sites };
}

const keepingActions = () => ({
  askToPersist: vi.fn(),
  backUpNow: vi.fn(),
  restoreGeneration: vi.fn(),
  chooseFile: vi.fn(),
  chooseColumns: vi.fn(),
  bringFileBack: vi.fn(),
  cancelWork: vi.fn(),
  saveFile: vi.fn(),
  saveDamaged: vi.fn(),
  setWeeklyFile: vi.fn(),
  undoLastBrought: vi.fn(),
});

const KEEPING: KeepingPart = {
  ...{ persisted: false, bytes: 3_100_000, notes: 1234, trash: 2, due: 3 },
  writtenAt: NOW - 3_600_000,
  generations: [
    { number: 2, at: NOW - 86_400_000, kind: 'asked', notes: 1200 },
    { number: 1, at: NOW - 5 * 86_400_000, kind: 'migration', notes: 1100 },
  ],
  damaged: 1,
  check: { at: NOW, mended: 1, reattached: 0 },
  trouble: 'storage-full',
  file: { wanted: true, writtenAt: NOW - 86_400_000, trouble: 'denied' },
  work: null,
  lastBrought: {
    token: 'brought',
    at: NOW - 86_400_000,
    added: 120,
    changed: 1,
    days: 6,
  },
};
function importRow(id: string): ImportRow {
  return { id, article: HOSTILE, quote: 'أعلنت بغداد', body: `words ${id}`, here: null };
}
const importRows = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => importRow(`${kind} ${index}`));
const PREVIEW: KeepingPart['work'] = {
  type: 'preview',
  preview: {
    name: HOSTILE,
    format: 'csv',
    kinds: {
      added: importRows('added', 120),
      changed: [{ ...importRow('changed'), here: 'ما كان هنا' }],
      conflicting: [{ ...importRow('conflicting'), here: HOSTILE }],
      gone: importRows('gone', 2),
      same: importRows('same', 20),
    },
    left: 300,
    refused: [
      { row: 0, reason: 'cut-off' },
      { row: 4, reason: 'not-valid', list: 'notes', field: 'tags' },
    ],
    table: {
      chosen: null,
      headings: ['رابط', 'Passage', HOSTILE],
      columns: { url: 0, quote: 1 },
      sample: [['https://example.com/a', HOSTILE, '']],
    },
  },
};

const BAGHDAD: Entity = {
  ...{ id: 'loc/baghdad', kind: 'place', source: 'lexicon' },
  names: { ar: 'بغداد', en: 'Baghdad' },
};
const PERSON: Entity = {
  ...{ id: 'per/someone', kind: 'person', source: 'text' },
  names: { en: 'Some One' },
};
const ARTICLE: ArticlePart = {
  article: makeStoryArticle('a', { title: HOSTILE, byline: 'A Writer' }).article,
  notes: [makeNote({ tags: ['x'] }), makeNote({ target: { type: 'article' } })],
  entities: [
    { entity: BAGHDAD, count: 7, acts: true },
    { entity: PERSON, count: 1 },
  ],
  stories: [story('dam', 'The dam')],
};
const PLACE: EntityPart = {
  entity: { ...BAGHDAD, description: { ar: 'عاصمة العراق', en: 'Capital of Iraq' } },
  total: 70,
  articles: Array.from({ length: 50 }, (_, index) => ({
    article: makeStoryArticle(`p${index}`).article,
    ...{ count: 3, notes: index % 2 },
  })),
  said: {
    ...{ total: 3, more: true },
    said: [{ note: makeNote(), article: makeStoryArticle('a').article }],
  },
  company: {
    ...{ looked: 60, links: [{ from: 0, to: 1, articles: 2 }] },
    company: [
      { entity: PERSON, articles: 9 },
      { entity: { ...PERSON, id: 'per/other', names: { en: HOSTILE } }, articles: 3 },
    ],
    times: Array.from({ length: 60 }, (_, index) =>
      Date.UTC(2010 + (index % 9), index % 9),
    ),
  },
};

const ABOUT_DAM: AboutStoryPart = {
  total: 12,
  notes: [{ note: makeNote(), article: makeStoryArticle('a').article }],
  company: {
    ...{ looked: 4, links: [] },
    company: [
      { entity: PERSON, articles: 9 },
      { entity: BAGHDAD, articles: 4 },
    ],
  },
};

function trashOf(count: number, query = ''): LibraryState['trash'] {
  const notes = Array.from({ length: count }, (_, index) => ({
    note: makeNote({
      id: `note-${index}`,
      body: `words ${index}`,
      tags: ['tag'],
      deletedAt: NOW,
    }),
    article: index === 0 ? makeStoryArticle('a').article : null,
  }));
  return { query, notes, total: count };
}

function shown(first: Partial<LibraryState> = {}, lang: 'ar' | 'en' = 'en') {
  const actions = {
    renameStory: vi.fn(),
    setFollowed: vi.fn(),
    toggleWhy: vi.fn(),
    say: vi.fn(),
    search: vi.fn(),
    showMore: vi.fn(),
    showSites: vi.fn(),
    forgetArticle: vi.fn(),
    forgetSite: vi.fn(),
    forgetEverything: vi.fn(),
    searchTrash: vi.fn(),
    showMoreTrash: vi.fn(),
    restoreNote: vi.fn(),
    purgeNote: vi.fn(),
    emptyTrash: vi.fn(),
    changeSettings: vi.fn(),
    toggleLanguage: vi.fn(),
    dismissNotice: vi.fn(),
    acceptBroughtBack: vi.fn(),
    undoBroughtBack: vi.fn(),
    showMonth: vi.fn(),
    showMoreOfDay: vi.fn(),
    ...keepingActions(),
    ...notesActions(),
    ...reviewActions(),
    ...{ showMoreArticles: vi.fn(), showMoreSaid: vi.fn() },
  } satisfies LibraryActions;
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  let state: LibraryState = {
    route: { type: 'stories' },
    notes: null,
    aboutArticle: null,
    aboutEntity: null,
    ...{ review: null, dueNotes: 0 },
    aboutStory: null,
    stories: STORIES,
    articles: MEMBERS,
    why: null,
    history: historyOf(20),
    calendar: null,
    trash: trashOf(2),
    settings: { recording: true, keepDays: 365, showLine: true, markNew: false },
    keeping: null,
    broughtBack: null,
    failure: null,
    notice: null,
    now: NOW,
  };
  const draw = (change: Partial<LibraryState>) => {
    state = { ...state, ...change };
    render(
      <ReviewTranslation translator={translator}>
        <LibraryPage state={state} actions={actions} />
      </ReviewTranslation>,
      root,
    );
  };
  draw(first);
  cleanUp = () => {
    render(null, root);
    root.remove();
    style.remove();
    document.documentElement.removeAttribute('dir');
  };
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return { root, actions, draw, texts };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const DAM = { route: { type: 'story', storyId: 'dam' } } as const;
const TRASH = { route: { type: 'trash' } } as const;
const HISTORY = { route: { type: 'history' } } as const;

describe('the stories', () => {
  it('are listed with what was read of them; those ended are folded away', () => {
    const { root, texts } = shown();
    expect(texts('.hw-stories > li')).toEqual([
      'The dam4 articles · 1 note · last added today',
      'SpringNothing of it read yet · came with Hawashi',
      'The old election2 articles · last added today',
    ]);
    expect(root.querySelector('details')?.open).toBe(false);
    expect(texts('summary')).toEqual(['1 story you no longer follow']);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('.hw-stories a')];
    expect(links.map((link) => link.hash)).toEqual([
      '#story/dam',
      '#story/seed%2Fspring',
      '#story/old',
    ]);
  });

  it('say what to do when there are none', () => {
    const { texts } = shown({ stories: [] });
    expect(texts('.hw-empty')[0]).toContain('Follow this story');
  });

  it('are found by name, however it is spelt, the ended ones too', async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...(STORIES[0] as StoryRow),
      story: story(`n${index}`, `Story ${index}`),
    }));
    const ended = story('x', 'أحمد والمَدينة', { followed: false });
    const { texts, root } = shown({
      stories: [...many, { story: ended, articles: 1, notes: 0, latestAt: null }],
    });
    const field = page.getByRole('textbox', { name: 'Search the stories' });
    await userEvent.fill(field, 'احمد');
    expect(texts('.hw-stories h2')).toEqual([ended.name]);
    expect(root.querySelector('details')?.open).toBe(true);
    await userEvent.fill(field, 'nothing such');
    expect(texts('.hw-empty')[0]).toContain('nothing such');
  });
});

describe('a story', () => {
  it('lists its articles, the latest first, with how each came in', () => {
    const { texts } = shown(DAM);
    expect(texts('.hw-member .hw-kin-title')).toEqual([
      'تقرير خامس',
      'Report c',
      'Report b',
      'Report a',
    ]);
    expect(texts('.hw-member-origin')).toEqual([
      'Found by HawashiWhy?Notes and namesNot of this story',
      'You put it hereWhy?Notes and namesNot of this story',
      'Found by HawashiWhy?Notes and namesNot of this story',
      'The story starts from itWhy?Notes and namesNot of this story',
    ]);
    expect(texts('.hw-fold .hw-kin-title')).toEqual(['Report d']);
  });

  it('shows what was written on it, and who and where is in it', () => {
    const { root, texts } = shown({ ...DAM, aboutStory: ABOUT_DAM });
    expect(texts('.hw-about-entity')).toEqual(['PersonSome One9', 'PlaceBaghdad4']);
    expect(texts('.hw-about-note')).toHaveLength(1);
    const all = root.querySelector('.hw-story-all-notes a');
    expect(all?.getAttribute('href')).toBe('#notes?storyId=dam');
    expect(all?.textContent).toBe('All 12 notes: search, choose, export');
    expect(root.querySelector('.hw-member-page')?.getAttribute('href')).toBe(
      '#article/e',
    );
  });

  it('is renamed in place, by keyboard alone', async () => {
    const { actions } = shown(DAM);
    await userEvent.click(button('Rename the story'));
    const field = page.getByRole('textbox', { name: 'Name of the story' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('Dam of the north{Enter}');
    expect(actions.renameStory).toHaveBeenLastCalledWith('dam', 'Dam of the north');
    await expect.element(button('Rename the story')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('other{Escape}');
    await expect.element(button('Rename the story')).toHaveFocus();
    expect(actions.renameStory).toHaveBeenCalledTimes(1);
  });

  it('is ended and followed again', async () => {
    const { actions } = shown(DAM);
    await userEvent.click(button('Stop following'));
    expect(actions.setFollowed).toHaveBeenLastCalledWith('dam', false);
    cleanUp();
    const ended = shown({ route: { type: 'story', storyId: 'old' } });
    await userEvent.click(button('Follow again'));
    expect(ended.actions.setFollowed).toHaveBeenLastCalledWith('old', true);
  });

  it('says why an article is of it, and hears that it is not', async () => {
    const { actions, draw, root } = shown(DAM);
    await userEvent.click(button('Why? \u2068Report b\u2069'));
    expect(actions.toggleWhy).toHaveBeenLastCalledWith('b');
    draw({ why: { articleId: 'b', explanation: null } });
    expect(root.querySelector('.hw-why')?.textContent).toBe('Comparing…');
    await userEvent.click(button('Not of this story: \u2068Report b\u2069'));
    expect(actions.say).toHaveBeenLastCalledWith('b', 'different');
    draw({ articles: MEMBERS.filter(({ article }) => article.id !== 'b'), why: null });
    await expect.element(button('Not of this story: \u2068Report a\u2069')).toHaveFocus();
  });

  it('takes back what was taken out', async () => {
    const { actions } = shown(DAM);
    await userEvent.click(page.getByText('1 article that you took out'));
    await userEvent.click(button('Put back: \u2068Report d\u2069'));
    expect(actions.say).toHaveBeenLastCalledWith('d', null);
  });

  it('that is not there says so, and one without articles, too', () => {
    const { texts, draw } = shown({ route: { type: 'story', storyId: 'gone' } });
    expect(texts('.hw-empty')[0]).toContain('not here');
    draw({ ...DAM, articles: [] });
    expect(texts('.hw-empty')[0]).toContain('Nothing of this story');
    expect(texts('.hw-timeline')).toEqual([]);
  });
});

describe('the timeline', () => {
  it('has a dot for each article, along the line of reading', () => {
    for (const [lang, first] of [
      ['en', '0%'],
      ['ar', '100%'],
    ] as const) {
      const { root } = shown(DAM, lang);
      const dots = [...root.querySelectorAll('circle')];
      expect(dots).toHaveLength(4);
      expect(dots[0]?.getAttribute('cx')).toBe(first);
      // The button that tells of a dot stands over it, in both directions.
      const [dot, column] = [dots[1], root.querySelectorAll('.hw-timeline-column')[1]];
      const [small, large] = [dot, column].map((one) => one?.getBoundingClientRect());
      expect((small?.x ?? 0) + (small?.width ?? 0) / 2).toBeCloseTo(
        (large?.x ?? 0) + (large?.width ?? 0) / 2,
        0,
      );
      cleanUp();
    }
  });

  it('is walked by arrows with one stop for Tab, and leads to the day', async () => {
    const { root } = shown(DAM, 'ar');
    expect(root.querySelectorAll('.hw-timeline-column[tabindex="0"]')).toHaveLength(1);
    root.querySelector<HTMLElement>('.hw-timeline-column')?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    const here = () => document.activeElement?.getAttribute('aria-label');
    expect(here()).toBe('4 أبريل 2020: مقالان (Second، Third)');
    await userEvent.keyboard('{End}');
    expect(here()).toContain('1 مايو 2020');
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{Enter}');
    expect(document.activeElement?.textContent).toContain('Report c');
  });

  it('has its words for those who do not see it', () => {
    const { texts } = shown(DAM);
    expect(texts('figcaption')).toEqual(['4 articles, 1 Apr 2020 – 1 May 2020']);
  });

  it('holds hundreds of articles of years in a narrow window', async () => {
    await page.viewport(360, 700);
    const articles = Array.from({ length: 400 }, (_, index) => {
      const day = new Date(Date.UTC(2019, 0, 1 + 3 * (index % 300)));
      return makeStoryArticle(`m${index}`, {
        published: day.toISOString().slice(0, 10),
        siteName: `Site ${index % 9}`,
      });
    });
    const { root } = shown({ ...DAM, articles });
    await vi.waitFor(() => {
      const columns = root.querySelectorAll('.hw-timeline-column');
      expect(columns.length).toBeLessThanOrEqual(21);
      expect(columns.length).toBeGreaterThan(10);
    });
    expect(root.querySelectorAll('circle')).toHaveLength(400);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

describe('the history', () => {
  it('is listed with its count, searched, and shown further', async () => {
    const { actions, texts, draw } = shown(HISTORY);
    expect(texts('[role="status"]')).toEqual(['1,234 articles in your history']);
    expect(texts('.hw-history > li')).toHaveLength(20);
    await userEvent.fill(page.getByRole('textbox'), 'x');
    expect(actions.search).toHaveBeenLastCalledWith('x');
    await userEvent.click(button('Show 50 more'));
    expect(actions.showMore).toHaveBeenCalledOnce();
    draw({ history: historyOf(0, 'x') });
    expect(texts('.hw-empty')[0]).toContain('x');
  });

  it('forgets an article, and the focus goes on to the next', async () => {
    const { actions, draw } = shown(HISTORY);
    const forget = (id: string) =>
      button(`Forget this article: \u2068Report ${id}\u2069`).first();
    await userEvent.click(forget('h2'));
    expect(actions.forgetArticle).toHaveBeenLastCalledWith('h2');
    const history = historyOf(20);
    draw({
      history: history && {
        ...history,
        articles: history.articles.filter(({ article }) => article.id !== 'h2'),
      },
    });
    await expect.element(forget('h3')).toHaveFocus();
  });

  it('forgets a site', async () => {
    const { actions } = shown(HISTORY);
    expect(actions.showSites).not.toHaveBeenCalled();
    await userEvent.click(page.getByText('By site'));
    await userEvent.click(button('Forget this site: \u2068second.example\u2069'));
    expect(actions.showSites).toHaveBeenCalled();
    expect(actions.forgetSite).toHaveBeenLastCalledWith('second.example');
  });

  it('asks before it forgets everything; Esc and "keep" are a no', async () => {
    const { actions } = shown(HISTORY);
    await userEvent.click(button('Forget everything…'));
    await expect.element(button('Keep them')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Forget everything…')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button('Keep them'));
    expect(actions.forgetEverything).not.toHaveBeenCalled();
    await userEvent.click(button('Forget everything…'));
    await userEvent.click(button('Forget everything'));
    expect(actions.forgetEverything).toHaveBeenCalledOnce();
  });

  it('says when nothing comes in, and takes it up again', async () => {
    const settings = { recording: false, keepDays: 30, showLine: true, markNew: false };
    const { actions } = shown({
      ...HISTORY,
      history: historyOf(0),
      settings: settings as LibraryState['settings'],
    });
    await userEvent.click(button('Record again'));
    expect(actions.changeSettings).toHaveBeenLastCalledWith({ recording: true });
  });
});

describe('the settings', () => {
  it('are turned and chosen', async () => {
    const { actions } = shown({ route: { type: 'settings' } });
    await userEvent.click(page.getByRole('switch', { name: 'Remember what I read' }));
    expect(actions.changeSettings).toHaveBeenLastCalledWith({ recording: false });
    await userEvent.click(page.getByRole('switch', { name: /Mark what is new/ }));
    expect(actions.changeSettings).toHaveBeenLastCalledWith({ markNew: true });
    await userEvent.click(page.getByRole('radio', { name: 'For ever' }));
    expect(actions.changeSettings).toHaveBeenLastCalledWith({ keepDays: null });
    await expect
      .element(page.getByRole('radio', { name: 'One year' }))
      .toBeInTheDocument();
  });
});

describe('keeping', () => {
  const settings: Partial<LibraryState> = { route: { type: 'settings' } };

  it('says in plain words how the notes are kept', () => {
    const { texts } = shown({ ...settings, keeping: { ...KEEPING, persisted: true } });
    const facts = texts('.hw-keeping-facts > div').join(' / ');
    expect(facts).toContain('1,234 notes · 2 in the trash · 3.1 MB');
    expect(facts).toContain('Kept by the browseryes');
    expect(facts).toContain('Last backuptoday, 11:00');
    expect(texts('[role="alert"]').join()).toContain('full');
  });

  it('backs up, brings a day back, saves what was damaged', async () => {
    const { actions, root } = shown({ ...settings, keeping: KEEPING });
    await userEvent.click(button('Back up now'));
    expect(actions.backUpNow).toHaveBeenCalledOnce();
    for (const fold of root.querySelectorAll('details')) fold.open = true;
    await userEvent.click(
      page.getByRole('button', { name: /Bring back the notes/ }).first(),
    );
    expect(actions.restoreGeneration).toHaveBeenLastCalledWith(2);
    await userEvent.click(button('Save them to a file'));
    expect(actions.saveDamaged).toHaveBeenCalledOnce();
    await userEvent.click(page.getByRole('switch', { name: 'A backup file every week' }));
    expect(actions.setWeeklyFile).toHaveBeenLastCalledWith(false);
  });

  it('undoes the last import, saying what that takes away, until it is over', async () => {
    const { actions, texts, draw, root } = shown({ ...settings, keeping: KEEPING });
    expect(texts('.hw-last-brought').join()).toMatch(
      /yesterday.* · 120 new notes · 1 changed note.*for 6 more days/,
    );
    await userEvent.click(button('Undo the import'));
    expect(actions.undoLastBrought).toHaveBeenLastCalledWith('brought');
    draw({ keeping: { ...KEEPING, work: { type: 'undoing' } } });
    await expect.element(button('Undo the import')).toBeDisabled();
    expect(texts('.hw-keeping-file')).toEqual(['Undoing the import…']);
    draw({ keeping: { ...KEEPING, lastBrought: null } });
    expect(root.querySelector('.hw-last-brought')).toBeNull();
  });

  it('shows what is in a file first, with the focus on it, and takes nothing unasked', async () => {
    const { actions, root } = shown({
      ...settings,
      keeping: { ...KEEPING, work: PREVIEW },
    });
    expect(document.activeElement?.textContent).toContain('What is in');
    expect(root.querySelector('img')).toBeNull();
    await userEvent.click(page.getByRole('checkbox', { name: /deleted for good/ }));
    await userEvent.click(button('Take into Hawashi'));
    expect(actions.bringFileBack).toHaveBeenLastCalledWith({
      // What says something else here is taken only when the reader says so.
      kinds: ['added', 'changed', 'gone'],
      without: [],
    });
    const [added] = [...root.querySelectorAll<HTMLElement>('.hw-import-kind')];
    added?.querySelector('summary')?.click();
    await expect.poll(() => added?.querySelectorAll('li').length).toBe(50);
    added?.querySelector<HTMLInputElement>('li input')?.click();
    await userEvent.click(button('Take into Hawashi'));
    expect(actions.bringFileBack).toHaveBeenLastCalledWith({
      kinds: ['added', 'changed', 'gone'],
      without: ['added 0'],
    });
    expect(root.textContent).toContain('Row 4: is not valid: tags');
    root.querySelector<HTMLElement>('.hw-keeping-file > .hw-fold > summary')?.click();
    await userEvent.selectOptions(
      page.getByLabelText('Your words', { exact: true }),
      '2',
    );
    expect(actions.chooseColumns).toHaveBeenLastCalledWith(
      { url: 0, quote: 1, note: 2 },
      'note',
    );
    await userEvent.click(button('Cancel'));
    expect(actions.cancelWork).toHaveBeenCalledOnce();
  });

  it('goes on with the columns of a table where the reader chose one', () => {
    const { preview } = PREVIEW;
    const table = preview.table && { ...preview.table, chosen: 'tags' as const };
    const { root } = shown({
      ...settings,
      keeping: { ...KEEPING, work: { ...PREVIEW, preview: { ...preview, table } } },
    });
    expect(
      root.querySelector<HTMLDetailsElement>('.hw-keeping-file > .hw-fold')?.open,
    ).toBe(true);
    expect(document.activeElement?.id).toMatch(/-tags$/);
  });

  it('says when there is nothing in a file', () => {
    const kinds = { added: [], changed: [], conflicting: [], gone: [], same: [] };
    const preview = {
      name: 'a.csv',
      format: 'csv' as const,
      kinds,
      left: 0,
      refused: [],
    };
    const work = { type: 'preview' as const, preview: { ...preview, table: null } };
    const { texts } = shown({ ...settings, keeping: { ...KEEPING, work } });
    expect(texts('.hw-keeping-file').join()).toContain('There are no notes in this file');
    expect(texts('.hw-keeping-file button')).toEqual(['Close']);
  });

  it('says that notes were lost and are back, and that all can be saved when they cannot be read', async () => {
    const { actions, texts } = shown({ broughtBack: 12, failure: 'storage-migration' });
    expect(texts('[role="status"]').join()).toContain('12 notes were brought back');
    await userEvent.click(button('Undo'));
    expect(actions.undoBroughtBack).toHaveBeenCalledOnce();
    await userEvent.click(button('Save all notes to a file'));
    expect(actions.saveFile).toHaveBeenCalledOnce();
  });
});

describe('the trash', () => {
  it('shows what was deleted, and restores it', async () => {
    const { actions, draw, texts, root } = shown(TRASH);
    expect(texts('[role="status"]')).toEqual(['2 notes in the trash']);
    expect(texts('.hw-trashed-words')).toEqual(['words 0', 'words 1']);
    expect(texts('.hw-trashed > p:last-of-type')[0]).toContain('deleted today');
    const [first] = root.querySelectorAll<HTMLElement>('.hw-restore');
    first?.focus();
    await userEvent.keyboard('{Enter}');
    expect(actions.restoreNote).toHaveBeenCalledWith('note-0');
    const trash = trashOf(2);
    draw({ trash: trash && { ...trash, notes: trash.notes.slice(1), total: 1 } });
    expect(document.activeElement).toBe(root.querySelector('.hw-restore'));
  });

  it('asks before a note goes for good, and before all do', async () => {
    const { actions, root } = shown(TRASH);
    const press = async (selector: string) => {
      const element = root.querySelector<HTMLElement>(selector);
      if (element) await userEvent.click(element);
    };
    await press('.hw-trashed .hw-ask-first button');
    await expect.element(button('Keep')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await press('.hw-trashed .hw-ask-first button');
    expect(actions.purgeNote).not.toHaveBeenCalled();
    await press('.hw-trashed .hw-button-problem');
    expect(actions.purgeNote).toHaveBeenCalledWith('note-0');
    await userEvent.click(button('Empty the trash…'));
    await userEvent.click(button('Empty the trash'));
    expect(actions.emptyTrash).toHaveBeenCalledOnce();
  });

  it('says when it is empty, or nothing in it fits', () => {
    const { draw, texts } = shown({ ...TRASH, trash: trashOf(0) });
    expect(texts('.hw-empty')).toEqual(['The trash is empty']);
    draw({ trash: trashOf(0, 'dam') });
    expect(texts('.hw-empty')[0]).toContain('dam');
  });
});

describe('one article', () => {
  it('has its facts, its story, its notes, and who and where is in it', () => {
    const { texts, root } = shown({
      route: { type: 'article', articleId: 'a' },
      aboutArticle: ARTICLE,
    });
    expect(root.querySelector('img')).toBeNull();
    expect(texts('.hw-about-note')).toHaveLength(2);
    const links = [...root.querySelectorAll('.hw-about-entity, .hw-part .hw-link')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#story/dam',
      '#entity/per%2Fsomeone',
      '#entity/loc%2Fbaghdad',
    ]);
    expect(root.querySelector('[aria-current="page"]')?.textContent).toBe('Notes');
  });

  it('that is not kept is said to be gone', () => {
    const { texts } = shown({
      route: { type: 'article', articleId: 'x' },
      aboutArticle: 'gone',
    });
    expect(texts('.hw-empty')[0]).toContain('not here');
  });
});

describe('an actor or place', () => {
  it('is shown over time, with its company, and in its articles', async () => {
    const { actions, texts, root } = shown({
      route: { type: 'entity', entityId: 'loc/baghdad' },
      aboutEntity: PLACE,
    });
    expect(root.querySelector('img')).toBeNull();
    const bars = texts('.hw-bars li');
    expect(bars.length).toBeLessThanOrEqual(24);
    expect(bars[0]).toContain('articles');
    expect(texts('.hw-company a')).toHaveLength(2);
    expect(root.textContent).toContain('Of the 60 articles read last');
    const notes = root.querySelector('.hw-link');
    expect(notes?.getAttribute('href')).toBe('#notes?entityId=loc%2Fbaghdad');
    expect(notes?.textContent).toBe('3 notes on these articles');
    expect(texts('.hw-kin-title')).toHaveLength(50);
    await userEvent.click(button('Show 20 more'));
    expect(actions.showMoreArticles).toHaveBeenCalledOnce();
    await userEvent.click(button('Show more'));
    expect(actions.showMoreSaid).toHaveBeenCalledOnce();
  });
});

describe('the page', () => {
  it('takes the focus along to another part, as a new page would', () => {
    const { draw, root } = shown();
    draw(HISTORY);
    expect(document.activeElement).toBe(root.querySelector('.hw-part'));
    expect(root.querySelector('[aria-current="page"]')?.textContent).toBe('History');
  });

  it('says what went wrong, in words', () => {
    const { texts } = shown({ failure: 'storage-newer', stories: null });
    expect(texts('[role="alert"]')[0]).toContain('newer version');
  });

  it('shows hostile words as words', () => {
    const hostile = makeStoryArticle('x', { title: HOSTILE, siteName: HOSTILE });
    const { root, draw } = shown({
      ...DAM,
      stories: [{ story: story('dam', HOSTILE), articles: 1, notes: 0, latestAt: null }],
      articles: [hostile],
    });
    expect(root.querySelector('img')).toBeNull();
    draw({
      ...HISTORY,
      history: {
        query: '',
        articles: [{ ...hostile, readAt: NOW }],
        total: 1,
        sites: [{ site: HOSTILE, articles: 1 }],
      },
    });
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
  });

  const explained: Partial<LibraryState> = {
    why: {
      articleId: 'b',
      explanation: {
        verdict: 'same-story',
        score: 0.8,
        reasons: [{ kind: 'actors', labels: ['River Council'] }],
        passages: [],
        said: null,
        other: null,
      },
    },
  };
  const states: [string, Partial<LibraryState>][] = [
    ['an article', { route: { type: 'article', articleId: 'a' }, aboutArticle: ARTICLE }],
    [
      'a place',
      { route: { type: 'entity', entityId: 'loc/baghdad' }, aboutEntity: PLACE },
    ],
    ['nothing', { route: { type: 'entity', entityId: 'x' }, aboutEntity: 'gone' }],
    ['stories', {}],
    ['a story', { ...DAM, ...explained, aboutStory: ABOUT_DAM }],
    ['history', { ...HISTORY, notice: { words: 'Done', tone: 'info', undo() {} } }],
    ['trash', TRASH],
    ['settings', { route: { type: 'settings' }, keeping: KEEPING }],
    ['a file', { route: { type: 'settings' }, keeping: { ...KEEPING, work: PREVIEW } }],
    ['a loss', { broughtBack: 12, failure: 'storage-migration' }],
  ];

  it.each(
    states.flatMap(([name, state]) =>
      (['ar', 'en'] as const).map((lang) => [name, lang, state] as const),
    ),
  )('%s (%s) has no violations and fits a narrow window', async (_, lang, state) => {
    await page.viewport(360, 700);
    const { root } = shown(state, lang);
    for (const fold of root.querySelectorAll('details')) fold.open = true;
    expect(await problemsOfAccess(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
