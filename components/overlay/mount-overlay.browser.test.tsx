import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { makeNote } from '@/test/make-note';
import {
  afterThis,
  expectAccess,
  focusedButton,
  mounted,
  settled,
} from '@/test/show-overlay';
import type { OverlayView, PageAnchor } from './overlay-view';

const HOSTILE = '<img src=x onerror="window.hacked=1">[x](javascript:alert(1))';

function anchorAt(x: number, y: number, direction: 'ltr' | 'rtl' = 'ltr'): PageAnchor {
  return { getClientRects: () => [new DOMRect(x, y, 80, 20)], direction };
}

type CardView = Extract<OverlayView, { type: 'entity-card' }>;
function card(change: Partial<CardView> = {}): CardView {
  return {
    type: 'entity-card',
    anchor: anchorAt(300, 200),
    pinned: false,
    entity: {
      id: 'per/some-minister',
      kind: 'person',
      names: { ar: 'الوزير الفلاني', en: 'The Minister' },
      description: { ar: 'وزير في حكومة ما', en: 'A minister somewhere' },
      country: 'IQ',
      source: 'lexicon',
    },
    index: 1,
    count: 7,
    history: { articles: 4, mentions: 11, firstSeenAt: Date.UTC(2020, 0, 3, 12) },
    ...change,
  };
}

const VERSIONS: EditorView['versions'] = [
  {
    ...{ id: 'v', noteId: 'note-1', updatedAt: 1, keptAt: 2, removed: ['gone'] },
    note: makeNote({ body: 'first words', tags: ['old'] }),
  },
];

type EditorView = Extract<OverlayView, { type: 'note-editor' }>;
function editor(change: Partial<EditorView> = {}): EditorView {
  return {
    type: 'note-editor',
    anchor: anchorAt(300, 200),
    noteId: 'note-1',
    quote: 'the words that were chosen',
    body: '',
    colour: 'yellow',
    tags: [],
    status: 'anchored',
    saving: { state: 'idle' },
    versions: [],
    elsewhere: null,
    revision: 0,
    ...change,
  };
}

describe('where a box stands', () => {
  const views: [string, (anchor: PageAnchor) => OverlayView][] = [
    ['card', (anchor) => card({ anchor })],
    ['bar', (anchor) => ({ type: 'selection-bar', anchor })],
    ['editor', (anchor) => editor({ anchor, tags: ['one', 'two', 'three'] })],
  ];
  const sizes: [number, number][] = [
    [360, 640],
    [1600, 900],
  ];
  const cases = views.flatMap(([name, view]) =>
    sizes.flatMap(([width, height]) =>
      (['ar', 'en'] as const).flatMap((lang) =>
        (['ltr', 'rtl'] as const).map((direction) => ({
          ...{ name, view, width, height, lang, direction },
        })),
      ),
    ),
  );

  it.each(cases)(
    '$name stays inside $width × $height from every corner ($lang, $direction text)',
    async ({ ...test }) => {
      await page.viewport(test.width, test.height);
      const { overlay, find } = mounted(test.lang);
      const edge = [0, test.width - 80];
      for (const x of edge) {
        for (const y of [0, test.height / 2, test.height - 20]) {
          overlay.show({ type: 'none' });
          overlay.show(test.view(anchorAt(x, y, test.direction)));
          await settled();
          const box = find('.hw-box').getBoundingClientRect();
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(test.width);
          expect(box.bottom).toBeLessThanOrEqual(test.height);
        }
      }
    },
  );

  it('leaves the words themselves in sight', async () => {
    const { overlay, find } = mounted();
    for (const y of [40, 560]) {
      overlay.show(card({ anchor: anchorAt(300, y) }));
      await settled();
      const box = find('.hw-box').getBoundingClientRect();
      expect(box.top >= y + 20 || box.bottom <= y).toBe(true);
    }
  });

  it('begins where reading begins in the words', async () => {
    const { overlay, find } = mounted('en');
    overlay.show(card({ anchor: anchorAt(400, 200, 'rtl') }));
    await settled();
    expect(find('.hw-box').getBoundingClientRect().right).toBeCloseTo(480, 0);
    overlay.show(card({ anchor: anchorAt(400, 200, 'ltr') }));
    await settled();
    expect(find('.hw-box').getBoundingClientRect().left).toBeCloseTo(400, 0);
  });

  it('follows the words as the page scrolls', async () => {
    let y = 100;
    const anchor: PageAnchor = {
      getClientRects: () => [new DOMRect(300, y, 80, 20)],
      direction: 'ltr',
    };
    const { overlay, find } = mounted();
    overlay.show(card({ anchor }));
    await settled();
    const before = find('.hw-box').getBoundingClientRect().top;
    y = 160;
    window.dispatchEvent(new Event('scroll'));
    await settled();
    expect(find('.hw-box').getBoundingClientRect().top - before).toBeCloseTo(60, 0);
  });

  it('hides a card whose words are out of sight, but never an editor', async () => {
    const { overlay, find } = mounted();
    overlay.show(card({ anchor: anchorAt(300, -400) }));
    await settled();
    expect(getComputedStyle(find('.hw-box')).visibility).toBe('hidden');
    overlay.show(editor({ anchor: anchorAt(300, -400) }));
    await settled();
    expect(getComputedStyle(find('.hw-box')).visibility).toBe('visible');
    expect(find('.hw-box').getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  });

  it('keeps an editor in sight when its words are gone from the page', async () => {
    const { overlay, find } = mounted();
    overlay.show(editor({ anchor: { getClientRects: () => [], direction: 'ltr' } }));
    await settled();
    // Its words' field has grown meanwhile.
    await settled();
    const box = find('.hw-box').getBoundingClientRect();
    expect(box.bottom).toBeLessThanOrEqual(600);
    expect(box.top).toBeGreaterThanOrEqual(0);
  });

  it('stands above everything of the page', async () => {
    const { overlay, find, host } = mounted();
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
    document.documentElement.append(cover);
    afterThis(() => cover.remove());
    overlay.show(card());
    await settled();
    const { x, y, width } = find('.hw-box').getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + 8)).toBe(host);
  });
});

