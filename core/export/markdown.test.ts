import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { makeArticle, makeData } from '@/test/make-export';
import { makeNote, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import type { Note } from '../model/note';
import type { ExportData } from './export-data';
import type { ExportOptions } from './export-format';
import { writeMarkdown } from './markdown';

const exportMarkdown = (data: ExportData, options: ExportOptions): string =>
  [...writeMarkdown(data, options).pieces].join('');

const passage = (start: number, exact: string): Note['target'] => ({
  type: 'passage',
  selector: { exact, prefix: '', suffix: '', start, end: start + exact.length },
});

function render(markdown: string): Document {
  const body = markdown.replace(/^---\n.*?\n---\n/s, '');
  const html = marked.parse(body, { async: false, gfm: true });
  return parseHTML(`<html><body>${html}</body></html>`).document;
}

describe('exportMarkdown of one article', () => {
  it('lists a state that acts among the actors, and one of an older record as a state', () => {
    const [person, state] = makeData().sightings;
    if (person === undefined || state === undefined) throw new Error('no sightings');
    const old = exportMarkdown(makeData(), { lang: 'ar' });
    expect(old).toContain('**دول**: \u2068[[العراق]] (5)\u2069');
    const sightings = [person, { ...state, acts: true as const }];
    const text = exportMarkdown(makeData({ sightings }), { lang: 'ar' });
    expect(text).toContain('**دول وعواصم فاعلة**: \u2068[[العراق]] (5)\u2069');
    expect(text).not.toContain('**دول**');
  });

  it('leaves out the names that the last reading no longer found', () => {
    const [first, ...rest] = makeData().sightings;
    const sightings = [...(first ? [{ ...first, count: 0 }] : []), ...rest];
    const text = exportMarkdown(makeData({ sightings }), { lang: 'ar' });
    expect(text).not.toContain('سامر الكاتب');
    expect(text).toContain('العراق');
  });

  it('is what a reader would write down', () => {
    const text = exportMarkdown(makeData(), { lang: 'ar' });
    // Marks of direction are shown here by brackets.
    expect(text.replaceAll('\u2068', '⟦').replaceAll('\u2069', '⟧')).toBe(`---
title: "بغداد تعلن الحداد"
url: "https://www.example.com/news/2020/1/3/story"
site: "صحيفة المثال"
lang: "ar"
opened: "2020-01-03"
exported: "2020-01-04"
notes: 1
actors: ["[[سامر الكاتب]]"]
places: ["[[العراق]]"]
---

# بغداد تعلن الحداد

⟦صحيفة المثال⟧\\
<https://www.example.com/news/2020/1/3/story>

## الفاعلون والأماكن

- **أشخاص**: ⟦[[سامر الكاتب]] (2)⟧
- **دول**: ⟦[[العراق]] (5)⟧

## الملاحظات

> الحداد

كلماتي

2020-01-03
`);
  });

  it('speaks English when asked, and names things in English where it can', () => {
    const text = exportMarkdown(makeData(), { lang: 'en' });
    expect(text).toContain('## Actors and places');
    expect(text).toContain('[[Samer]] (2)');
    expect(text).toContain('[[العراق]] (5)');
  });

  it('leaves out the trash, and says so when no note is left', () => {
    const notes = [makeNote({ deletedAt: THEN })];
    const text = exportMarkdown(makeData({ notes }), { lang: 'en' });
    expect(text).not.toContain('كلماتي');
    expect(text).toContain('No notes.');
  });

  it('puts notes in the order of the text, those on the whole article first', () => {
    const notes = [
      makeNote({ id: '3', target: passage(90, 'ninety') }),
      makeNote({ id: '1', target: { type: 'article' }, body: 'whole', tags: ['a', 'b'] }),
      makeNote({ id: '2', target: passage(5, 'five') }),
    ];
    const text = exportMarkdown(makeData({ notes }), { lang: 'en' });
    const order = ['On the whole article', 'whole', '> five', '> ninety'];
    expect(order.map((words) => text.indexOf(words))).toEqual(
      order.map((words) => text.indexOf(words)).sort((a, b) => a - b),
    );
    expect(render(text).querySelectorAll('hr')).toHaveLength(2);
  });

  it('dates by the reader’s clock', () => {
    const late = makeNote({ createdAt: Date.UTC(2020, 0, 3, 23, 30) });
    const data = makeData({ notes: [late] });
    expect(exportMarkdown(data, { lang: 'en', timeZone: 'Asia/Baghdad' })).toMatch(
      /2020-01-04\n$/,
    );
  });

  it('lets nothing of a page or a note become markup, markers or code', () => {
    const evil =
      '"\n---\n# x\n<script>alert(1)</script>\n[x](javascript:alert(1))\u0085y: z';
    const data = makeData({
      articles: [
        makeArticle({
          title: evil,
          siteName: evil,
          byline: evil,
          published: evil,
          url: evil,
        }),
      ],
      notes: [makeNote({ body: evil, tags: [evil], target: passage(1, evil) })],
      entities: [{ id: 'per/one', kind: 'person', names: { ar: evil }, source: 'text' }],
    });
    const text = exportMarkdown(data, { lang: 'ar' });
    const document = render(text);
    const elements = new Set(
      [...document.body.querySelectorAll('*')].map((element) => element.localName),
    );
    expect([...elements].sort()).toEqual(
      ['blockquote', 'br', 'h1', 'h2', 'li', 'p', 'strong', 'ul'].sort(),
    );
    // The front matter ends where it should: one fact a line, nothing between.
    const head = /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '';
    for (const line of head.split('\n'))
      expect(line).toMatch(/^[a-z]+: (".*"|\d+|\[".*"\])$/);
    expect(head).not.toMatch(/[\u0085\u2028\u2029]/);
  });

  it('does not fall over an article without a title or a missing entity', () => {
    const data = makeData({ articles: [makeArticle({ title: ' ' })], entities: [] });
    const text = exportMarkdown(data, { lang: 'en' });
    expect(text).toContain('# Untitled');
    expect(text).not.toContain('Actors and places');
  });
});

describe('exportMarkdown of everything', () => {
  it('has the articles with notes, the last opened first', () => {
    const data = makeData({
      scope: 'everything',
      articles: [
        makeArticle(),
        makeArticle({ id: 'second', title: 'Second', lastOpenedAt: THEN + 5 }),
        makeArticle({ id: 'third', title: 'Only read', lastOpenedAt: THEN + 9 }),
      ],
      notes: [makeNote(), makeNote({ id: OTHER_NOTE_ID, articleId: 'second' })],
    });
    const text = exportMarkdown(data, { lang: 'en' });
    expect(text).toMatch(/^---\nexported: "2020-01-04"\narticles: 2\nnotes: 2\n---\n/);
    expect([...render(text).querySelectorAll('h2')].map((h) => h.textContent)).toEqual([
      'Second',
      'بغداد تعلن الحداد',
    ]);
  });

  it('says that there is nothing when there is nothing', () => {
    const data = makeData({ scope: 'everything', articles: [], notes: [] });
    expect(exportMarkdown(data, { lang: 'ar' })).toContain('لا ملاحظات.');
  });
});
