import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { anyExport, makeArticle } from '@/test/make-export';
import { makeNote } from '@/test/make-note';
import { noteAsMarkdown, quoteWithLink } from './copy-note';

const LINK =
  'https://www.example.com/news/2020/1/3/story#:~:text=%D8%AA%D8%B9%D9%84%D9%86-,%D8%A7%D9%84%D8%AD%D8%AF%D8%A7%D8%AF';

describe('a copied note', () => {
  it('is a quotation, words and a link to the passage', () => {
    expect(noteAsMarkdown(makeNote(), makeArticle())).toBe(
      `> الحداد\n\nكلماتي\n\n[بغداد تعلن الحداد](<${LINK}>)`,
    );
    expect(quoteWithLink(makeNote(), makeArticle())).toBe(
      `«الحداد»\nبغداد تعلن الحداد · صحيفة المثال\n${LINK}`,
    );
  });

  it('holds no markup but its own, and no link but to the web', () => {
    fc.assert(
      fc.property(anyExport, ({ notes, articles: [article] }) => {
        for (const note of notes) {
          const text = noteAsMarkdown(note, article ?? makeArticle());
          const html = marked.parse(text, { async: false, gfm: true });
          const { document } = parseHTML(`<html><body>${html}</body></html>`);
          for (const { localName } of document.body.querySelectorAll('*')) {
            expect(['p', 'a', 'br', 'blockquote']).toContain(localName);
          }
          for (const link of document.querySelectorAll('a')) {
            expect(link.getAttribute('href')).toMatch(/^https?:/u);
          }
        }
      }),
    );
  });
});
