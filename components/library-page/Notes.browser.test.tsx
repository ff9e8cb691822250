import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '@/locales/translate';
import { makeNote } from '@/test/make-note';
import { makeFoundNote, makeNotesPart, notesActions } from '@/test/make-notes-part';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ReviewTranslation } from '../translation/ReviewTranslation';
import css from './library-page.css?inline';
import { Notes } from './Notes';
import { EVERYTHING } from './note-address';
import type { NotesPart } from './notes-view';

const HOSTILE = '<img src=x onerror="window.hacked=1">';
const NOW = new Date(2020, 4, 6, 12).getTime();

let cleanUp: () => void = () => {};
beforeEach(() => page.viewport(1100, 800));
afterEach(() => cleanUp());

function shown(first: NotesPart, lang: 'ar' | 'en' = 'en') {
  const actions = notesActions();
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  const draw = (part: NotesPart) =>
    render(
      <ReviewTranslation translator={translator}>
        <div class="hw-page">
          <main class="hw-page-main">
            <div class="hw-part hw-part-notes">
              <Notes part={part} now={NOW} actions={actions} />
            </div>
          </main>
        </div>
      </ReviewTranslation>,
      root,
    );
  draw(first);
  cleanUp = () => {
    render(null, root);
    root.remove();
    style.remove();
    document.documentElement.removeAttribute('dir');
  };
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return { actions, root, texts, draw };
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const focused = () => document.activeElement?.getAttribute('aria-rowindex');

describe('a list of 100,000 notes', () => {
  it('draws those in view only, and knows how many there are', () => {
    const { root, texts } = shown(makeNotesPart(100_000));
    expect(root.querySelectorAll('.hw-note-row').length).toBeLessThan(30);
    expect(root.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe(
      '100000',
    );
    expect(texts('[role="status"]')).toEqual(['100,000 notes']);
  });

  it('asks for the rows to which it is scrolled, and shows where they will be', async () => {
    const { actions, root, draw } = shown(makeNotesPart(100_000));
    const list = root.querySelector('.hw-note-rows') as HTMLElement;
    list.scrollTop = list.scrollHeight;
    await expect.poll(() => actions.showRows.mock.lastCall?.[1]).toBe(100_000);
    expect(root.querySelectorAll('.hw-note-waits').length).toBeGreaterThan(2);
    const rows = Array.from({ length: 40 }, (_, index) => makeFoundNote(99_960 + index));
    draw({ ...makeNotesPart(100_000), offset: 99_960, rows });
    expect(root.textContent).toContain('words 99998');
    // The first, which Tab leads to.
    expect(root.querySelectorAll('.hw-note-waits')).toHaveLength(1);
  });

  it('is walked by keys, with one stop for Tab', async () => {
    const { root } = shown(makeNotesPart(100_000));
    expect(root.querySelectorAll('[role="row"][tabindex="0"]')).toHaveLength(1);
    root.querySelector<HTMLElement>('[role="row"]')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('3');
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('100000');
    await userEvent.keyboard('{PageUp}');
    await expect.poll(() => Number(focused())).toBeLessThan(100_000);
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect.poll(focused).toBe('1');
  });

  it('goes back to its start when something else is looked for', async () => {
    const { root, draw } = shown(makeNotesPart(1_000));
    const list = root.querySelector('.hw-note-rows') as HTMLElement;
    list.scrollTop = 50_000;
    draw(makeNotesPart(900, { query: { ...EVERYTHING, words: 'dam' } }));
    expect(list.scrollTop).toBe(0);
  });
});

describe('choosing notes', () => {
  it('by keys: one, all up to there, all, none', async () => {
    const { actions, root } = shown(makeNotesPart(40));
    root.querySelector<HTMLElement>('[role="row"]')?.focus();
    await userEvent.keyboard('{ArrowDown} ');
    const one = { type: 'some', ids: new Set(['note-1']) };
    expect(actions.chooseNotes).toHaveBeenLastCalledWith(one);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(actions.chooseRange).toHaveBeenLastCalledWith(1, 3);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(actions.chooseNotes).toHaveBeenLastCalledWith({ type: 'all', ids: new Set() });
    await userEvent.keyboard('{Escape}');
    const none = { type: 'some', ids: new Set() };
    expect(actions.chooseNotes).toHaveBeenLastCalledWith(none);
    await userEvent.keyboard('{Delete}');
    expect(actions.deleteChosen).toHaveBeenLastCalledWith(true);
  });

  it('by mouse: a box, with Shift all between', async () => {
    const { actions, root } = shown(makeNotesPart(40));
    const boxes = root.querySelectorAll<HTMLElement>('input[type="checkbox"]');
    if (boxes[0] && boxes[2]) {
      await userEvent.click(boxes[0]);
      await userEvent.click(boxes[2], { modifiers: ['Shift'] });
    }
    expect(actions.chooseNotes).toHaveBeenCalledOnce();
    expect(actions.chooseRange).toHaveBeenLastCalledWith(0, 2);
    expect(focused()).toBe('3');
  });

  it('leads to what can be done with them', async () => {
    const chosen = { type: 'all' as const, ids: new Set(['note-0']) };
    const { actions, texts, draw } = shown(makeNotesPart(40, { chosen }));
    expect(texts('[role="status"]')).toEqual(['39 of 40 chosen']);
    await userEvent.click(button('Colour them green'));
    expect(actions.colourChosen).toHaveBeenLastCalledWith('green');
    await userEvent.click(button('Tags'));
    await userEvent.fill(page.getByRole('textbox', { name: 'Add a tag' }), 'dam, river,');
    await userEvent.click(button('Add'));
    expect(actions.tagChosen).toHaveBeenLastCalledWith(['dam', 'river'], true);
    await userEvent.click(button('Take off'));
    expect(actions.tagChosen).toHaveBeenLastCalledWith(['dam', 'river'], false);
    await userEvent.click(button('Export'));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Format' }), 'csv');
    await userEvent.click(button('Save file'));
    expect(actions.exportChosen).toHaveBeenLastCalledWith('csv');
    draw(makeNotesPart(40, { chosen, busy: { done: 5, all: 39, canStop: true } }));
    await userEvent.click(button('Cancel'));
    expect(actions.stopWriting).toHaveBeenCalledOnce();
    draw(makeNotesPart(40, { chosen }));
    await userEvent.click(button('Delete'));
    expect(actions.deleteChosen).toHaveBeenLastCalledWith(true);
    const query = { ...EVERYTHING, filters: { trash: true } };
    draw(makeNotesPart(40, { chosen, query }));
    await userEvent.click(button('Restore'));
    expect(actions.deleteChosen).toHaveBeenLastCalledWith(false);
    draw(makeNotesPart(40, { chosen, busy: { done: 500, all: 900 } }));
    expect(texts('[role="status"]')).toEqual(['500 of 900 done…']);
    await expect.element(button('Delete')).toBeDisabled();
  });
});

describe('looking for notes', () => {
  it('is by words, order and filters, which say how many they leave', async () => {
    const { actions } = shown(makeNotesPart(40));
    await userEvent.fill(page.getByRole('textbox', { name: /Search notes/ }), 'سد');
    expect(actions.searchNotes).toHaveBeenLastCalledWith('سد');
    await userEvent.selectOptions(
      page.getByRole('combobox', { name: 'Order' }),
      'article',
    );
    expect(actions.sortNotes).toHaveBeenLastCalledWith('article');
    await userEvent.click(button('water 20'));
    expect(actions.filterNotes).toHaveBeenLastCalledWith({ tag: 'water' });
    await userEvent.click(button('4 more'));
    await userEvent.click(button('Person 8 1'));
    expect(actions.filterNotes).toHaveBeenLastCalledWith({ entityId: 'per/8' });
    await userEvent.fill(page.getByLabelText('From', { exact: true }), '2020-01-10');
    expect(actions.filterNotes).toHaveBeenLastCalledWith({
      from: new Date(2020, 0, 10).getTime(),
    });
    await userEvent.fill(page.getByLabelText('To', { exact: true }), '2020-01-31');
    expect(actions.filterNotes).toHaveBeenLastCalledWith({
      to: new Date(2020, 1, 1).getTime(),
    });
  });

  it('shows the filters that are set, each of which goes by a press', async () => {
    const filters = { tag: 'water', entityId: 'loc/baghdad', storyId: 'dam' };
    const query = { ...EVERYTHING, filters };
    const { actions, texts } = shown(makeNotesPart(4, { query }));
    expect(texts('.hw-active-filter')).toEqual(['water', 'بغداد', 'The dam']);
    await userEvent.click(button('Take this filter off: \u2068water\u2069'));
    expect(actions.filterNotes).toHaveBeenLastCalledWith({ tag: undefined });
    await userEvent.click(button('water 20'));
    expect(actions.filterNotes).toHaveBeenLastCalledWith({ tag: undefined });
    await userEvent.click(button('Take all filters off'));
    expect(actions.clearFilters).toHaveBeenCalledOnce();
  });

  it('marks what was found, in words, title, tag and by a name', () => {
    const row = makeFoundNote(2, {
      note: makeNote({ body: 'the dam broke', tags: ['water'] }),
      hits: [
        { field: 'body', start: 4, end: 7 },
        { field: 'quote', start: 0, end: 6 },
        { field: 'title', start: 0, end: 6 },
        { field: 'tag', tag: 0, start: 0, end: 5 },
        { field: 'entity', start: 0, end: 5, entity: { id: 'x', name: 'بغداد' } },
      ],
    });
    const { texts } = shown(makeNotesPart(1, { rows: [row] }));
    expect(texts('mark')).toEqual(['الحداد', 'dam', 'Report', 'water', 'بغداد']);
  });

  it('says when nothing fits, and when there are no notes', async () => {
    const nothing = { ...EVERYTHING, words: 'dam', filters: { tag: 'x' } };
    const { actions, texts, draw } = shown(makeNotesPart(0, { query: nothing }));
    expect(texts('.hw-empty')[0]).toContain('dam');
    await userEvent.click(page.getByText('Take all filters off'));
    expect(actions.clearFilters).toHaveBeenCalledOnce();
    draw(makeNotesPart(0));
    expect(texts('.hw-empty')[0]).toContain('No notes yet');
  });
});

describe('the list', () => {
  it('shows hostile words as words, and no link that is not of the web', () => {
    const row = makeFoundNote(1, {
      note: makeNote({ body: HOSTILE, tags: [HOSTILE] }),
      hits: [{ field: 'body', start: 0, end: 4 }],
    });
    const article = row.article && { ...row.article, url: 'javascript:alert(1)' };
    const { root } = shown(makeNotesPart(1, { rows: [{ ...row, article }] }));
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.hw-note-title a')).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
  });

  it('keeps every row within its height', () => {
    for (const lang of ['ar', 'en'] as const) {
      const note = makeNote({
        body: 'كلمات كثيرة '.repeat(80),
        tags: Array.from({ length: 30 }, (_, index) => `tag ${index}`),
      });
      const rows = [makeFoundNote(0, { note, isOrphaned: true })];
      const { root } = shown(makeNotesPart(1, { rows }), lang);
      const cell = root.querySelector('.hw-note-cell') as HTMLElement;
      expect(cell.scrollHeight).toBeLessThanOrEqual(cell.clientHeight);
      cleanUp();
    }
  });

  const chosen = { type: 'some' as const, ids: new Set(['note-1']) };
  const filters = { tag: 'water', colour: 'blue' as const };
  const states: [string, NotesPart][] = [
    ['notes', makeNotesPart(40)],
    ['chosen notes', makeNotesPart(40, { chosen })],
    ['filtered notes', makeNotesPart(40, { query: { ...EVERYTHING, filters } })],
    ['no such notes', makeNotesPart(0, { query: { ...EVERYTHING, filters } })],
    ['unread rows', makeNotesPart(400, {}, 2)],
  ];
  it.each(
    states.flatMap(([name, part]) =>
      (['ar', 'en'] as const).flatMap((lang) =>
        [360, 1600].map((width) => [name, lang, width, part] as const),
      ),
    ),
  )('%s (%s, %d px) has no violations and fits', async (_, lang, width, part) => {
    await page.viewport(width, 800);
    const { root } = shown(part, lang);
    if (width < 860)
      await userEvent.click(root.querySelector('.hw-filters-open') as Element);
    expect(await problemsOfAccess(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