describe('the card', () => {
  it('gives the Arabic name first and the English beside it, in their languages', () => {
    const { overlay, root, find } = mounted('en');
    overlay.show(card());
    const names = [...root.querySelectorAll<HTMLElement>('.hw-names bdi')];
    expect(names.map((name) => [name.textContent, name.lang])).toEqual([
      ['الوزير الفلاني', 'ar'],
      ['The Minister', 'en'],
    ]);
    expect(find('.hw-card').textContent).toContain('A minister somewhere');
    expect(find('.hw-card').textContent).toContain('Iraq');
    expect(find('.hw-card').textContent).toContain('Mention 2 of 7');
    expect(find('.hw-card').textContent).toContain('in 4 articles since 3 Jan 2020');
  });

  it('speaks the language it is set to, and the direction with it', () => {
    const { overlay, find } = mounted('en');
    overlay.show(card());
    overlay.setLanguage('ar');
    expect(find('.hw').dir).toBe('rtl');
    expect(getComputedStyle(find('.hw-card')).direction).toBe('rtl');
    expect(find('.hw-card').textContent).toContain('وزير في حكومة ما');
    expect(find('.hw-card').textContent).toContain('العراق');
    expect(find('.hw-card').textContent).toContain('في 4 مقالات');
  });

  it('steps, pins and closes', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(card());
    find('[aria-label="Next mention"]').click();
    find('[aria-label="Previous mention"]').click();
    expect(actions.jump.mock.calls).toEqual([
      ['per/some-minister', 'next'],
      ['per/some-minister', 'previous'],
    ]);
    find('[aria-label="Keep open"]').click();
    expect(actions.pinCard).toHaveBeenCalledOnce();
    overlay.show(card({ pinned: true }));
    find('[aria-label="Close"]').click();
    expect(actions.dismiss).toHaveBeenCalledOnce();
  });

  it('leaves the focus alone until it is pinned, and gives it back', () => {
    const button = focusedButton();
    const { overlay, root } = mounted();
    overlay.show(card());
    expect(document.activeElement).toBe(button);
    overlay.show(card({ pinned: true }));
    expect(root.activeElement).not.toBeNull();
    overlay.show({ type: 'none' });
    expect(document.activeElement).toBe(button);
  });

  it('is dismissed by Esc and keeps Tab inside', async () => {
    const { overlay, root, find, actions } = mounted();
    overlay.show(card({ pinned: true }));
    const stops = find('.hw-card').querySelectorAll('button').length;
    const visited = new Set<Element | null>();
    for (let step = 0; step < stops + 1; step++) {
      await userEvent.tab();
      visited.add(root.activeElement);
    }
    expect(visited.has(null)).toBe(false);
    expect(visited.size).toBe(stops);
    await userEvent.keyboard('{Escape}');
    expect(actions.dismiss).toHaveBeenCalledOnce();
  });

  it('calls a place that acts in this mention an actor, and says what it is', () => {
    const { overlay, find } = mounted('en');
    const capital = { ...card().entity, kind: 'place' as const };
    overlay.show(card({ entity: capital, acts: true }));
    expect(find('.hw-card-head').textContent).toMatch(/^Actor\s*Place\s*Iraq/);
    overlay.show(card({ entity: capital, acts: false }));
    expect(find('.hw-card-head').textContent).toMatch(/^Place\s*Iraq/);
  });

  it('says so when nothing was met before, and waits without jumping', async () => {
    const { overlay, find } = mounted('en');
    overlay.show(card({ history: null }));
    await settled();
    const { height } = find('.hw-card').getBoundingClientRect();
    overlay.show(card({ history: { articles: 1, mentions: 7, firstSeenAt: 1 } }));
    await settled();
    expect(find('.hw-card').textContent).toContain('The first article');
    expect(find('.hw-card').getBoundingClientRect().height).toBe(height);
  });
});

