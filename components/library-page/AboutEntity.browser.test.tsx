import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Entity } from '@/core/model/entity';
import { createTranslator } from '@/locales/translate';
import { makeCompany } from '@/test/make-company';
import { makeNote } from '@/test/make-note';
import { makeStoryArticle } from '@/test/make-story-article';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ReviewTranslation } from '../translation/ReviewTranslation';
import { AboutEntity } from './AboutEntity';
import type { EntityPart } from './about-view';
import css from './library-page.css?inline';

const BAGHDAD: Entity = {
  ...{ id: 'loc/baghdad', kind: 'place', source: 'lexicon' },
  names: { ar: 'بغداد', en: 'Baghdad' },
  description: { ar: 'عاصمة العراق', en: 'Capital of Iraq' },
};

function partOf(change: Partial<EntityPart> = {}): EntityPart {
  const { article } = makeStoryArticle('a', { lang: 'ar', title: 'تقرير من بغداد' });
  return {
    ...{ entity: BAGHDAD, total: 1_234, company: makeCompany() },
    articles: [{ article, count: 7, notes: 1 }],
    said: { total: 41, more: true, said: [{ note: makeNote(), article }] },
    ...change,
  };
}

let cleanUp: () => void = () => {};
beforeEach(async () => {
  await page.viewport(1100, 900);
});
afterEach(() => cleanUp());

function shown(part: EntityPart = partOf(), lang: 'ar' | 'en' = 'en') {
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  const actions = { showMoreArticles: vi.fn(), showMoreSaid: vi.fn() };
  render(
    <ReviewTranslation translator={translator}>
      <main class="hw-part hw-part-entity">
        <AboutEntity part={part} now={0} actions={actions} />
      </main>
    </ReviewTranslation>,
    root,
  );
  cleanUp = () => {
    render(null, root);
    root.remove();
    style.remove();
    document.documentElement.removeAttribute('dir');
  };
  const nodes = () => [...root.querySelectorAll<SVGAElement>('.hw-company-node')];
  return { root, nodes, caption: () => root.querySelector('figcaption')?.textContent };
}

describe('the picture of company', () => {
  it('has everyone of the list, each leading to its own page', async () => {
    const { root, nodes } = shown();
    const listed = [...root.querySelectorAll('.hw-company-name')];
    await expect.poll(() => nodes().length).toBe(24);
    expect(nodes().map((node) => node.getAttribute('href'))).toEqual(
      listed.map((link) => link.getAttribute('href')),
    );
    expect(nodes()[0]?.getAttribute('aria-label')).toBe(
      '\u2068Iraq\u2069 – 141 articles with \u2068Baghdad\u2069',
    );
    await expect
      .element(page.getByRole('group', { name: /24 met together/ }))
      .toBeInTheDocument();
  });

  it('is walked by arrow keys, with one stop for Tab, and lights up who is pointed at', async () => {
    const { root, nodes, caption } = shown();
    await expect.poll(() => nodes().length).toBe(24);
    expect(caption()).toContain('arrow keys');
    expect(root.querySelectorAll('.hw-company-node[tabindex="0"]')).toHaveLength(1);
    nodes()[0]?.focus();
    await expect.poll(caption).toContain('141 articles with \u2068Iraq\u2069');
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(nodes()[23]);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(document.activeElement).toBe(nodes()[1]);
    await expect.poll(caption).toContain('United States');
    const lit = nodes().filter((node) => !node.classList.contains('hw-off'));
    expect(lit.length).toBeGreaterThan(1);
    expect(lit.length).toBeLessThan(24);
    nodes()[1]?.blur();
    await expect.poll(caption).toContain('arrow keys');
  });

  it('shows in the picture whom the list is on', async () => {
    const { root, caption } = shown();
    root.querySelectorAll<HTMLElement>('.hw-company-name')[4]?.focus();
    await expect.poll(caption).toContain('Popular Mobilisation Forces');
    expect(root.querySelectorAll('.hw-company-node.hw-on')).toHaveLength(1);
  });

  it.each([
    ['en', 360],
    ['ar', 360],
    ['en', 1100],
    ['ar', 1100],
  ] as const)('writes names that cover none, within it (%s, %d)', async (lang, width) => {
    await page.viewport(width, 900);
    const { root, nodes } = shown(partOf(), lang);
    await expect.poll(() => nodes().length).toBe(width === 360 ? 16 : 24);
    const picture = root.querySelector('.hw-company-picture')?.getBoundingClientRect();
    const names = [...root.querySelectorAll('.hw-company-names text')];
    const boxes = names.map((name) => name.getBoundingClientRect());
    expect(names.length).toBe(nodes().length + 1);
    for (const [at, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual((picture?.left ?? 0) - 1);
      expect(box.right).toBeLessThanOrEqual((picture?.right ?? 0) + 1);
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        // The room of a line is a little higher than its letters.
        expect(across > 2 && down > 8).toBe(false);
      }
    }
  });

  it('is not drawn for fewer than two; of nobody it says so', () => {
    const one = shown(partOf({ company: makeCompany(1) }));
    expect(one.root.querySelector('svg.hw-company-picture')).toBeNull();
    expect(one.root.querySelectorAll('.hw-company-name')).toHaveLength(1);
    cleanUp();
    const none = shown(partOf({ company: makeCompany(0) }));
    expect(none.root.textContent).toContain('in no article together');
  });
});

describe('an actor or place', () => {
  it('is there before all that is said of it has been read', () => {
    const { root } = shown(partOf({ company: null, said: null }));
    expect(root.textContent).toContain('1,234 articles');
    expect(root.querySelectorAll('[aria-busy="true"]')).toHaveLength(2);
  });

  it.each([
    ['en', 360],
    ['ar', 360],
    ['en', 1100],
    ['ar', 1100],
  ] as const)('has no violations (%s, %d)', async (lang, width) => {
    await page.viewport(width, 900);
    const { root, nodes } = shown(partOf(), lang);
    nodes()[2]?.focus();
    expect(await problemsOfAccess(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
