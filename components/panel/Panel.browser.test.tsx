import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { problemsOfAccess } from '@/test/problems-of-access';
import { noteAt, ROWS, shownPanel } from '@/test/show-panel';

const BAGHDAD = 'place/Baghdad';
const tab = (name: string) => page.getByRole('tab', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('the names', () => {
  it('have a strip that says where they are mentioned, in words', () => {
    const { root } = shownPanel();
    const labels = [...root.querySelectorAll('.hw-strip')].map((strip) =>
      strip.getAttribute('aria-label'),
    );
    expect(labels).toEqual([
      'At word 1, 9 of 18',
      'At word 5, 6, 12 of 18',
      'At word 14 of 18',
      'At word 18 of 18',
    ]);
  });

  it.each(['en', 'ar'] as const)(
    'lead from a mark of the strip to its mention, in %s',
    async (lang) => {
      const { root, actions } = shownPanel({}, lang);
      const strip = root.querySelector('[data-entity="place/Baghdad"] .hw-strip');
      const { left, right, top } = strip?.getBoundingClientRect() ?? new DOMRect();
      const end = lang === 'ar' ? left + 80 : right - 80;
      strip?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, clientX: end, clientY: top + 3 }),
      );
      expect(actions.jumpToMention).toHaveBeenLastCalledWith(BAGHDAD, 2);
    },
  );

  it('show with whom, and the notes on them', async () => {
    const note = noteAt([23, 30], 'the capital', 1);
    const { root, actions } = shownPanel({ notes: [note, noteAt([33, 40], 'other', 2)] });
    await userEvent.click(button(/More about.*بغداد/));
    const others = [...root.querySelectorAll('.hw-xray-other')].map(
      (each) => each.textContent,
    );
    expect(others).toEqual([
      'الوزير الأولin 2 sentences',
      'البصرةin 1 sentence',
      'لا مكانin 1 paragraph',
    ]);
    await userEvent.click(button('the capital'));
    expect(actions.jumpToNote).toHaveBeenCalledWith(note.note.id);
    for (const step of ['first', 'previous', 'next']) {
      const label =
        step === 'first' ? 'First mention' : step === 'next' ? 'Next' : 'Previous';
      await userEvent.click(page.getByRole('button', { name: label, exact: true }));
      expect(actions.jumpToMention).toHaveBeenLastCalledWith(BAGHDAD, step);
    }
  });

  it('lead to each other, and the focus goes along', async () => {
    const { root } = shownPanel();
    await userEvent.click(button(/More about.*بغداد/));
    await userEvent.click(button(/البصرة in 1 sentence/));
    await vi.waitFor(() =>
      expect(document.activeElement?.closest('[data-entity]')).toBe(
        root.querySelector('[data-entity="place/Basra"]'),
      ),
    );
    expect(root.querySelectorAll('.hw-xray-details')).toHaveLength(1);
  });

  it('show how far the reading is', () => {
    const { root } = shownPanel();
    const band = root.querySelector<HTMLElement>('.hw-xray')?.style;
    expect(band?.getPropertyValue('--hw-view-from')).toBe('0.0%');
    expect(parseFloat(band?.getPropertyValue('--hw-view-size') ?? '')).toBeCloseTo(43, 0);
  });

  it('are listed before the text is known', () => {
    const { root } = shownPanel({ text: null, view: null });
    expect(root.querySelectorAll('.hw-entity')).toHaveLength(ROWS.length);
    expect(root.querySelectorAll('.hw-strip')).toHaveLength(0);
  });
});