describe('the selection bar', () => {
  const bar: OverlayView = { type: 'selection-bar', anchor: anchorAt(300, 200) };

  it('puts a note that has no place at the words, and offers nothing else then', async () => {
    const { overlay, root, actions } = mounted('en');
    overlay.show({ ...bar, isPlacing: true });
    await settled();
    expect(root.querySelectorAll('.hw-bar button')).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: 'The note belongs here' }));
    expect(actions.placeNote).toHaveBeenCalledOnce();
  });

  it('highlights, notes and copies without taking the selection away', async () => {
    const words = document.createElement('p');
    words.textContent = 'words of the page';
    document.body.append(words);
    afterThis(() => words.remove());
    getSelection()?.selectAllChildren(words);
    const { overlay, root, find, actions } = mounted('en');
    overlay.show(bar);
    await settled();
    const swatch = find('.hw-swatch-green');
    await userEvent.click(swatch);
    await userEvent.click(find('.hw-bar-note'));
    await userEvent.click(find('[aria-label="Copy the quote"]'));
    expect(actions.highlight).toHaveBeenCalledExactlyOnceWith('green');
    expect(actions.writeNote).toHaveBeenCalledOnce();
    expect(actions.copyQuote).toHaveBeenCalledOnce();
    expect(getSelection()?.toString()).toBe('words of the page');
    expect(root.activeElement).toBeNull();
  });

  it.each([
    ['en', '{ArrowRight}'],
    ['ar', '{ArrowLeft}'],
  ] as const)('is walked with the arrows of reading in %s', async (lang, forward) => {
    const { overlay, root, actions } = mounted(lang);
    overlay.show(bar);
    expect(overlay.focus()).toBe(true);
    await userEvent.keyboard(`${forward}${forward}{Enter}`);
    expect(actions.highlight).toHaveBeenCalledExactlyOnceWith('blue');
    await userEvent.keyboard('{Home}');
    expect(root.activeElement?.className).toContain('hw-swatch-yellow');
  });
});

