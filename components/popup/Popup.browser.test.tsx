import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Note } from '@/core/model/note';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ENTITIES, entity, shown, stateOf } from '@/test/show-popup';
import type {
  EntityRow,
  NoteRow,
  PopupActions,
  PopupPage,
  PopupState,
} from './popup-view';

const HOSTILE = '<img src=x onerror="window.hacked=1">[x](javascript:alert(1))';

function manyEntities(count: number): EntityRow[] {
  return Array.from({ length: count }, (_, index) => ({
    entity: entity(index % 2 ? 'person' : 'place', `Name ${index}`, `اسم ${index}`),
    count: 1,
  }));
}

function row(
  id: string,
  change: Partial<Note> = {},
  rest: Partial<NoteRow> = {},
): NoteRow {
  const selector = { exact: `quote of ${id}`, prefix: '', suffix: '', start: 5, end: 10 };
  return {
    note: {
      id,
      articleId: 'article',
      target: { type: 'passage', selector },
      body: `words of ${id}`,
      colour: 'yellow',
      tags: [],
      createdAt: 1,
      updatedAt: 1,
      deletedAt: null,
      ...change,
    },
    anchor: 'anchored',
    saving: { state: 'idle' },
    versions: [],
    ...rest,
  };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tab = (name: string) => page.getByRole('tab', { name });

describe('another article that stood at the address', () => {
  it('has its notes beside this one’s, to be opened and read', async () => {
    const former = { articleId: 'other', title: 'Yesterday', notes: [row('x').note] };
    const { text } = shown({ former: [former], isPrivate: true });
    expect(text('.hw-banner')[0]).toContain('kept in memory only');
    await tab('Notes').click();
    await page.getByText('another article before').click();
    expect(text('.hw-former summary')[0]).toContain('Yesterday');
    await expect.element(page.getByText('quote of x')).toBeVisible();
    await expect.element(page.getByText('words of x')).toBeVisible();
  });
});

describe('the names', () => {
  it('stand by kind, the most mentioned first, Arabic before English', () => {
    const { text } = shown();
    expect(text('.hw-name-first')).toEqual([
      'المبعوث الثاني',
      'الوزير الأول',
      'بلاد الشمال',
      'بلدة النهر',
    ]);
    expect(text('.hw-group-head')).toEqual(['People 2', 'States 1', 'Places 1']);
  });

  it('of states and capitals that act stand with the actors', () => {
    const entities: EntityRow[] = [
      ...ENTITIES,
      { entity: entity('place', 'Capital', 'العاصمة'), count: 4, acts: true },
    ];
    const { text } = shown({ page: { type: 'reading', painted: true, entities } });
    expect(text('.hw-group-head')).toEqual([
      'People 2',
      'Acting states and capitals 1',
      'States 1',
      'Places 1',
    ]);
  });

  it('lead to their mentions: the first, then the next', async () => {
    const { actions, draw, text } = shown();
    await userEvent.click(button(/الوزير الأول/).first());
    expect(actions.jumpToMention).toHaveBeenLastCalledWith(
      'person/First Minister',
      'first',
    );
    draw({ jump: { entityId: 'person/First Minister', index: 0, count: 3 } });
    expect(text('.hw-entity-current [role="status"]')).toEqual(['1 of 3']);
    await userEvent.click(button(/الوزير الأول/).first());
    expect(actions.jumpToMention).toHaveBeenLastCalledWith(
      'person/First Minister',
      'next',
    );
    await userEvent.click(button('Previous mention of \u2068الوزير الأول\u2069'));
    expect(actions.jumpToMention).toHaveBeenLastCalledWith(
      'person/First Minister',
      'previous',
    );
  });

  it('are walked by arrow keys, with one stop for Tab', async () => {
    const { root, actions } = shown();
    const stops = root.querySelectorAll('.hw-entity-main[tabindex="0"]');
    expect(stops).toHaveLength(1);
    root.querySelector<HTMLElement>('.hw-entity-main[tabindex="0"]')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(actions.jumpToMention).toHaveBeenLastCalledWith('state/Northland', 'first');
    await userEvent.keyboard('{End}{Enter}');
    expect(actions.jumpToMention).toHaveBeenLastCalledWith('place/River Town', 'first');
    await userEvent.keyboard('{ArrowDown}{Home}{ArrowUp}{Enter}');
    expect(actions.jumpToMention).toHaveBeenLastCalledWith(
      'person/Second Envoy',
      'first',
    );
  });

  it('are found by either language, however they are spelt', async () => {
    const entities = [
      ...manyEntities(12),
      { entity: entity('person', 'Ahmad of the East', 'أحمد المَشرقي'), count: 1 },
    ];
    const { text } = shown({ page: { type: 'reading', painted: true, entities } });
    const field = page.getByRole('textbox', { name: 'Filter the names' });
    for (const query of ['احمد مشرقي', 'AHMAD', 'east']) {
      await userEvent.fill(field, query);
      expect(text('.hw-name-second')).toEqual(['Ahmad of the East']);
    }
    await userEvent.fill(field, 'nobody');
    expect(text('.hw-empty')[0]).toContain('nobody');
    await userEvent.keyboard('{Escape}');
    expect(text('.hw-name-second')).toHaveLength(13);
  });

  it('are narrowed to one kind', async () => {
    const page_: PopupPage = {
      type: 'reading',
      painted: true,
      entities: manyEntities(12),
    };
    const { text } = shown({ page: page_ });
    await userEvent.click(button(/^Places/));
    expect(text('.hw-group-head')).toEqual(['Places 6']);
    await userEvent.click(button(/^All$/));
    expect(text('.hw-group-head')).toEqual(['People 6', 'Places 6']);
  });

  it('are all there when there are a thousand, in a popup of the same height', () => {
    const entities = manyEntities(1000);
    const { root } = shown({ page: { type: 'reading', painted: true, entities } });
    expect(root.querySelectorAll('.hw-entity')).toHaveLength(1000);
    expect(root.getBoundingClientRect().height).toBeLessThanOrEqual(600);
  });

  it('say in how many other articles they were met, and lead there', async () => {
    const entities = ENTITIES.map((one, index) => ({ ...one, before: index * 3 }));
    const { actions, draw, root, text } = shown({
      page: { type: 'reading', painted: true, entities },
    });
    expect(text('.hw-columns')).toEqual(['herebefore']);
    expect(text('.hw-entity .hw-before')).toEqual([
      '6',
      'newYou met it in no other article yet',
      '9',
      '3',
    ]);
    await userEvent.click(button(/المبعوث الثاني.*met in 6 other articles/));
    expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith(
      '#entity/person%2FSecond%20Envoy',
    );
    // Of a private window nothing is known of earlier reading.
    draw({ isPrivate: true });
    expect(root.querySelector('.hw-before')).toBeNull();
  });

  it('stay where they are when it becomes known how often they were met', () => {
    const { root, draw } = shown();
    const placesOf = (selector: string) =>
      [...root.querySelectorAll(selector)].map((each) => {
        const { left, top, width } = each.getBoundingClientRect();
        return [left, top, width];
      });
    const before = [placesOf('.hw-entity-main'), placesOf('.hw-entity-count')];
    const entities = ENTITIES.map((one, index) => ({ ...one, before: index * 400 }));
    draw({ page: { type: 'reading', painted: true, entities } });
    expect([placesOf('.hw-entity-main'), placesOf('.hw-entity-count')]).toEqual(before);
  });

  it('says when none were found, and when this browser cannot paint', () => {
    const { text, draw } = shown({
      page: { type: 'reading', painted: true, entities: [] },
    });
    expect(text('.hw-empty')).toEqual(['No names were found in this article.']);
    draw({ page: { type: 'reading', painted: false, entities: ENTITIES } });
    expect(text('.hw-banner')[0]).toContain('too old');
    expect(text('.hw-name-first')).toHaveLength(4);
  });
});

describe('the notes', () => {
  it('stand in the order of the text, each with what became of its place', async () => {
    const late = { exact: 'later words', prefix: '', suffix: '', start: 90, end: 99 };
    const { text } = shown({
      notes: [
        row('c', { target: { type: 'passage', selector: late } }, { anchor: 'orphan' }),
        row('b', {}, { anchor: 'probable' }),
        row('a', { target: { type: 'article' } }),
      ],
    });
    await userEvent.click(tab('Notes 3'));
    expect(text('.hw-note-quote')).toEqual([
      'On the whole article',
      'quote of b',
      'later words',
    ]);
    expect(text('.hw-anchor')).toEqual([
      expect.stringContaining('Probably here'),
      expect.stringContaining('removed or rewritten'),
    ]);
  });

  it('say why they have no place, what stands there now, and can be settled', async () => {
    const { actions, text } = shown({
      notes: [
        row('a', {}, { anchor: 'orphan', reason: 'paywall' }),
        row('b', {}, { anchor: 'changed', now: 'other words' }),
      ],
    });
    await userEvent.click(tab('Notes 2'));
    expect(text('.hw-anchor')).toEqual([
      expect.stringMatching(/Only the beginning.*quote are kept/),
      expect.stringMatching(/edited since.*Now it reads.*other words/),
    ]);
    await userEvent.click(button('Select its words'));
    expect(actions.relinkNote).toHaveBeenCalledExactlyOnceWith('a');
    await userEvent.click(button('Yes, here'));
    await userEvent.click(button(/^No$/));
    expect(actions.settlePlace.mock.calls).toEqual([
      ['b', true],
      ['b', false],
    ]);
  });

  it('lead to their words, but not to words that are gone', async () => {
    const { actions, root } = shown({
      notes: [row('here'), row('gone', {}, { anchor: 'orphan' })],
    });
    await userEvent.click(tab('Notes 2'));
    expect(root.querySelectorAll('button.hw-note-quote')).toHaveLength(1);
    await userEvent.click(button('quote of here'));
    expect(actions.jumpToNote).toHaveBeenCalledExactlyOnceWith('here');
  });

  it('are edited in place, and a late state of the database takes no words back', async () => {
    const { actions, draw, root } = shown({ notes: [row('n', { body: '' })] });
    await userEvent.click(tab('Notes 1'));
    await userEvent.click(button('Edit the note'));
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('new');
    expect(actions.changeNote.mock.calls.at(-1)).toEqual(['n', { body: 'new' }]);
    draw({ notes: [row('n', { body: 'ne' }, { saving: { state: 'saved' } })] });
    expect(root.querySelector('textarea')?.value).toBe('new');
    expect(root.querySelector('.hw-saving')?.textContent).toContain('Saved');
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('textarea')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit the note');
  });

  it('have their earlier versions, and bring them back', async () => {
    const earlier = row('n', { body: 'earlier words' }).note;
    const { actions, root } = shown({
      notes: [
        row(
          'n',
          { body: 'now' },
          {
            versions: [
              {
                id: 'v',
                noteId: 'n',
                updatedAt: 1,
                keptAt: 2,
                note: earlier,
                removed: [],
              },
            ],
          },
        ),
      ],
    });
    await userEvent.click(tab('Notes 1'));
    await userEvent.click(page.getByText('1 earlier version'));
    expect(root.querySelector('.hw-earlier')?.textContent).toContain('earlier words');
    await userEvent.click(button('Bring back'));
    expect(actions.bringBack).toHaveBeenCalledWith(
      'n',
      expect.objectContaining({ words: 'earlier words' }),
    );
  });

  it('show words from another tab while they are edited, and let the reader choose', async () => {
    const { actions, draw, root } = shown({ notes: [row('n', { body: 'mine' })] });
    await userEvent.click(tab('Notes 1'));
    await userEvent.click(button('Edit the note'));
    await userEvent.keyboard('{End}!');
    draw({ notes: [row('n', { body: 'theirs' })] });
    expect(root.querySelector('textarea')?.value).toBe('mine!');
    expect(root.querySelector('.hw-elsewhere')?.textContent).toContain('theirs');
    await userEvent.click(button('Add them to mine'));
    expect(actions.changeNote).toHaveBeenLastCalledWith('n', { body: 'mine!\n\ntheirs' });
    expect(root.querySelector('.hw-elsewhere')).toBeNull();
  });

  it('are deleted at once, and undone from the notice', async () => {
    const undo = vi.fn();
    const { actions, draw } = shown({ notes: [row('n')] });
    await userEvent.click(tab('Notes 1'));
    await userEvent.click(button('Delete the note'));
    expect(actions.deleteNote).toHaveBeenCalledExactlyOnceWith('n');
    draw({ notes: [], notice: { words: 'Note deleted', tone: 'info', undo } });
    await userEvent.click(button('Undo'));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('hand the focus on when one is deleted, and the notice gives it back', async () => {
    const { draw } = shown({ notes: [row('a'), row('b'), row('c')] });
    await userEvent.click(tab('Notes 3'));
    await userEvent.click(button('Delete the note').nth(1));
    const left = [row('a'), row('c')];
    draw({ notes: left });
    const focused = () => document.activeElement?.closest('.hw-note')?.textContent;
    await vi.waitFor(() => expect(focused()).toContain('words of c'));
    const undo = () => draw({ notes: left });
    draw({ notes: left, notice: { words: 'Note deleted', tone: 'info', undo } });
    (button('Undo').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()).toContain('words of c');
  });

  it('says it on the note when its words could not be saved', async () => {
    const failed = { state: 'failed' as const, code: 'storage-full', held: false };
    const { actions, root } = shown({ notes: [row('n', {}, { saving: failed })] });
    await userEvent.click(tab('Notes 1'));
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('full');
    await userEvent.click(button('Try again'));
    expect(actions.changeNote).toHaveBeenCalledWith('n', {});
  });

  it('says how to make one when there is none', async () => {
    const { text } = shown();
    await userEvent.click(tab('Notes 0'));
    expect(text('.hw-empty')[0]).toContain('Select words');
  });

  it('stay in reach on a page that is off', () => {
    const { text } = shown({
      page: { type: 'off' },
      switches: { site: false, page: true },
      notes: [row('n', {}, { anchor: null })],
    });
    expect(text('.hw-note-quote')).toEqual(['quote of n']);
  });
});

describe('each state of a page', () => {
  const cases: [PopupPage, string, string, keyof PopupActions][] = [
    [{ type: 'not-article' }, 'does not look like', 'Read it anyway', 'readAnyway'],
    [{ type: 'not-allowed' }, 'paper.example', 'Read this page once', 'readOnce'],
    [{ type: 'not-allowed' }, 'paper.example', 'Always on this site', 'allowSite'],
    [{ type: 'off' }, 'off on this page', 'Turn on for this page', 'switchPage'],
    [
      { type: 'failed', code: 'unreachable' },
      'could not be read',
      'Reload',
      'reloadPage',
    ],
  ];
  it.each(cases)(
    '%o is said, with what can be done',
    async (state, words, label, action) => {
      const { actions, text } = shown({ page: state, article: null });
      expect(text('.hw-state')[0]).toContain(words);
      await userEvent.click(button(label));
      expect(actions[action]).toHaveBeenCalledOnce();
    },
  );

  it('offers the site’s switch when the whole site is off', async () => {
    const { actions } = shown({
      page: { type: 'off' },
      switches: { site: false, page: true },
    });
    await userEvent.click(button('Turn on for this site'));
    expect(actions.switchSite).toHaveBeenCalledExactlyOnceWith(true);
    await expect
      .element(page.getByRole('switch', { name: 'On this page' }))
      .toBeDisabled();
  });
});

describe('the head and the foot', () => {
  it('switches the site and the page', async () => {
    const { actions } = shown();
    await userEvent.click(page.getByRole('switch', { name: 'On this site' }));
    expect(actions.switchSite).toHaveBeenCalledExactlyOnceWith(false);
    await userEvent.click(page.getByRole('switch', { name: 'On this page' }));
    expect(actions.switchPage).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('exports this page or everything, in each format', async () => {
    const { actions, root } = shown();
    await userEvent.click(button('Export'));
    expect(document.activeElement?.closest('.hw-export')).not.toBeNull();
    await userEvent.click(button('Notes on this page as Markdown'));
    await userEvent.click(button('All notes as JSON'));
    expect(actions.exportNotes.mock.calls).toEqual([
      ['page', 'markdown'],
      ['everything', 'json'],
    ]);
    await userEvent.keyboard('{Escape}');
    expect(root.querySelector('.hw-export')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Export');
  });

  it('changes the language', async () => {
    const { actions } = shown({}, 'ar');
    await userEvent.click(button('English'));
    expect(actions.toggleLanguage).toHaveBeenCalledOnce();
  });

  it.each(['ar', 'en'] as const)(
    'moves between the tabs by the arrows of %s',
    async (lang) => {
      const { root } = shown({}, lang);
      root.querySelector<HTMLElement>('[role="tab"]')?.focus();
      await userEvent.keyboard(lang === 'ar' ? '{ArrowLeft}' : '{ArrowRight}');
      const tabs = [...root.querySelectorAll('[role="tab"]')];
      expect(tabs.map((one) => one.ariaSelected)).toEqual(['false', 'true']);
      expect(document.activeElement).toBe(tabs[1]);
    },
  );
});

describe('hostile words', () => {
  it('are shown as text, wherever they stand', async () => {
    const bad = row('n', { body: HOSTILE, tags: [HOSTILE] });
    if (bad.note.target.type === 'passage') bad.note.target.selector.exact = HOSTILE;
    const { root } = shown({
      page: {
        type: 'reading',
        painted: true,
        entities: [{ entity: entity('group', HOSTILE, HOSTILE), count: 1 }],
      },
      article: { ...stateOf().article, title: HOSTILE, siteName: HOSTILE } as never,
      site: HOSTILE,
      notes: [bad],
    });
    expect(root.textContent).toContain(HOSTILE);
    await userEvent.click(tab('Notes 1'));
    expect(root.querySelectorAll('img, a, script')).toHaveLength(0);
    expect(window).not.toHaveProperty('hacked');
  });

  it('of any length do not make the popup wider', async () => {
    const long = 'x'.repeat(2000);
    const bad = row('n', { body: long, tags: [long] });
    const { root } = shown({
      article: { ...stateOf().article, title: long, siteName: long } as never,
      site: `${long}.example`,
      notes: [bad],
      page: {
        type: 'reading',
        painted: true,
        entities: [{ entity: entity('group', long, long), count: 1 }],
      },
    });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
    await userEvent.click(tab('Notes 1'));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
    const main = root.querySelector('main');
    expect(main?.scrollWidth).toBe(main?.clientWidth);
  });
});

describe('an article that cannot be kept', () => {
  it.each([
    ['en', 'cannot be kept', 'Free some space'],
    ['ar', 'لا يمكن حفظ', 'ممتلئ'],
  ] as const)('is said so, with what is safe and what to do (%s)', (lang, what, why) => {
    const reading = { type: 'reading', painted: true, entities: ENTITIES } as const;
    const { root } = shown({ page: { ...reading, unkept: 'storage-full' } }, lang);
    const alert = root.querySelector('[role="alert"]')?.textContent ?? '';
    expect(alert).toContain(what);
    expect(alert).toContain(why);
    // The names are there all the same.
    expect(root.querySelectorAll('.hw-entity')).toHaveLength(ENTITIES.length);
  });
});

describe('accessibility', () => {
  const states: Record<string, Partial<PopupState>> = {
    names: { page: { type: 'reading', painted: true, entities: manyEntities(12) } },
    'a jump and a notice': {
      jump: { entityId: 'person/Second Envoy', index: 2, count: 5 },
      notice: { words: 'Note deleted', tone: 'info', undo: () => {} },
    },
    looking: { page: { type: 'looking' }, article: null },
    forbidden: { page: { type: 'forbidden' }, article: null, site: null, switches: null },
    hidden: { page: { type: 'hidden' }, article: null, site: null, switches: null },
    unkept: {
      page: {
        type: 'reading',
        painted: true,
        entities: ENTITIES,
        unkept: 'storage-full',
      },
    },
    keeping: {
      keeping: { notes: 12, bytes: 3_100_000, writtenAt: Date.now() },
      unreadable: 'storage-migration',
      broughtBack: 12,
    },
    'not allowed': { page: { type: 'not-allowed' }, article: null, switches: null },
    off: { page: { type: 'off' }, switches: { site: false, page: true } },
    failed: { page: { type: 'failed', code: 'storage-newer' }, article: null },
  };
  const cases = Object.entries(states).flatMap(([name, state]) =>
    (['ar', 'en'] as const).map((lang) => ({ name, state, lang })),
  );
  it.each(cases)('$name ($lang) has no violations', async ({ state, lang }) => {
    shown(state, lang);
    expect(await problemsOfAccess()).toEqual([]);
  });

  it.each(['ar', 'en'] as const)('nor have notes, read and edited (%s)', async (lang) => {
    const { root } = shown(
      { notes: [row('a', { tags: ['tag'] }, { anchor: 'orphan' }), row('b')] },
      lang,
    );
    root.querySelectorAll<HTMLElement>('[role="tab"]')[1]?.click();
    await new Promise(requestAnimationFrame);
    root.querySelector<HTMLElement>('.hw-note-edit button')?.click();
    await new Promise(requestAnimationFrame);
    expect(root.querySelector('textarea')).not.toBeNull();
    expect(await problemsOfAccess()).toEqual([]);
  });
});

it('says how the notes are kept, and what to do when they cannot be read', () => {
  const { text, root, actions } = shown({
    keeping: { notes: 12, bytes: 3_100_000, writtenAt: null },
    unreadable: 'storage-migration',
    broughtBack: 7,
  });
  expect(text('.hw-keeping-line')).toEqual(['Last backup: not yet · 12 notes · 3.1 MB']);
  root.querySelector<HTMLElement>('.hw-keeping-line')?.click();
  expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith('#settings');
  root.querySelector<HTMLElement>('[role="alert"] button')?.click();
  expect(actions.exportNotes).toHaveBeenLastCalledWith('everything', 'json');
  expect(text('.hw-banner').join()).toContain('7 notes were brought back');
});