describe('the map', () => {
  const open = async (...state: Parameters<typeof shownPanel>) => {
    const shown = shownPanel(...state);
    await userEvent.click(page.getByRole('tab').nth(1));
    return shown;
  };

  it('has the places, larger the more often they are mentioned', async () => {
    const { root, actions } = await open();
    expect(actions.loadMap).toHaveBeenCalled();
    const radii = [...root.querySelectorAll('.hw-map-place circle')].map((circle) =>
      Number(circle.getAttribute('r')),
    );
    expect(radii).toHaveLength(2);
    expect(radii[0]).toBeGreaterThan(radii[1] ?? 0);
    await expect.element(page.getByText('Mentioned, and not on the map')).toBeVisible();
  });

  it('leads from a circle to the text and the list, and back', async () => {
    const { root, actions, draw } = await open();
    await userEvent.click(button(/Baghdad.*3 mentions/));
    expect(actions.jumpToMention).toHaveBeenLastCalledWith(BAGHDAD, 'first');
    draw({ jump: { entityId: BAGHDAD, index: 0, count: 3 } });
    expect(root.querySelector('.hw-entity-current')?.textContent).toContain('بغداد');
    await userEvent.click(page.getByRole('button', { name: /^البصرة/ }));
    await expect
      .element(page.getByRole('button', { name: /Basra.*1 mention/ }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  it('can be walked by keys', async () => {
    const { root, actions } = await open();
    const [first] = root.querySelectorAll<SVGElement>('.hw-map-place');
    first?.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(actions.jumpToMention).toHaveBeenLastCalledWith('place/Basra', 'first');
  });

  it('says when it could not be had, and when there is nothing on it', async () => {
    const { root, draw } = await open({ map: 'failed' });
    expect(root.textContent).toContain('The map could not be drawn.');
    const entities = ROWS.filter(({ entity }) => entity.kind === 'person');
    draw({ page: { type: 'reading', painted: true, entities } });
    expect(root.textContent).toContain('No place of this article is on the map.');
  });
});

describe('the notes', () => {
  it('stand in the order of the text as it is now, and follow the reading', async () => {
    const notes = [
      noteAt([60, 70], 'later', 1),
      noteAt([5, 9], 'early', 2),
      noteAt(null, 'whole', 3),
    ];
    const { root, draw } = shownPanel({ notes });
    await userEvent.click(tab('Notes 3'));
    const bodies = () =>
      [...root.querySelectorAll('.hw-note-words p')].map((p) => p.textContent);
    const current = () =>
      [...root.querySelectorAll('[aria-current] .hw-note-words p')].map(
        (p) => p.textContent,
      );
    expect(bodies()).toEqual(['whole', 'early', 'later']);
    expect(current()).toEqual(['early']);
    draw({ notes, view: { start: 55, end: 100 } });
    expect(current()).toEqual(['later']);
  });
});

it('has the library and the export at its foot, and no button for itself', async () => {
  const { actions, root } = shownPanel();
  expect(root.querySelector('.hw-popup-foot')?.getBoundingClientRect().bottom).toBe(800);
  await userEvent.click(button('Library'));
  expect(actions.openLibrary).toHaveBeenCalledExactlyOnceWith();
  await userEvent.click(button('Export'));
  await userEvent.click(button('Notes on this page as JSON'));
  expect(actions.exportNotes).toHaveBeenCalledExactlyOnceWith('page', 'json');
  await expect.element(button('Open beside the page')).not.toBeInTheDocument();
});

describe('a page that is not read', () => {
  it.each([
    'forbidden',
    'hidden',
    'not-allowed',
    'off',
    'not-article',
    'looking',
  ] as const)('is told: %s', async (type) => {
    const { root } = shownPanel({
      page: { type },
      article: null,
      text: null,
      view: null,
    });
    expect(root.querySelector(`.hw-state-${type}`)).not.toBeNull();
    expect(await problemsOfAccess()).toEqual([]);
  });
});

describe.each(['en', 'ar'] as const)('for everybody, in %s', (lang) => {
  it.each([280, 360, 600])(
    'every part is accessible and fits %i pixels',
    async (width) => {
      await page.viewport(width, 800);
      const notes = [noteAt([5, 9], 'words', 1)];
      const { root } = shownPanel({ notes }, lang);
      await userEvent.click(page.getByRole('button', { expanded: false }).first());
      for (const index of [0, 1, 2]) {
        await userEvent.click(page.getByRole('tab').nth(index));
        expect(await problemsOfAccess()).toEqual([]);
        const wide = [...root.querySelectorAll('*')].filter(
          (each) => each.getBoundingClientRect().right > width + 1,
        );
        expect(wide.map((each) => each.className)).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      }
    },
  );
});