describe('the editor', () => {
  it('puts the cursor into the words and sends each change', async () => {
    const { overlay, root, actions } = mounted();
    overlay.show(editor());
    expect(root.activeElement?.tagName).toBe('TEXTAREA');
    await userEvent.keyboard('ab');
    expect(actions.changeNote.mock.calls).toEqual([
      ['note-1', { body: 'a' }],
      ['note-1', { body: 'ab' }],
    ]);
  });

  it('shows the words as marked and as they stand now, and asks whether it is they', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(editor({ status: 'changed', now: '<b>other</b> words' }));
    expect(find('.hw-quote').textContent).toBe('the words that were chosen');
    expect(find('.hw-now').textContent).toBe('Now it reads<b>other</b> words');
    await userEvent.click(page.getByRole('button', { name: 'Yes, here' }));
    await userEvent.click(page.getByRole('button', { name: 'No', exact: true }));
    expect(actions.settlePlace.mock.calls).toEqual([
      ['note-1', true],
      ['note-1', false],
    ]);
  });

  it('is not overwritten by a reply that comes late', async () => {
    const { overlay, find } = mounted();
    overlay.show(editor());
    await userEvent.keyboard('newer');
    overlay.show(editor({ body: 'ne', saving: { state: 'saved' } }));
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('newer');
    expect(find('.hw-editor').textContent).toContain('Saved');
  });

  it('starts anew for another note', () => {
    const { overlay, find } = mounted();
    overlay.show(editor({ body: 'one' }));
    overlay.show(editor({ noteId: 'note-2', body: 'two' }));
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('two');
  });

  it('changes colour and tags', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(editor({ tags: ['kept'] }));
    find('.hw-swatch-pink input').click();
    expect(actions.changeNote).toHaveBeenLastCalledWith('note-1', { colour: 'pink' });
    find('.hw-tag-field').focus();
    await userEvent.keyboard('سياسة،');
    expect(actions.changeNote).toHaveBeenLastCalledWith('note-1', {
      tags: ['kept', 'سياسة'],
    });
    await userEvent.keyboard('{Backspace}');
    expect(actions.changeNote).toHaveBeenLastCalledWith('note-1', { tags: ['kept'] });
  });

  it('takes the direction of its words', async () => {
    const { overlay, find } = mounted('en');
    overlay.show(editor());
    expect(getComputedStyle(find('textarea')).direction).toBe('ltr');
    await userEvent.keyboard('مرحبا');
    expect(getComputedStyle(find('textarea')).direction).toBe('rtl');
  });

  it('says what happened to words that were not saved, and sends all again on demand', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(
      editor({
        body: 'kept',
        saving: { state: 'failed', code: 'storage-full', held: false },
      }),
    );
    expect(find('[role="alert"]').textContent).toContain('full');
    find('[role="alert"] button').click();
    expect(actions.changeNote).toHaveBeenCalledExactlyOnceWith('note-1', {
      ...{ body: 'kept', colour: 'yellow', tags: [] },
    });
  });

  it('opens quietly into its earlier versions, and brings one back', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(editor({ body: 'now', versions: VERSIONS }));
    expect(find('.hw-earlier summary').textContent).toBe('3 earlier versions');
    expect(find('.hw-earlier').textContent).toContain('first words');
    find('.hw-earlier li:last-child button').click();
    expect(actions.bringBack).toHaveBeenLastCalledWith(
      'note-1',
      expect.objectContaining({ part: 'place', target: VERSIONS[0]?.note.target }),
    );
    find('.hw-earlier li:nth-child(2) button').click();
    expect(actions.bringBack).toHaveBeenLastCalledWith(
      'note-1',
      expect.objectContaining({ words: 'first words', part: 'whole' }),
    );
    overlay.show(editor({ body: 'first words', versions: VERSIONS, revision: 1 }));
    await vi.waitFor(() =>
      expect(find<HTMLTextAreaElement>('textarea').value).toBe('first words'),
    );
  });

  it('says that another tab wrote, shows both, and overwrites nothing by itself', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(editor({ body: 'mine' }));
    await userEvent.keyboard('!');
    const typed = find<HTMLTextAreaElement>('textarea').value;
    overlay.show(editor({ body: 'mine', elsewhere: 'theirs' }));
    expect(find<HTMLTextAreaElement>('textarea').value).toBe(typed);
    expect(find('.hw-elsewhere').textContent).toContain('theirs');
    const choices = ['theirs', `${typed}\n\ntheirs`, typed];
    for (const [index, words] of choices.entries()) {
      find(`.hw-elsewhere button:nth-of-type(${index + 1})`).click();
      expect(actions.chooseWords).toHaveBeenLastCalledWith('note-1', words);
    }
  });

  it('undoes by keys what was done to the note, but not in a field that undoes by itself', async () => {
    const { overlay, find, actions } = mounted('en');
    overlay.show(editor());
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(actions.undo).not.toHaveBeenCalled();
    find('.hw-swatch input').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(actions.undo).toHaveBeenLastCalledWith('undo');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(actions.undo).toHaveBeenLastCalledWith('redo');
  });

  it('has words for a failure it does not know', () => {
    const { overlay, find } = mounted('en');
    overlay.show(
      editor({ saving: { state: 'failed', code: 'constructor', held: false } }),
    );
    expect(find('[role="alert"]').textContent).toContain('did not expect');
  });

  it('keeps its keys, clicks and clipboard from the page', async () => {
    const heard: string[] = [];
    const types = [
      'keydown',
      'keypress',
      'keyup',
      'input',
      'click',
      'pointerdown',
      'mousedown',
      'focusin',
      'paste',
    ];
    const stop = new AbortController();
    afterThis(() => stop.abort());
    for (const type of types) {
      document.addEventListener(type, (event) => heard.push(event.type), stop);
      window.addEventListener(type, (event) => heard.push(event.type), stop);
    }
    const { overlay, find } = mounted();
    overlay.show(editor());
    await settled();
    await userEvent.click(find('textarea'));
    await userEvent.keyboard('s/');
    find('textarea').dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, composed: true }),
    );
    expect(heard).toEqual([]);
  });

  it('does not take Esc from an input method', () => {
    const { overlay, find, actions } = mounted();
    overlay.show(editor());
    const key = { key: 'Escape', bubbles: true };
    find('textarea').dispatchEvent(
      new KeyboardEvent('keydown', { ...key, isComposing: true }),
    );
    expect(actions.dismiss).not.toHaveBeenCalled();
    find('textarea').dispatchEvent(new KeyboardEvent('keydown', key));
    expect(actions.dismiss).toHaveBeenCalledOnce();
  });
});

