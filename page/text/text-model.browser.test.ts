import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleBlock } from '../article/article-block';
import { buildTextModel, type TextModel } from './text-model';

afterEach(() => {
  document.body.replaceChildren();
});

/** Each top-level element of the markup becomes a block; `[data-skip]` are its islands. */
function show(markup: string): { model: TextModel; blocks: ArticleBlock[] } {
  document.body.innerHTML = markup;
  const blocks = Array.from(document.body.children, (element): ArticleBlock => {
    return {
      element,
      role: 'body',
      skip: new Set(element.querySelectorAll('[data-skip]')),
    };
  });
  return { model: buildTextModel(blocks), blocks };
}

function textOf(ranges: readonly StaticRange[]): string[] {
  return ranges.map((each) => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return range.toString();
  });
}

function find(selector: string): Element {
  const element = document.body.querySelector(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
}

describe('the text', () => {
  it.each([
    ['inline elements join', '<p>قا<b>سم</b> <i>سليماني</i></p>', 'قاسم سليماني'],
    ['blocks are parted', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['an empty block is left out', '<p>one</p><p></p><p>two</p>', 'one\n\ntwo'],
    ['a line break is a line', '<p>one<br>two<br><br>three</p>', 'one\ntwo\n\nthree'],
    ['entities count once', '<p>a&amp;b&nbsp;&#x1F600;&lt;i&gt;</p>', 'a&b\u00a0😀<i>'],
    ['zero-width units stay', '<p>a&zwnj;b&#8203;c&shy;d</p>', 'a\u200cb\u200bc\u00add'],
    ['source lines are spaces', '<p>one\n\ttwo</p>', 'one  two'],
    ['preserved lines stay', '<pre>one\n\ttwo</pre>', 'one\n\ttwo'],
    [
      'pre-line keeps lines and not tabs',
      '<p style="white-space:pre-line">a\n\tb</p>',
      'a\n b',
    ],
    ['blocks inside a block are parted', '<div>a<div>b</div>c</div>', 'a\nb\nc'],
    [
      'what shows as a block is one, whatever its name',
      '<div>a<span style="display:block">b</span></div>',
      'a\nb',
    ],
    [
      'a block shown inline is not',
      '<div>a<div style="display:inline">b</div></div>',
      'ab',
    ],
    ['islands are skipped', '<p>a<span data-skip>no <b>no</b></span>b</p>', 'ab'],
    [
      'a link hidden by its class is skipped',
      '<p><style>.x{display:none}</style>a<a class="x">no</a>b</p>',
      'ab',
    ],
    ['comments are skipped', '<p>a<!-- no -->b</p>', 'ab'],
    [
      'programs, forms and hidden text are skipped',
      '<p>a<script>no</script><style>no</style><noscript>no</noscript><template>no</template>' +
        '<textarea>no</textarea><input value="no"><button>no</button><select><option>no</select>' +
        '<span hidden>no</span><span style="display:none">no</span>' +
        '<span style="visibility:hidden">no</span><span contenteditable>no</span>' +
        '<svg><text>no</text></svg><ruby>漢<rp>(</rp><rt>no</rt></ruby>b</p>',
      'a漢b',
    ],
    ['not editable after all', '<p>a<span contenteditable="false">b</span></p>', 'ab'],
  ])('%s', (_, markup, expected) => {
    expect(show(markup).model.text).toBe(expected);
  });

  it('reads a block that is a run of children, as with <br><br> paragraphs', () => {
    document.body.innerHTML = '<div>one <b>two</b><br><br>three<br>four</div>';
    const element = find('div');
    const nodes = Array.from(element.childNodes);
    const model = buildTextModel([
      { element, role: 'body', skip: new Set(), nodes: nodes.slice(0, 2) },
      { element, role: 'body', skip: new Set(), nodes: nodes.slice(4) },
    ]);
    expect(model.text).toBe('one two\n\nthree\nfour');
    expect(model.toOffset(element, 0)).toBe(0);
    expect(model.toOffset(element, 1)).toBe(4);
    expect(model.toOffset(element, 4)).toBe(9);
    expect(model.toOffset(element, element.childNodes.length)).toBe(19);
  });

  it('reads no node twice when blocks overlap', () => {
    document.body.innerHTML = '<div><p>one</p></div>';
    const block = (selector: string): ArticleBlock => ({
      element: find(selector),
      role: 'body',
      skip: new Set(),
    });
    expect(buildTextModel([block('p'), block('div')]).text).toBe('one');
  });

  it('leaves the page as it was', () => {
    const { blocks } = show('<p>a <b>b</b><br>c<span data-skip>x</span></p>');
    const before = document.body.innerHTML;
    buildTextModel(blocks).toRanges(0, 5);
    expect(document.body.innerHTML).toBe(before);
  });

  it('survives nesting deeper than the stack', () => {
    const root = document.createElement('div');
    let inner: Element = root;
    for (let depth = 0; depth < 4_000; depth++) {
      const next = document.createElement('i');
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    const model = buildTextModel([{ element: root, role: 'body', skip: new Set() }]);
    expect(model.text).toBe('deep');
  });
});

describe('to the page', () => {
  it('gives one range for each block, and none for what is synthetic', () => {
    const { model } = show('<p>one</p><p>two<br>three</p>');
    expect(textOf(model.toRanges(1, 7))).toEqual(['ne', 'tw']);
    expect(model.toRanges(3, 5)).toEqual([]);
    expect(model.toRanges(8, 9)).toEqual([]);
    expect(model.toRanges(4, 4)).toEqual([]);
    expect(textOf(model.toRanges(-5, 1_000))).toEqual(['one', 'twothree']);
  });

  it('never spans an island', () => {
    const { model } = show('<p>one <span data-skip>island</span>two <b>three</b></p>');
    expect(textOf(model.toRanges(0, model.text.length))).toEqual(['one ', 'two three']);
  });
});

describe('from the page', () => {
  it('takes positions of elements', () => {
    const { model } = show('<p>one <b>two</b> three<br>four</p><p>five</p>');
    const p = find('p');
    expect(model.toOffset(p, 0)).toBe(0);
    expect(model.toOffset(p, 1)).toBe(4);
    expect(model.toOffset(p, 2)).toBe(7);
    expect(model.toOffset(p, 3)).toBe(13);
    expect(model.toOffset(p, 4)).toBe(14);
    expect(model.toOffset(p, 5)).toBe(18);
    expect(model.toOffset(find('b'), 1)).toBe(7);
    expect(model.toOffset(find('p + p'), 0)).toBe(20);
    expect(model.toOffset(find('p + p'), 1)).toBe(24);
  });

  it('has no offset outside the article and inside its islands', () => {
    const { model } = show('<p>one<span data-skip><i>no</i></span>two</p>');
    const outside = document.createElement('p');
    outside.textContent = 'aside';
    document.body.append(outside);
    expect(model.toOffset(outside.firstChild as Text, 1)).toBeNull();
    expect(model.toOffset(outside, 0)).toBeNull();
    expect(model.toOffset(document.body, 0)).toBeNull();
    expect(model.toOffset(find('i'), 0)).toBeNull();
    expect(model.toOffset(find('i').firstChild as Text, 1)).toBeNull();
    expect(model.toOffset(find('p'), 1)).toBe(3);
  });

  it('comes back from every offset of every page', () => {
    fc.assert(
      fc.property(fc.array(blockMarkup, { minLength: 1, maxLength: 4 }), (blocks) => {
        const { model } = show(blocks.map((inner) => `<div>${inner}</div>`).join(''));
        for (const unit of model.units) {
          if (!unit.isText) continue;
          const data = (unit.node as Text).data;
          expect(model.text.slice(unit.start, unit.end).length).toBe(data.length);
          for (let at = 0; at < data.length; at++) {
            const offset = model.toOffset(unit.node, at);
            expect(offset).toBe(unit.start + at);
            const [range] = model.toRanges(unit.start + at, unit.start + at + 1);
            expect(range?.startContainer).toBe(unit.node);
            expect(range?.startOffset).toBe(at);
            expect(range?.endContainer).toBe(unit.node);
            expect(range?.endOffset).toBe(at + 1);
          }
        }
        const whole = model.toRanges(0, model.text.length);
        const units = model.units.filter((unit) => unit.isText);
        expect(textOf(whole).join('')).toBe(
          units.map((unit) => (unit.node as Text).data).join(''),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes element positions in order: a later position has no smaller offset', () => {
    fc.assert(
      fc.property(fc.array(blockMarkup, { minLength: 1, maxLength: 3 }), (blocks) => {
        const { model } = show(blocks.map((inner) => `<div>${inner}</div>`).join(''));
        let last = 0;
        for (const element of positionsInOrder(document.body)) {
          const offset = model.toOffset(element.node, element.offset);
          if (offset === null) continue;
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset;
        }
      }),
      { numRuns: 200 },
    );
  });
});

const piece = fc.constantFrom(
  'abc',
  'نص',
  ' ',
  '\n\t',
  '😀',
  'e\u0301',
  '\u200b',
  '&amp;',
);
const { blockMarkup } = fc.letrec<{ blockMarkup: string; node: string }>((tie) => ({
  blockMarkup: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'markup' },
    piece,
    fc.constantFrom('<br>', '<script>x</script>', '<!-- c -->', '<i></i>'),
    tie('blockMarkup').map((inner) => `<b>${inner}</b>`),
    tie('blockMarkup').map((inner) => `<span data-skip>${inner}</span>`),
    tie('blockMarkup').map((inner) => `<section>${inner}</section>`),
  ),
}));

function* positionsInOrder(node: Node): Generator<{ node: Node; offset: number }> {
  for (let offset = 0; offset < node.childNodes.length; offset++) {
    yield { node, offset };
    yield* positionsInOrder(node.childNodes[offset] as Node);
  }
  yield { node, offset: node.childNodes.length };
}
