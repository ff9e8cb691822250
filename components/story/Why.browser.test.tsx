import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Explanation, Kin } from '@/core/model/story';
import { createMarginTranslator } from '@/locales/translate';
import { problemsOfAccess } from '@/test/problems-of-access';
import base from '../../assets/css/base.css?inline';
import tokens from '../../assets/css/tokens.css?inline';
import { MarginWords } from '../translation/translation-context';
import css from './story.css?inline';
import { Why } from './Why';

const HOSTILE = '<img src=x onerror="window.hacked=1">';
const NOW = new Date(2020, 3, 8, 12).getTime();

const kin: Kin = {
  articleId: 'other',
  verdict: 'same-story',
  score: 0.84,
  url: 'https://second.example/report',
  title: 'تقرير عن السدّ',
  siteName: 'Second Paper',
  published: '2020-04-04',
  firstReadAt: NOW,
  notes: 2,
};

const explanation: Explanation = {
  verdict: 'same-story',
  score: 0.84,
  reasons: [
    { kind: 'text', share: 0.234 },
    { kind: 'title' },
    { kind: 'actors', labels: ['River Council', 'مجلس النهر'] },
    { kind: 'places', labels: ['Upper Dam'] },
    { kind: 'dates', labels: ['2020-04-01'] },
    { kind: 'figures', labels: ['329', '329'] },
    { kind: 'terms', labels: ['sluices', 'UPPER', 'النهر'] },
    { kind: 'apart', days: 5 },
    { kind: 'partial' },
  ],
  passages: [
    { quote: 'the water rose through the night', words: 6 },
    { quote: 'ارتفع الماء طوال الليل', words: 4 },
  ],
  said: null,
  other: kin,
};

let cleanUp: () => void = () => {};
beforeEach(async () => {
  await page.viewport(360, 700);
});
afterEach(() => cleanUp());

/** In a closed shadow root, as on a page, or in the document, as on a page of ours. */
function shown(
  first: Partial<Explanation> | null,
  lang: 'ar' | 'en' = 'en',
  shadow = false,
) {
  const host = document.createElement('div');
  document.body.append(host);
  const room = shadow ? host.attachShadow({ mode: 'open' }) : host;
  const style = document.createElement('style');
  style.textContent = tokens + base + css;
  const root = document.createElement('div');
  const words = createMarginTranslator(lang);
  root.className = 'hw';
  root.style.background = 'var(--hw-surface)';
  root.lang = lang;
  root.dir = words.direction;
  room.append(style, root);
  const onSay = vi.fn();
  const draw = (change: Partial<Explanation> | null) =>
    render(
      <MarginWords.Provider value={words}>
        <Why
          explanation={change && { ...explanation, ...change }}
          now={NOW}
          onSay={onSay}
        />
      </MarginWords.Provider>,
      root,
    );
  draw(first);
  cleanUp = () => {
    render(null, root);
    host.remove();
  };
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return { root, draw, onSay, texts };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('Why', () => {
  it('says the verdict, how sure it is, and all that is shared', () => {
    const { texts } = shown({});
    expect(texts('.hw-why-verdict')).toEqual(['Probably the same story84% sure']);
    expect(texts('dt')).toEqual([
      'Shared text',
      'Title',
      'Actors',
      'Places',
      'Dates',
      'Figures',
      'Rare words',
      'Published',
    ]);
    expect(texts('.hw-chip')).toEqual([
      '23% of the shorter text',
      'the same',
      'River Council',
      'مجلس النهر',
      'Upper Dam',
      '1 Apr 2020',
      '329',
      'sluices',
      '5 days apart',
    ]);
    expect(texts('blockquote')).toEqual([
      'the water rose through the night6 words',
      'ارتفع الماء طوال الليل4 words',
    ]);
    expect(texts('.hw-soft')).toContain(
      'One of the two texts is only a part of its article.',
    );
  });

  it('says it in Arabic, with its plurals and dates', () => {
    const { texts } = shown({}, 'ar');
    expect(texts('.hw-why-verdict')).toEqual(['على الأرجح القصة نفسهابيقين 84%']);
    expect(texts('.hw-chip')).toContain('1 أبريل 2020');
    expect(texts('.hw-chip')).toContain('5 أيام');
    expect(texts('blockquote footer')).toEqual(['6 كلمات', '4 كلمات']);
  });

  it('gives every quote the direction of its letters', () => {
    const { root } = shown({}, 'ar');
    const directions = [...root.querySelectorAll('blockquote')].map(
      (quote) => getComputedStyle(quote).direction,
    );
    expect(directions).toEqual(['ltr', 'rtl']);
  });

  it('leads to the other article, and says when there is none', () => {
    const { root, draw, texts } = shown({});
    const link = root.querySelector('a');
    expect(link?.href).toBe(kin.url);
    expect(link?.textContent).toBe(kin.title);
    expect(texts('.hw-kin-facts')).toEqual([
      'Second Paper · 4 Apr 2020 · read today · 2 notes',
    ]);
    draw({ other: null, passages: [] });
    expect(root.querySelector('a')).toBeNull();
    expect(root.textContent).toContain('as it came with Hawashi');
  });

  it('takes the reader’s verdict, and takes it back', async () => {
    const { draw, onSay, root } = shown({});
    await userEvent.click(button('Not the same'));
    expect(onSay).toHaveBeenLastCalledWith('different');
    draw({ said: 'different' });
    expect(document.activeElement?.textContent).toBe('Not the same');
    expect(root.querySelector('[role="status"]')?.textContent).toContain(
      'You said it is not the same',
    );
    await userEvent.click(button('Undo'));
    expect(onSay).toHaveBeenLastCalledWith(null);
    await userEvent.click(button('Not the same'));
    expect(onSay).toHaveBeenLastCalledWith(null);
    await userEvent.click(button('Same story'));
    expect(onSay).toHaveBeenLastCalledWith('same');
  });

  it('waits quietly, and admits that there is nothing', () => {
    const { draw, texts, root } = shown(null);
    expect(texts('[role="status"]')).toEqual(['Comparing…']);
    expect(root.querySelector('button')).toBeNull();
    draw({ verdict: 'different', score: 0.04, reasons: [], passages: [] });
    expect(texts('.hw-why-verdict')).toEqual(['Another story']);
    expect(root.textContent).toContain('nothing telling in common');
  });

  it('shows what pages wrote as text, and links to the web only', () => {
    const { root } = shown({
      reasons: [{ kind: 'terms', labels: [HOSTILE] }],
      passages: [{ quote: HOSTILE, words: 1 }],
      other: { ...kin, title: HOSTILE, siteName: HOSTILE, url: 'javascript:alert(1)' },
    });
    expect(root.querySelector('img, a')).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
    expect('hacked' in window).toBe(false);
  });

  it('stays within a narrow window, in a shadow root too', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3);
    for (const shadow of [false, true]) {
      const { root } = shown(
        {
          reasons: [{ kind: 'actors', labels: [long] }],
          passages: [{ quote: long, words: 1 }],
          other: { ...kin, title: long, siteName: long },
        },
        'en',
        shadow,
      );
      expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
      cleanUp();
    }
  });

  it.each(['ar', 'en'] as const)('has no violations (%s)', async (lang) => {
    const { root } = shown({ said: 'same' }, lang);
    expect(await problemsOfAccess(root)).toEqual([]);
  });
});