describe('a notice', () => {
  it('says its words and does its one thing', () => {
    const { overlay, root, find } = mounted('ar');
    const run = vi.fn();
    overlay.notify({ key: 'note-deleted', tone: 'info', action: { key: 'undo', run } });
    expect(find('.hw-notice').textContent).toContain('حُذفت الملاحظة');
    find('.hw-notice-action').click();
    expect(run).toHaveBeenCalledOnce();
    expect(root.querySelector('.hw-notice')).toBeNull();
  });

  it('keeps the one that its own action brings', () => {
    const { overlay, find } = mounted('en');
    overlay.notify({
      key: 'note-deleted',
      tone: 'info',
      action: {
        key: 'undo',
        run: () => overlay.notify({ key: 'note-restored', tone: 'info' }),
      },
    });
    find('.hw-notice-action').click();
    expect(find('.hw-notice').textContent).toContain('Note restored');
  });

  it('has words for a failure by its code', () => {
    const { overlay, find } = mounted('en');
    overlay.notify({ key: 'storage-full', tone: 'problem' });
    expect(find('[role="alert"]').textContent).toContain('full');
  });
});

describe('a hostile page', () => {
  it('renders whatever it says as text', () => {
    const { overlay, root } = mounted();
    overlay.show(
      card({
        entity: {
          ...card().entity,
          names: { ar: HOSTILE },
          description: { en: HOSTILE },
        },
      }),
    );
    expect(root.querySelectorAll('img, a, script')).toHaveLength(0);
    expect(root.textContent).toContain(HOSTILE);
    overlay.show(editor({ quote: HOSTILE, body: HOSTILE, tags: [HOSTILE] }));
    expect(root.querySelectorAll('img, a, script')).toHaveLength(0);
    expect(window).not.toHaveProperty('hacked');
  });

  it('cannot dress the overlay up', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = `* { --hw-surface: red !important; --hw-size: 40px !important; color: red !important; font-size: 40px !important; }`;
    document.head.append(sheet);
    afterThis(() => sheet.remove());
    const { overlay, find } = mounted('en');
    overlay.show(card());
    const style = getComputedStyle(find('.hw-card'));
    expect(style.fontSize).toBe('14px');
    expect(style.backgroundColor).not.toBe('rgb(255, 0, 0)');
    expect(style.color).not.toBe('rgb(255, 0, 0)');
  });
});

describe('accessibility', () => {
  const views: Record<string, OverlayView> = {
    card: card(),
    'pinned card': card({ pinned: true }),
    bar: { type: 'selection-bar', anchor: anchorAt(300, 200) },
    editor: editor({ body: 'words', tags: ['tag'], status: 'changed', now: 'words now' }),
    'editor with a past': editor({ versions: VERSIONS, elsewhere: 'theirs', body: 'x' }),
    'unsaved editor': editor({
      saving: { state: 'failed', code: 'unreachable', held: true },
    }),
  };
  const cases = Object.entries(views).flatMap(([name, view]) =>
    (['ar', 'en'] as const).map((lang) => ({ name, view, lang })),
  );
  it.each(cases)('$name ($lang) has no violations', async ({ view, lang }) => {
    const { overlay, host } = mounted(lang);
    overlay.show(view);
    overlay.notify({
      key: 'note-deleted',
      tone: 'info',
      action: { key: 'undo', run() {} },
    });
    await expectAccess(host);
  });
});

describe('taking it away', () => {
  it('leaves nothing in the root', () => {
    const { overlay, root } = mounted();
    overlay.show(card());
    overlay.notify({ key: 'quote-copied', tone: 'info' });
    overlay.destroy();
    expect(root.childNodes).toHaveLength(0);
  });
});
