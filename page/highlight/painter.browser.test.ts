import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleBlock } from '../article/article-block';
import { buildTextModel } from '../text/text-model';
import type { Mark } from './marks';
import { PAINTS, registryName } from './paint-names';
import { createPainter, type Painter } from './painter';

let article: HTMLElement;
let painter: Painter | null = null;

beforeEach(() => {
  article = document.createElement('article');
  document.body.replaceChildren(article);
});

afterEach(() => {
  painter?.stop();
  painter = null;
  CSS.highlights.clear();
});

function addParagraph(html: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.innerHTML = html;
  article.append(paragraph);
  return paragraph;
}

function modelOf(...elements: Element[]) {
  return buildTextModel(
    elements.map((element): ArticleBlock => ({ element, role: 'body', skip: new Set() })),
  );
}

function marksOn(text: string, words: Record<string, Mark['paint']>): Mark[] {
  return Object.entries(words).map(([word, paint]) => {
    const start = text.indexOf(word);
    return { start, end: start + word.length, paint };
  });
}

/** What each of our entries in the registry covers. */
function painted(): Record<string, string[]> {
  const names = PAINTS.flatMap((paint) => [
    registryName(paint, 'light'),
    registryName(paint, 'dark'),
  ]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const highlight = CSS.highlights.get(name);
      return highlight ? [[name, [...highlight].map(textOf).sort()]] : [];
    }),
  );
}

function textOf(part: AbstractRange): string {
  const range = document.createRange();
  range.setStart(part.startContainer, part.startOffset);
  range.setEnd(part.endContainer, part.endOffset);
  return range.toString();
}

const nextFrames = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
  );

describe('the painter', () => {
  test('paints each kind under its own name, across inline elements', async () => {
    const model = modelOf(
      addParagraph('وصل <b>إسم</b>اعيل قاآني إلى بغداد'),
      addParagraph('He met the Hashd in Baghdad'),
    );
    painter = createPainter(() => {});
    painter.show(
      model,
      marksOn(model.text, {
        'إسماعيل قاآني': 'person',
        بغداد: 'place',
        Baghdad: 'place',
        'the Hashd': 'group',
      }),
    );
    await vi.waitFor(() =>
      expect(painted()).toEqual({
        'hw-person': ['إسماعيل قاآني'],
        'hw-place': ['Baghdad', 'بغداد'],
        'hw-group': ['the Hashd'],
      }),
    );
  });

  test('changes nothing in the DOM, and nothing that others painted', async () => {
    const other = new Highlight();
    CSS.highlights.set('search', other);
    const model = modelOf(addParagraph('بغداد عاصمة العراق'));
    const before = document.documentElement.outerHTML;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    painter = createPainter(() => {});
    painter.show(model, marksOn(model.text, { بغداد: 'place', العراق: 'state' }));
    await vi.waitFor(() => expect(painted()).toHaveProperty('hw-state'));
    painter.setGround('dark');
    painter.flash(model, 0, 5);
    painter.stop();
    await nextFrames();
    observer.disconnect();
    expect(records).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(CSS.highlights.get('search')).toBe(other);
    expect(CSS.highlights.size).toBe(1);
  });

  test('holds ranges only for what is near the viewport', async () => {
    const near = addParagraph('قرب بغداد');
    const gap = document.createElement('div');
    gap.style.height = '6000px';
    article.append(gap);
    const far = addParagraph('بعد الموصل');
    const model = modelOf(near, far);
    painter = createPainter(() => {});
    painter.show(model, marksOn(model.text, { بغداد: 'place', الموصل: 'place' }));
    await vi.waitFor(() => expect(painted()).toEqual({ 'hw-place': ['بغداد'] }));
    far.scrollIntoView({ behavior: 'instant' });
    await vi.waitFor(() => expect(painted()).toEqual({ 'hw-place': ['الموصل'] }));
    scrollTo({ top: 0, behavior: 'instant' });
    await vi.waitFor(() => expect(painted()).toEqual({ 'hw-place': ['بغداد'] }));
  });

  test('drops a block that changed, and has it back with the next text', async () => {
    const first = addParagraph('في بغداد');
    const second = addParagraph('في البصرة');
    const model = modelOf(first, second);
    painter = createPainter(() => {});
    painter.show(model, marksOn(model.text, { بغداد: 'place', البصرة: 'place' }));
    await vi.waitFor(() => expect(painted()['hw-place']).toHaveLength(2));
    first.textContent = 'في مدينة بغداد';
    painter.drop(first);
    expect(painted()).toEqual({ 'hw-place': ['البصرة'] });
    const after = modelOf(first, second);
    painter.show(after, marksOn(after.text, { بغداد: 'place', البصرة: 'place' }));
    // At once: what is in view must not flicker.
    expect(painted()).toEqual({ 'hw-place': ['البصرة', 'بغداد'] });
  });

  test('paints a note over several blocks, each to its edge', async () => {
    const model = modelOf(
      addParagraph('one two'),
      addParagraph('three'),
      addParagraph('four five'),
    );
    painter = createPainter(() => {});
    const start = model.text.indexOf('two');
    const end = model.text.indexOf('four') + 4;
    painter.show(model, [{ start, end, paint: 'note-green' }]);
    await vi.waitFor(() =>
      expect(painted()).toEqual({ 'hw-note-green': ['four', 'three', 'two'] }),
    );
  });

  test('goes over to the names for dark grounds, and back', async () => {
    const model = modelOf(addParagraph('بغداد'));
    painter = createPainter(() => {});
    painter.setGround('dark');
    painter.show(model, marksOn(model.text, { بغداد: 'place' }));
    await vi.waitFor(() => expect(painted()).toEqual({ 'hw-place-dark': ['بغداد'] }));
    painter.setGround('light');
    expect(painted()).toEqual({ 'hw-place': ['بغداد'] });
  });

  test('removes what an instance before it left behind', () => {
    CSS.highlights.set('hw-person-dark', new Highlight());
    painter = createPainter(() => {});
    expect(painted()).toEqual({});
  });

  test('leaves nothing when stopped, and nothing comes back', async () => {
    const model = modelOf(addParagraph('بغداد'));
    painter = createPainter(() => {});
    painter.show(model, marksOn(model.text, { بغداد: 'place' }));
    await vi.waitFor(() => expect(painted()).toHaveProperty('hw-place'));
    painter.flash(model, 0, 2);
    painter.stop();
    expect(CSS.highlights.size).toBe(0);
    scrollBy(0, 50);
    await nextFrames();
    expect(CSS.highlights.size).toBe(0);
  });

  test('says once when the first paint is there', async () => {
    const model = modelOf(addParagraph('بغداد'));
    const onFirstPaint = vi.fn();
    painter = createPainter(onFirstPaint);
    painter.show(model, []);
    await nextFrames();
    expect(onFirstPaint).not.toHaveBeenCalled();
    painter.show(model, marksOn(model.text, { بغداد: 'place' }));
    await vi.waitFor(() => expect(onFirstPaint).toHaveBeenCalledTimes(1));
    painter.show(model, marksOn(model.text, { بغداد: 'state' }));
    expect(onFirstPaint).toHaveBeenCalledTimes(1);
  });

  test('sees blocks without a box of their own', async () => {
    const paragraph = addParagraph('بغداد');
    paragraph.style.display = 'contents';
    const model = modelOf(paragraph);
    painter = createPainter(() => {});
    painter.show(model, marksOn(model.text, { بغداد: 'place' }));
    await vi.waitFor(() => expect(painted()).toEqual({ 'hw-place': ['بغداد'] }));
  });
});
