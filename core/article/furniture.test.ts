import { describe, expect, it } from 'vitest';
import { judgeName } from './furniture-names';
import { isCredit, isEdgePhrase, isFurniturePhrase } from './furniture-phrases';

describe('names of parts', () => {
  it.each([
    ['related-posts', 'never'],
    ['relatedPosts__item', 'never'],
    ['social-share', 'never'],
    ['wp-caption-text', 'never'],
    ['newsletter-signup', 'never'],
    ['comment-list', 'comments'],
    ['comments', 'comments'],
    ['authorbio-photo', 'never'],
    ['photo-description', 'never'],
    ['side-bar', 'unlikely'],
    ['sidebar', 'unlikely'],
    ['articleBody', 'body'],
    ['td-post-content', 'body'],
    ['elementor-widget elementor-widget-theme-post-content', 'body'],
    ['has-sidebar no-comments', 'none'],
    ['paywall', 'none'],
    ['wp-block-list', 'none'],
    ['css-1fpllpa', 'none'],
    ['', 'none'],
  ])('%s: %s', (name, verdict) => {
    expect(judgeName(name)).toBe(verdict);
  });
});

describe('lines', () => {
  it.each([
    ['اقرأ أيضاً: كيف تغير وجه الميناء', 1],
    ['أخبار ذات صلة', 0],
    ['Advertisement', 0],
    ['Read more: The harbour in ten pictures', 0.8],
    ['Lire aussi : le port en dix images', 0.6],
    ['Share this article', 0],
  ])('furniture: %s', (text, linkShare) => {
    expect(isFurniturePhrase(text, linkShare)).toBe(true);
  });

  it.each([
    ['The harbour was closed on Monday.', 0],
    [
      'Read more books, the minister told the pupils, and you will need fewer ministers.',
      0,
    ],
    ['قال الوزير إن الميناء سيفتح غداً.', 0],
    ['Related parties must declare their shares, the new law says.', 0],
  ])('the article’s: %s', (text, linkShare) => {
    expect(isFurniturePhrase(text, linkShare)).toBe(false);
  });
});

describe('credits and edges', () => {
  it.each([
    'Die alte Werft im Hafen von oben. Foto: Nora Quist/dpa',
    'The old yard, seen from the harbour. (Nora Quist/Getty Images)',
    'صورة: وكالة الأنباء',
  ])('a credit: %s', (text) => {
    expect(isCredit(text)).toBe(true);
  });

  it.each([
    'Editor’s note: the figure in the third paragraph was corrected.',
    'الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة.',
    'Nora Quist is a senior researcher at the Harbour Institute.',
    'Sobre la firma',
  ])('an edge: %s', (text) => {
    expect(isEdgePhrase(text)).toBe(true);
  });

  it('neither: a sentence with brackets and a name', () => {
    const text = 'The yard (built in 1911) was sold to Nora Quist, who closed it.';
    expect([isCredit(text), isEdgePhrase(text)]).toEqual([false, false]);
  });
});
