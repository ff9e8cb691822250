import { beforeEach, describe, expect, test } from 'vitest';
import { buildTextModel, type TextModel } from '../text/text-model';
import { rectsOf, spansAt } from './hit-test';

function modelOf(html: string, style = ''): TextModel {
  const paragraph = document.createElement('p');
  paragraph.style.cssText = `margin: 40px; width: 400px; font: 20px/2 serif; ${style}`;
  paragraph.innerHTML = html;
  document.body.replaceChildren(paragraph);
  return buildTextModel([{ element: paragraph, role: 'body', skip: new Set() }]);
}

function spanOf(model: TextModel, word: string) {
  const start = model.text.indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + word.length, word };
}

function wordsAt(model: TextModel, words: string[], x: number, y: number): string[] {
  const spans = words.map((word) => spanOf(model, word));
  return spansAt(document, model, spans, x, y).map(({ word }) => word);
}

beforeEach(() => scrollTo(0, 0));

describe.each([
  ['plain', 'A meeting in Baghdad and Basra today', ['Baghdad', 'Basra'], ''],
  [
    'inline elements',
    'In <i>Bagh</i><b>dad</b> and <a href="#">Basra</a> now',
    ['Baghdad', 'Basra'],
    '',
  ],
  [
    'right to left',
    'اجتماع في بغداد وفي البصرة اليوم',
    ['بغداد', 'البصرة'],
    'direction: rtl',
  ],
  [
    'a clitic before the name',
    'شهدتا بالعراق والنجف',
    ['العراق', 'النجف'],
    'direction: rtl',
  ],
  [
    'Latin inside Arabic',
    'قال Donald Trump في واشنطن إن',
    ['Donald Trump', 'واشنطن'],
    'direction: rtl',
  ],
  ['Arabic inside Latin', 'He said (بغداد) and Basra', ['بغداد', 'Basra'], ''],
  ['zero-width marks', 'في بغ‌داد‏ و<wbr>البصرة', ['بغ‌داد', 'البصرة'], 'direction: rtl'],
  [
    'no selecting',
    'A meeting in Baghdad and Basra',
    ['Baghdad', 'Basra'],
    'user-select: none',
  ],
])('the name under the pointer: %s', (_, html, words, style) => {
  test('is found all over its glyphs, and is the only one', () => {
    const model = modelOf(html, style);
    for (const word of words) {
      for (const rect of rectsOf(document, model, spanOf(model, word))) {
        for (const share of [0.05, 0.3, 0.5, 0.7, 0.95]) {
          const x = rect.left + rect.width * share;
          expect(wordsAt(model, words, x, rect.top + rect.height / 2)).toEqual([word]);
        }
      }
    }
  });

  test('is not found beside its glyphs', () => {
    const model = modelOf(html, style);
    for (const word of words) {
      const rects = rectsOf(document, model, spanOf(model, word));
      const right = Math.max(...rects.map((rect) => rect.right));
      const left = Math.min(...rects.map((rect) => rect.left));
      const { top, bottom } = rects[0] as DOMRect;
      const middle = (top + bottom) / 2;
      for (const [x, y] of [
        [left - 5, middle],
        [right + 5, middle],
        [(left + right) / 2, bottom + 30],
        [(left + right) / 2, top - 30],
      ] as const)
        expect(wordsAt(model, words, x, y)).not.toContain(word);
    }
  });
});

test('a name broken over two lines is found on both', () => {
  const model = modelOf('World Health Organization', 'width: 130px');
  const rects = rectsOf(document, model, spanOf(model, 'World Health Organization'));
  expect(rects.length).toBeGreaterThan(1);
  for (const rect of rects)
    expect(
      wordsAt(
        model,
        ['World Health Organization'],
        rect.left + rect.width / 2,
        rect.top + rect.height / 2,
      ),
    ).toHaveLength(1);
});

test('what covers the text hides it', () => {
  const model = modelOf('A meeting in Baghdad');
  const [rect] = rectsOf(document, model, spanOf(model, 'Baghdad'));
  const cover = document.createElement('div');
  cover.style.cssText = 'position: fixed; inset: 0; background: white';
  document.body.append(cover);
  expect(rect).toBeDefined();
  if (rect)
    expect(wordsAt(model, ['Baghdad'], rect.left + 10, rect.top + 10)).toEqual([]);
});

test('of notes that overlap, all under the pointer are given', () => {
  const model = modelOf('A long sentence with Baghdad in it');
  const [rect] = rectsOf(document, model, spanOf(model, 'Baghdad'));
  if (!rect) throw new Error('no box');
  expect(
    wordsAt(
      model,
      ['A long sentence with Baghdad in it', 'Baghdad', 'sentence'],
      rect.left + 10,
      rect.top + 10,
    ),
  ).toEqual(['A long sentence with Baghdad in it', 'Baghdad']);
});

test('a text that the page shortened meanwhile is no error', () => {
  const model = modelOf('A meeting in Baghdad');
  const span = spanOf(model, 'Baghdad');
  const node = document.querySelector('p')?.firstChild;
  if (node) node.nodeValue = 'A';
  expect(rectsOf(document, model, span)).toEqual([]);
  document.body.replaceChildren();
  expect(rectsOf(document, model, span)).toEqual([]);
});

test('a name in a shadow tree is found under the pointer', () => {
  const model = modelOf('A meeting in Baghdad');
  const host = document.createElement('x-story');
  const [block] = model.blocks;
  if (block === undefined) throw new Error('no block');
  document.body.replaceChildren(host);
  host.attachShadow({ mode: 'open' }).append(block.block.element);
  const [rect] = rectsOf(document, model, spanOf(model, 'Baghdad'));
  expect(rect?.width).toBeGreaterThan(0);
  const { left = 0, top = 0, width = 0, height = 0 } = rect ?? {};
  expect(wordsAt(model, ['Baghdad'], left + width / 2, top + height / 2)).toEqual([
    'Baghdad',
  ]);
});
