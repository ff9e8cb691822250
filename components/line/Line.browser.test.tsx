import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Anchor } from '@/core/model/selector';
import type { Explanation } from '@/core/model/story';
import { orderChanges } from '@/core/stories/order-changes';
import { makeEncounter, makeKin, makeMeeting, makeStory } from '@/test/make-encounter';
import { makeNote, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import {
  cameIn,
  expectAccess,
  focusedButton,
  mounted,
  settled,
} from '@/test/show-overlay';
import type { LineView, Offer } from './line-view';

const NOW = THEN + 86_400_000;
const HOSTILE = '<img src=x onerror="window.hacked=1">';

const COPY = makeKin({ verdict: 'same-text', score: 1 });
const SAME = makeKin({ articleId: 'same', siteName: 'The Paper', notes: 2 });

function line(change: Partial<LineView> = {}): LineView {
  return {
    shows: 'line',
    takesFocus: false,
    encounter: makeEncounter({ copies: [COPY] }),
    now: NOW,
    following: null,
    isKept: true,
    why: null,
    changes: null,
    dimsRead: false,
    review: { offers: [], at: 0, isPlacing: false },
    notice: null,
    ...change,
  };
}

const opened = (change: Partial<LineView> = {}): LineView =>
  line({ shows: 'story', takesFocus: true, ...change });

const IN_PLACE: Anchor = { status: 'anchored', start: 0, end: 6 };
const NOWHERE: Anchor = { status: 'orphan', start: null, end: null };
const PROBABLE: Anchor = { status: 'probable', start: 0, end: 6 };

function offer(change: Partial<Offer> = {}): Offer {
  return {
    ...{ note: makeNote(), from: COPY, anchor: IN_PLACE, now: null, state: 'waiting' },
    ...change,
  };
}

const reviewed = (offers: Offer[], at = 0, isPlacing = false): LineView =>
  opened({ shows: 'review', review: { offers, at, isPlacing } });

const CHANGES = {
  added: [{ start: 200, end: 240 }],
  changed: [
    {
      span: { start: 40, end: 90 },
      before: 'what it was',
      words: [{ start: 50, end: 55 }],
    },
  ],
  removed: [{ text: 'a paragraph that is gone', at: 100 }],
};
const EDITED = makeEncounter({ lastReadAt: THEN, changes: CHANGES });

/** What is drawn, with its effects: Preact waits for a frame and a timer, which stand still here. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await settled();
    vi.advanceTimersByTime(1);
  }
}

const EXPLANATION: Explanation = {
  verdict: 'same-story',
  score: 0.86,
  reasons: [{ kind: 'actors', labels: ['قاآني', 'الكاظمي'] }],
  passages: [{ quote: 'words that both papers have', words: 5 }],
  said: null,
  other: SAME,
};

describe('the quiet line', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['en', 'Republished: first seen at \u2068وكالة النهر\u2069 yesterday'],
    ['ar', 'نصّ معاد نشره: رأيته أولًا في \u2068وكالة النهر\u2069 أمس'],
  ] as const)(
    'says one sentence, politely, and leaves the focus alone (%s)',
    async (lang, sentence) => {
      const button = focusedButton();
      const { overlay, find } = mounted(lang);
      overlay.showLine(line());
      await drawn();
      expect(find('[role="status"]').textContent).toBe(sentence);
      expect(document.activeElement).toBe(button);
    },
  );

  it.each([
    [360, 640, 'ar'],
    [360, 640, 'en'],
    [1280, 800, 'ar'],
    [1280, 800, 'en'],
  ] as const)(
    'is one line high at the foot, where reading begins (%i × %i, %s)',
    async (width, height, lang) => {
      await page.viewport(width, height);
      const { host, overlay, find } = mounted(lang);
      const title = makeStory({ name: 'A very long name of a story '.repeat(4) });
      overlay.showLine(
        line({ encounter: makeEncounter({ stories: [makeMeeting({ story: title })] }) }),
      );
      await drawn();
      await cameIn(host);
      const box = find('.hw-line').getBoundingClientRect();
      expect(box.height).toBeLessThan(44);
      expect(box.left).toBeGreaterThanOrEqual(8);
      expect(box.right).toBeLessThanOrEqual(width - 8);
      expect(box.bottom).toBeLessThanOrEqual(height - 8);
      if (lang === 'ar') expect(width - box.right).toBeLessThanOrEqual(16);
      else expect(box.left).toBeLessThanOrEqual(16);
    },
  );

  it('goes by itself, but not from under the pointer or the focus', async () => {
    const { overlay, find, lineActions } = mounted();
    overlay.showLine(line());
    await drawn();
    find('.hw-line').dispatchEvent(new PointerEvent('pointerenter'));
    await drawn();
    vi.advanceTimersByTime(60_000);
    expect(lineActions.close).not.toHaveBeenCalled();
    find('.hw-line').dispatchEvent(new PointerEvent('pointerleave'));
    find('.hw-line-open').focus();
    await drawn();
    vi.advanceTimersByTime(60_000);
    expect(lineActions.close).not.toHaveBeenCalled();
    find('.hw-line-open').blur();
    await drawn();
    vi.advanceTimersByTime(11_000);
    expect(lineActions.close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(lineActions.close).toHaveBeenCalledOnce();
  });

  it('does not stay longer because more is known of the article', async () => {
    const { overlay, lineActions } = mounted();
    overlay.showLine(line());
    await drawn();
    vi.advanceTimersByTime(11_000);
    overlay.showLine(line({ encounter: makeEncounter({ copies: [COPY, SAME] }) }));
    await drawn();
    vi.advanceTimersByTime(2_000);
    expect(lineActions.close).toHaveBeenCalledOnce();
  });

  it('opens and is sent away by its buttons', async () => {
    const { overlay, find, lineActions } = mounted();
    overlay.showLine(line());
    await drawn();
    find('.hw-line-open').click();
    find('[aria-label="Dismiss"]').click();
    expect(lineActions.open).toHaveBeenCalledOnce();
    expect(lineActions.close).toHaveBeenCalledOnce();
  });
});

describe('what it opens into', () => {
  it('takes the focus once, and gives it back when it is closed', async () => {
    const button = focusedButton();
    const { overlay, root, find } = mounted();
    overlay.showLine(opened());
    expect(root.activeElement).toBe(find('.hw-panel'));
    button.focus();
    overlay.showLine(opened({ encounter: makeEncounter({ copies: [COPY, SAME] }) }));
    expect(document.activeElement).toBe(button);
    find('.hw-panel').focus();
    overlay.showLine(null);
    expect(document.activeElement).toBe(button);
  });

  it('is closed by Esc', async () => {
    const { overlay, lineActions } = mounted();
    overlay.showLine(opened());
    await userEvent.keyboard('{Escape}');
    expect(lineActions.close).toHaveBeenCalledOnce();
  });

  it('shows three articles at most, each with its why', async () => {
    const { overlay, root, find, lineActions } = mounted('en');
    const encounter = makeEncounter({
      copies: [COPY],
      sameStory: [
        SAME,
        { ...SAME, articleId: 'third' },
        { ...SAME, articleId: 'fourth' },
      ],
    });
    overlay.showLine(opened({ encounter }));
    expect(root.querySelectorAll('.hw-kin')).toHaveLength(3);
    find('.hw-kin [aria-expanded]').click();
    expect(lineActions.openWhy).toHaveBeenCalledExactlyOnceWith({ kin: COPY, at: 0 });
    const subject = { kin: SAME, at: 1 };
    overlay.showLine(opened({ encounter, why: { subject, explanation: null } }));
    expect(find('.hw-why').textContent).toContain('Comparing');
    overlay.showLine(opened({ encounter, why: { subject, explanation: EXPLANATION } }));
    expect(find('.hw-kin:nth-child(2) .hw-why').textContent).toContain('الكاظمي');
    await userEvent.click(page.getByRole('button', { name: 'Not the same' }));
    expect(lineActions.sayLikeness).toHaveBeenCalledExactlyOnceWith('different');
    // The correction takes it out of the encounter, not from before the reader.
    overlay.showLine(
      opened({
        encounter: { ...encounter, sameStory: [] },
        why: { subject, explanation: { ...EXPLANATION, said: 'different' } },
      }),
    );
    expect(find('.hw-kin:nth-child(2) .hw-why').textContent).toContain('You said');
    expect(root.activeElement?.textContent).toBe('Not the same');
  });

  it('follows a story, and ends it, with one button', async () => {
    const { overlay, root, lineActions } = mounted('en');
    overlay.showLine(opened());
    await userEvent.click(page.getByRole('button', { name: 'Follow this story' }));
    expect(lineActions.followStory).toHaveBeenCalledOnce();
    const story = makeStory();
    overlay.showLine(opened({ following: story }));
    expect(root.activeElement?.textContent).toBe('Stop following');
    await userEvent.keyboard('{Enter}');
    expect(lineActions.endFollowing).toHaveBeenCalledExactlyOnceWith(story);
    await userEvent.click(page.getByRole('switch'));
    expect(lineActions.setDimsRead).toHaveBeenCalledExactlyOnceWith(true);
    overlay.showLine(opened({ isKept: false }));
    await expect
      .element(page.getByRole('button', { name: 'Follow this story' }))
      .toBeDisabled();
  });

  it('explains a story that came without articles', async () => {
    const { overlay, find, lineActions } = mounted('en');
    const story = makeStory();
    overlay.showLine(opened({ encounter: makeEncounter(), following: story }));
    find('[aria-expanded]').click();
    expect(lineActions.openWhy).toHaveBeenCalledExactlyOnceWith({ story });
  });

  it('steps through what changed, by buttons and by keys', async () => {
    const { overlay, root, find, lineActions } = mounted('en');
    overlay.showLine(opened({ encounter: EDITED }));
    expect(find('.hw-panel h3').textContent).toContain('3 paragraphs changed');
    await userEvent.keyboard('n');
    expect(lineActions.stepChange).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole('button', { name: 'Show what changed' }));
    expect(lineActions.showChanges).toHaveBeenCalledExactlyOnceWith(true);
    const list = orderChanges(CHANGES);
    const at = (index: number) =>
      overlay.showLine(opened({ encounter: EDITED, changes: { list, at: index } }));
    at(0);
    expect(find('.hw-panel-changes').textContent).toContain('what it was');
    at(1);
    expect(find('.hw-panel-before').textContent).toBe('a paragraph that is gone');
    at(2);
    expect(root.querySelector('.hw-panel-before')).toBeNull();
    expect(find('.hw-panel-changes').textContent).toContain('Change 3 of 3');
    find('[aria-label="Next change"]').click();
    find('.hw-panel').focus();
    await userEvent.keyboard('p');
    expect(lineActions.stepChange.mock.calls).toEqual([[1], [-1]]);
  });

  it('tells how many notes wait, and where they are from', () => {
    const { overlay, find, lineActions } = mounted('en');
    const offers = [offer(), offer({ state: 'refused' }), offer({ anchor: NOWHERE })];
    overlay.showLine(opened({ review: { offers, at: 0, isPlacing: false } }));
    expect(find('.hw-panel-body').textContent).toContain(
      '2 notes from \u2068وكالة النهر\u2069',
    );
    find('.hw-button-main').click();
    expect(lineActions.openReview).toHaveBeenCalledOnce();
  });

  it('says what was done, and keeps the focus when its undo goes', async () => {
    const { overlay, root, find } = mounted('en');
    const run = vi.fn(() => overlay.showLine(opened()));
    overlay.showLine(
      opened({
        notice: { key: 'story-followed', tone: 'info', action: { key: 'undo', run } },
      }),
    );
    expect(find('.hw-panel-notice').textContent).toContain('You follow this story now');
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    expect(run).toHaveBeenCalledOnce();
    expect(root.activeElement).toBe(find('.hw-panel'));
  });
});

describe('the review of notes', () => {
  const orphan = offer({
    note: makeNote({ id: OTHER_NOTE_ID, body: HOSTILE }),
    anchor: NOWHERE,
  });

  it('shows a quote, its note, where it is from and how sure that is; as text', () => {
    const { overlay, root, find } = mounted('en');
    overlay.showLine(reviewed([offer({ anchor: PROBABLE }), orphan]));
    const text = find('.hw-review').textContent;
    for (const words of ['Note 1 of 2', 'الحداد', 'كلماتي', 'وكالة النهر', 'probably'])
      expect(text).toContain(words);
    overlay.showLine(reviewed([offer(), orphan], 1));
    expect(find('.hw-review').textContent).toContain(HOSTILE);
    expect(root.querySelector('img')).toBeNull();
  });

  it.each([
    ['the keys of letters', 'axnpu', [['accepted'], ['refused']]],
    ['named keys', '{Enter}{Delete}{ArrowDown}{ArrowUp}u', [['accepted'], ['refused']]],
  ])('is done by %s', async (_, keys, answers) => {
    const { overlay, lineActions } = mounted();
    overlay.showLine(reviewed([offer()]));
    await userEvent.keyboard(keys);
    expect(lineActions.answerOffer.mock.calls).toEqual(answers);
    expect(lineActions.stepOffer.mock.calls).toEqual([[1], [-1]]);
    expect(lineActions.undoAnswer).toHaveBeenCalledOnce();
  });

  it('leaves Enter to the button that has the focus', async () => {
    const { overlay, lineActions } = mounted('en');
    overlay.showLine(reviewed([offer()]));
    const refuse = page.getByRole('button', { name: 'Not here' });
    (refuse.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(lineActions.answerOffer.mock.calls).toEqual([['refused']]);
  });

  it('hears no key while the focus is in the page', async () => {
    const { overlay, lineActions } = mounted();
    overlay.showLine(reviewed([offer()]));
    focusedButton();
    await userEvent.keyboard('axn{Delete}');
    expect(lineActions.answerOffer).not.toHaveBeenCalled();
    expect(lineActions.stepOffer).not.toHaveBeenCalled();
  });

  it('offers no place to a note that has none', () => {
    const { overlay, root } = mounted('en');
    overlay.showLine(reviewed([orphan]));
    const labels = [...root.querySelectorAll('.hw-panel-foot .hw-button')].map(
      ({ textContent }) => textContent,
    );
    expect(labels).not.toContain('Keep it hereA');
    expect(labels).toContain('Not hereX');
  });

  const lost = offer({
    from: null,
    anchor: { ...NOWHERE, reason: 'reworded' },
    now: HOSTILE,
  });

  it('says why a note of this page has no place, and lets its words be selected', async () => {
    const { overlay, root, find, lineActions } = mounted('en');
    overlay.showLine(reviewed([lost]));
    const text = find('.hw-review').textContent;
    for (const words of ['was rewritten', 'Now it reads', HOSTILE, 'quote are kept'])
      expect(text).toContain(words);
    expect(root.querySelector('img')).toBeNull();
    await userEvent.click(page.getByRole('button', { name: /Select its words/ }));
    expect(lineActions.answerOffer.mock.calls).toEqual([['accepted']]);
    overlay.showLine(reviewed([lost], 0, true));
    expect(find('.hw-review').textContent).toContain('Select in the text');
    // The keys are the page's, for the selection.
    expect(root.activeElement).toBeNull();
    await userEvent.click(page.getByRole('button', { name: /Cancel/ }));
    await userEvent.keyboard('{Escape}');
    expect(lineActions.stopPlacing).toHaveBeenCalledTimes(2);
    expect(lineActions.close).not.toHaveBeenCalled();
    focusedButton();
    overlay.showLine(reviewed([lost]));
    expect(root.activeElement).toBe(find('.hw-panel'));
    overlay.showLine(reviewed([{ ...lost, state: 'refused' }]));
    expect(find('.hw-review').textContent).toContain('stays without a place');
  });

  it('asks of a probable place whether it is the right one', async () => {
    const { overlay, lineActions } = mounted('en');
    overlay.showLine(reviewed([offer({ from: null, anchor: PROBABLE })]));
    await userEvent.click(page.getByRole('button', { name: /Yes, here/ }));
    await userEvent.click(page.getByRole('button', { name: /^No/ }));
    expect(lineActions.answerOffer.mock.calls).toEqual([['accepted'], ['refused']]);
  });

  it('lists in the panel what has no place, apart from what waits', async () => {
    const { overlay, find, lineActions } = mounted('en');
    const review = { offers: [offer(), lost], at: 0, isPlacing: false };
    overlay.showLine(opened({ review }));
    expect(find('.hw-panel-body').textContent).toContain('1 note from');
    await userEvent.click(page.getByText('1 note has no place in this text'));
    await userEvent.click(page.getByRole('button', { name: /الحداد/ }));
    expect(lineActions.openReview.mock.calls).toEqual([[lost.note.id]]);
    overlay.showLine(opened({ review: { ...review, offers: [offer()] } }));
    expect(find('.hw-panel').querySelector('details')).toBeNull();
  });

  it.each(['ar', 'en'] as const)(
    'of notes without a place is accessible in %s',
    async (lang) => {
      const { overlay, host, root } = mounted(lang);
      overlay.showLine(reviewed([lost], 0, true));
      await expectAccess(host);
      overlay.showLine(opened({ review: { offers: [lost], at: 0, isPlacing: false } }));
      root.querySelector('details')?.setAttribute('open', '');
      await expectAccess(host);
    },
  );

  it('keeps the focus when the button that was pressed goes', async () => {
    const { overlay, root, find, lineActions } = mounted('en');
    lineActions.answerOffer.mockImplementation(() =>
      overlay.showLine(reviewed([offer(), orphan], 1)),
    );
    overlay.showLine(reviewed([offer(), orphan]));
    await userEvent.click(page.getByRole('button', { name: /Keep it here/ }));
    expect(root.activeElement).toBe(find('.hw-panel'));
  });

  it('says what was answered, and when all are', async () => {
    const { overlay, root, find } = mounted('en');
    overlay.showLine(reviewed([offer({ state: 'accepted' })]));
    expect(find('.hw-review').textContent).toContain('it is a note of this article now');
    overlay.showLine(reviewed([offer({ state: 'accepted' })], 1));
    expect(find('.hw-review').textContent).toContain('1 note kept');
    expect(root.activeElement).toBe(find('.hw-panel'));
  });
});

describe('accessibility', () => {
  const views: Record<string, LineView> = {
    line: line(),
    story: opened({
      encounter: makeEncounter({ copies: [COPY], sameStory: [SAME], carried: [] }),
      following: makeStory(),
      review: { offers: [offer()], at: 0, isPlacing: false },
    }),
    why: opened({
      encounter: makeEncounter({ sameStory: [SAME] }),
      why: { subject: { kin: SAME, at: 0 }, explanation: EXPLANATION },
    }),
    changes: opened({
      encounter: EDITED,
      changes: { list: orderChanges(CHANGES), at: 0 },
    }),
    review: reviewed([offer({ anchor: PROBABLE }), offer()]),
    finished: reviewed([offer({ state: 'accepted' })], 1),
  };
  const cases = Object.entries(views).flatMap(([name, view]) =>
    (['ar', 'en'] as const).map((lang) => ({ name, view, lang })),
  );
  it.each(cases)('$name ($lang) has no violations', async ({ view, lang }) => {
    const { overlay, host } = mounted(lang);
    overlay.showLine({
      ...view,
      notice: { key: 'note-carried', tone: 'info', action: { key: 'undo', run() {} } },
    });
    await expectAccess(host);
  });

  it.each(cases)('$name ($lang) stays inside a small window', async ({ view, lang }) => {
    await page.viewport(360, 640);
    const { overlay, root } = mounted(lang);
    overlay.showLine(view);
    await settled();
    const box = root.querySelector('.hw-line, .hw-panel')?.getBoundingClientRect();
    expect(box?.left).toBeGreaterThanOrEqual(8);
    expect(box?.right).toBeLessThanOrEqual(352);
    expect(box?.top).toBeGreaterThanOrEqual(240);
    expect(box?.bottom).toBeLessThanOrEqual(640);
    const body = root.querySelector('.hw-panel-body');
    if (body) expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  });
});
