import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { detectArticle } from './detect-article';
import { arabicArticle } from './fixtures/pages';

const [, , , LAST = ''] = arabicArticle.paragraphs;

function bodyWith(html: string, place: 'middle' | 'end'): string[] {
  const mark = place === 'middle' ? '<div class="ad-container">' : `<p>${LAST}</p>`;
  const page = arabicArticle.html.replace(
    mark,
    place === 'middle' ? `${html}${mark}` : `${mark}${html}`,
  );
  const { document } = parseHTML(page);
  return detectArticle(document, arabicArticle.url)
    .blocks.filter(({ role }) => role === 'body')
    .map(({ element }) => (element.textContent ?? '').trim());
}

const LINE = 'وصل الوفد إلى المبنى القديم صباح أمس قبل بدء الاجتماع مع التجار.';

it.each([
  [
    'a caption beside its picture, whatever it is called',
    `<div class="q1"><img src="a.jpg"><div class="q2">${LINE}</div></div>`,
    'middle',
  ],
  [
    'a card that is one link',
    `<a href="/x"><div><img src="b.jpg"><p>${LINE}</p></div></a>`,
    'middle',
  ],
  [
    'a box under the text',
    `<div class="z9"><h4>عن الكاتبة</h4><p>${LINE}</p></div>`,
    'end',
  ],
] as const)('leaves out %s', (_, html, place) => {
  expect(bodyWith(html, place)).toEqual(arabicArticle.paragraphs);
});

it('keeps a list under the last paragraph', () => {
  const items = [
    'سوق الخضار القديم يبقى مفتوحاً كل صباح حتى نهاية الموسم.',
    'ممر الحدادين يغلق أسبوعين ثم يفتح أمام الزوار من جديد.',
  ];
  const list = `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  expect(bodyWith(list, 'end')).toEqual([...arabicArticle.paragraphs, ...items]);
});

it('gives a long paragraph once, though the page holds a second copy', () => {
  const long = `${LINE} ${LINE} ${LINE}`;
  expect(bodyWith(`<p>${long}</p><p>${long}</p>`, 'middle')).toEqual([
    ...arabicArticle.paragraphs.slice(0, 3),
    long,
    LAST,
  ]);
});

it('keeps a heading that is a link among the paragraphs', () => {
  const heading = '<h3><a href="/place">الممر الشرقي</a></h3>';
  expect(bodyWith(`${heading}<p>${LINE}</p>`, 'middle')).toEqual([
    ...arabicArticle.paragraphs.slice(0, 3),
    'الممر الشرقي',
    LINE,
    LAST,
  ]);
});

it('keeps the text of a page that tells its story by pictures', () => {
  const slides = arabicArticle.paragraphs.map(
    (text, at) => `<div class="s"><img src="${at}.jpg"><div>${text}</div></div>`,
  );
  const html = `<h1>${arabicArticle.title}</h1><div>${slides.join('')}</div>`;
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { blocks } = detectArticle(document, arabicArticle.url);
  expect(blocks.filter(({ role }) => role === 'body')).toHaveLength(4);
});
