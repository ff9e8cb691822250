import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '@/locales/translate';
import {
  makeCard,
  makeReviewPart,
  makeSitting,
  reviewActions,
} from '@/test/make-review-part';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ReviewTranslation } from '../translation/ReviewTranslation';
import libraryCss from './library-page.css?inline';
import { Review } from './Review';
import reviewCss from './review.css?inline';
import type { ReviewPart } from './review-view';

const HOSTILE = '<img src=x onerror="window.hacked=1">';
const NOW = new Date(2020, 4, 6, 12).getTime();

let cleanUp: () => void = () => {};
beforeEach(() => page.viewport(900, 800));
afterEach(() => cleanUp());

function shown(first: ReviewPart, lang: 'ar' | 'en' = 'en') {
  const actions = reviewActions();
  const style = document.createElement('style');
  style.textContent = libraryCss + reviewCss;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  const draw = (part: ReviewPart) =>
    render(
      <ReviewTranslation translator={translator}>
        <main class="hw-page-main">
          <div class="hw-part hw-part-review">
            <Review part={part} now={NOW} actions={actions} />
          </div>
        </main>
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

const button = (name: string | RegExp) => page.getByRole('button', { name });
const sitting = (change: Parameters<typeof makeSitting>[0] = {}) =>
  makeReviewPart({ sitting: makeSitting(change) });

describe('the start page', () => {
  it('says how many notes would come, of which kinds, and begins', async () => {
    const { actions, texts } = shown(makeReviewPart({ on: false }));
    expect(texts('[role="status"]')).toEqual(['10 notes would come today.']);
    expect(texts('.hw-soft')).toEqual(['4 are due · 6 come for the first time']);
    // Nothing to turn off yet.
    expect(texts('.hw-ask-first')).toEqual([]);
    await userEvent.click(button('Begin'));
    expect(actions.beginReview).toHaveBeenCalledOnce();
    await userEvent.click(page.getByRole('radio', { name: '20' }));
    expect(actions.setSessionSize).toHaveBeenCalledExactlyOnceWith(20);
  });

  it('says when the next are due where none is', () => {
    const { texts } = shown(makeReviewPart({ due: 0, fresh: 0 }));
    expect(texts('.hw-empty p')).toEqual([
      'No note comes today',
      'Next: 2 notes, in 3 days.',
    ]);
  });

  it('turns off with a choice: keep what was said, forget it, or neither', async () => {
    const { actions } = shown(makeReviewPart());
    await userEvent.click(button('Turn the review off…'));
    await expect.element(button('Leave it on')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(button('Turn the review off…'));
    await userEvent.click(button('Turn off, keep it'));
    expect(actions.turnReviewOff).toHaveBeenLastCalledWith(false);
    await userEvent.click(button('Turn the review off…'));
    await userEvent.click(button('Turn off, forget it'));
    expect(actions.turnReviewOff).toHaveBeenLastCalledWith(true);
    expect(actions.turnReviewOff).toHaveBeenCalledTimes(2);
  });

  it('brings those again that were left', async () => {
    const { actions } = shown(makeReviewPart({ left: 2 }));
    await userEvent.click(button('Bring them again'));
    expect(actions.bringLeftAgain).toHaveBeenCalledOnce();
  });
});

describe('a note of a sitting', () => {
  it('keeps the words back until they are asked for, and is answered by keys', async () => {
    const { actions, root, texts } = shown(sitting());
    expect(texts('[role="status"]')).toEqual(['3 of 10']);
    expect(document.activeElement?.className).toContain('hw-review-card');
    expect(root.textContent).not.toContain('كلماتي');
    await userEvent.keyboard('3');
    expect(actions.answerCard).not.toHaveBeenCalled();
    await userEvent.keyboard(' ');
    expect(root.textContent).toContain('كلماتي');
    expect(texts('.hw-review-wait')).toEqual([
      'tomorrow',
      'in 4 days',
      'in 11 days',
      'in 3 months',
    ]);
    await userEvent.keyboard('1234');
    expect(actions.answerCard.mock.calls).toEqual([
      ['again'],
      ['hard'],
      ['good'],
      ['easy'],
    ]);
  });

  it('that is a highlight is whole from the beginning', async () => {
    const { actions, texts } = shown(sitting({ card: makeCard({ body: '' }) }));
    expect(texts('.hw-review-hidden')).toEqual([]);
    await userEvent.click(button(/^Knew it/));
    expect(actions.answerCard).toHaveBeenCalledExactlyOnceWith('good');
  });

  it('is skipped, left, and the last answer taken back, by keys and buttons', async () => {
    const { actions } = shown(sitting());
    await userEvent.keyboard('s');
    await userEvent.click(button(/^Skip/));
    expect(actions.skipCard).toHaveBeenCalledTimes(2);
    await userEvent.keyboard('z');
    await userEvent.keyboard('{Control>}z{/Control}');
    await userEvent.click(button(/^Take back/));
    expect(actions.undoAnswer).toHaveBeenCalledTimes(3);
    await userEvent.click(button('Do not bring this one again'));
    expect(actions.leaveCard).toHaveBeenCalledOnce();
  });

  it('leaves the keys to the button that has the focus, and to shortcuts of the browser', async () => {
    const { actions, root } = shown(sitting({ said: [], done: 0 }));
    root.querySelector<HTMLElement>('.hw-review-acts button')?.focus();
    await userEvent.keyboard(' ');
    expect(actions.skipCard).toHaveBeenCalledOnce();
    expect(root.querySelector('.hw-review-hidden')).not.toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}z');
    expect(actions.skipCard).toHaveBeenCalledOnce();
    expect(actions.undoAnswer).not.toHaveBeenCalled();
  });

  it('hides the words of the next one again, and has the focus', async () => {
    const { root, draw } = shown(sitting());
    await userEvent.keyboard(' ');
    const next = makeCard({ id: 'next', body: 'other words' });
    draw(sitting({ done: 3, said: ['good', 'skipped', 'easy'], card: next }));
    await expect.poll(() => root.querySelector('.hw-review-hidden')).not.toBeNull();
    expect(root.textContent).not.toContain('other words');
    expect(document.activeElement?.className).toContain('hw-review-card');
  });

  it('is where one can stop; the start page has the focus then', async () => {
    const { actions, draw } = shown(sitting());
    await userEvent.click(button('Stop here'));
    expect(actions.endSitting).toHaveBeenCalledOnce();
    draw(makeReviewPart());
    await expect
      .element(page.getByRole('heading', { name: 'Daily review' }))
      .toHaveFocus();
  });

  it('leads to the article at its words, and to the page of the article here', () => {
    const { root } = shown(sitting());
    const [open, about] = root.querySelectorAll<HTMLAnchorElement>('.hw-review-foot a');
    expect(open?.href).toContain('https://paper.example/a#:~:text=');
    expect(open?.rel).toBe('noreferrer noopener');
    expect(about?.hash).toBe('#article/a');
  });

  it('is text, whatever is in it, and no link but to the web', () => {
    const card = makeCard({ body: HOSTILE, tags: [HOSTILE] });
    const article = card.article && { ...card.article, title: HOSTILE };
    const script = article && { ...article, url: 'javascript:alert(1)' };
    const { root } = shown(sitting({ card: { ...card, article: script } }));
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelectorAll('.hw-review-foot a')).toHaveLength(1);
  });
});

describe('the end', () => {
  it('says what was done and what is next, and can be taken back', async () => {
    const said = ['good', 'good', 'again', 'skipped', 'left'] as const;
    const over = makeSitting({ all: 5, done: 5, said, card: null });
    const { actions, texts } = shown(makeReviewPart({ due: 0, fresh: 3, sitting: over }));
    await expect
      .element(page.getByRole('heading', { name: 'That was all' }))
      .toHaveFocus();
    expect(texts('p')).toContain('You went through 4 notes.');
    expect(texts('.hw-review-said > div')).toEqual([
      'Forgotten1',
      'Knew it2',
      'Not to come again1',
      'Skipped1',
    ]);
    expect(texts('.hw-soft')).toEqual(['Next: 2 notes, in 3 days.']);
    await userEvent.keyboard('z');
    expect(actions.undoAnswer).toHaveBeenCalledOnce();
    await userEvent.click(button('3 more notes'));
    expect(actions.beginReview).toHaveBeenCalledOnce();
    await userEvent.click(button('Finish'));
    expect(actions.endSitting).toHaveBeenCalledOnce();
  });
});

const over = makeSitting({ all: 2, done: 2, said: ['good', 'left'], card: null });
const PARTS = {
  start: makeReviewPart({ left: 2 }),
  nothing: makeReviewPart({ due: 0, fresh: 0, next: null }),
  hidden: sitting(),
  highlight: sitting({ card: makeCard({ body: '' }) }),
  end: makeReviewPart({ sitting: over }),
};

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
  it.each(
    Object.entries(PARTS).flatMap(([name, part]) =>
      [360, 900].map((width) => [name, width, part] as const),
    ),
  )('%s at %d px stands with axe and fits', async (_name, width, part) => {
    await page.viewport(width, 800);
    const { root } = shown(part, lang);
    expect(await problemsOfAccess(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
