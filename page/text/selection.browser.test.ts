import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleBlock } from '../article/article-block';
import { readSelection } from './selection';
import { buildTextModel, type TextModel } from './text-model';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

/** Paragraphs of class `a` are the article. */
function show(markup: string): TextModel {
  document.body.innerHTML = markup;
  return buildTextModel(
    Array.from(document.querySelectorAll('.a'), (element): ArticleBlock => {
      return {
        element,
        role: 'body',
        skip: new Set(element.querySelectorAll('[data-skip]')),
      };
    }),
  );
}

function node(selector: string, child: number): Node {
  const found = document.querySelector(selector)?.childNodes[child];
  if (found === undefined) throw new Error(`no ${selector} ${child}`);
  return found;
}

function read(model: TextModel, from: [Node, number], to: [Node, number]): string | null {
  const selection = getSelection();
  if (selection === null) throw new Error('no selection');
  selection.setBaseAndExtent(...from, ...to);
  const span = readSelection(selection, model);
  return span === null ? null : model.text.slice(span.start, span.end);
}

describe('readSelection', () => {
  it('reads forwards and backwards', () => {
    const model = show('<p class="a">one <b>two</b> three</p>');
    const start: [Node, number] = [node('.a', 0), 1];
    const end: [Node, number] = [node('.a', 2), 3];
    expect(read(model, start, end)).toBe('ne two th');
    expect(read(model, end, start)).toBe('ne two th');
  });

  it('trims white space at the edges, a triple click’s next block with it', () => {
    const model = show('<p class="a"> one </p><p class="a" id="n">two</p>');
    expect(
      read(model, [node('.a', 0), 0], [document.querySelector('#n') as Node, 0]),
    ).toBe('one');
  });

  it('is cut off at the article’s edges', () => {
    const model = show('<p id="x">menu</p><p class="a">one</p><p id="y">more</p>');
    expect(read(model, [node('#x', 0), 1], [node('#y', 0), 2])).toBe('one');
    expect(read(model, [document.body, 0], [document.body, 3])).toBe('one');
    expect(read(model, [node('#x', 0), 1], [node('.a', 0), 2])).toBe('on');
    expect(read(model, [node('.a', 0), 1], [node('#y', 0), 2])).toBe('ne');
  });

  it('is cut off at an island in which it begins or ends', () => {
    const model = show('<p class="a">one <i data-skip>island</i> two</p>');
    expect(read(model, [node('[data-skip]', 0), 2], [node('.a', 2), 4])).toBe('two');
    expect(read(model, [node('.a', 0), 0], [node('[data-skip]', 0), 2])).toBe('one');
    expect(read(model, [node('[data-skip]', 0), 1], [node('[data-skip]', 0), 4])).toBe(
      null,
    );
  });

  it.each([
    ['nothing', '<p class="a">one</p>', ['.a', 0, 1], ['.a', 0, 1]],
    ['white space', '<p class="a">a   b</p>', ['.a', 0, 1], ['.a', 0, 3]],
    ['other text', '<p class="a">one</p><p id="y">more</p>', ['#y', 0, 0], ['#y', 0, 3]],
    [
      'an editable field',
      '<p class="a">one</p><p id="y" contenteditable>more</p>',
      ['#y', 0, 0],
      ['#y', 0, 3],
    ],
    [
      'text that reaches into an editable field',
      '<p class="a">one</p><div contenteditable><p id="y">more</p></div>',
      ['.a', 0, 0],
      ['#y', 0, 3],
    ],
  ] as const)('is null for %s', (_, markup, from, to) => {
    const model = show(markup);
    const at = ([selector, child, offset]: readonly [string, number, number]): [
      Node,
      number,
    ] => [node(selector, child), offset];
    expect(read(model, at(from), at(to))).toBeNull();
  });

  it('joins the ranges of one gesture, and takes the later of two', () => {
    const model = show(
      '<p class="a">one <i data-skip>ad</i> two</p><p class="a" id="n">three four</p>',
    );
    const range = (start: Node, from: number, end: Node, to: number) => {
      const made = document.createRange();
      made.setStart(start, from);
      made.setEnd(end, to);
      return made;
    };
    const selectionOf = (ranges: Range[]) =>
      ({
        rangeCount: ranges.length,
        getRangeAt: (index: number) => ranges[index],
      }) as unknown as Selection;
    const one = range(node('.a', 0), 0, node('.a', 0), 3);
    const two = range(node('.a', 2), 1, node('.a', 2), 4);
    const four = range(node('#n', 0), 6, node('#n', 0), 10);
    const text = (ranges: Range[]) => {
      const span = readSelection(selectionOf(ranges), model);
      return span && model.text.slice(span.start, span.end);
    };
    expect(text([one, two])).toBe('one  two');
    expect(text([one, four])).toBe('four');
  });
});
