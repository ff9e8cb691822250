import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import type { Anchor, PassageSelector } from '../model/selector';
import { splitsPair } from './code-points';
import { describePassage } from './describe-passage';
import { createPassageFinder } from './find-passage';

const ARABIC = [
  'أعلنت هيئة الموانئ أمس أن السفينة «نور» ستعود إلى المرفأ الشمالي بعد إصلاح محركها.',
  'وقال رئيس الهيئة خالد الأيوبي إن الإصلاح كلّف ثلاثة ملايين دولار، وإن الرحلات ستبدأ يوم الأحد.',
  'وأضاف الأيوبي أن الهيئة تدرس شراء سفينة ثانية، لكنه لم يحدد موعدا لذلك.',
  'وكانت السفينة قد توقفت في كانون الثاني بعد حريق صغير لم يصب فيه أحد بأذى.',
].join('\n\n');

const ENGLISH = [
  'The harbour board said on Monday that the ferry would return to the northern pier once its engine had been repaired.',
  'Its chairman, Khaled Ayoubi, put the cost of the repairs at three million dollars and said that sailings would resume on Sunday.',
  'Ayoubi added that the board was considering a second ferry, but he named no date for it.',
  'The ferry was withdrawn in January after a small fire in which nobody was hurt.',
].join('\n\n');

function describeIn(text: string, passage: string, nth = 0): PassageSelector {
  let at = text.indexOf(passage);
  for (let count = 0; count < nth; count++) at = text.indexOf(passage, at + 1);
  if (at < 0) throw new Error(`no "${passage}"`);
  return describePassage(text, at, at + passage.length);
}

function slice(text: string, anchor: Anchor): string | null {
  return anchor.start === null ? null : text.slice(anchor.start, anchor.end);
}

function find(text: string, selector: PassageSelector): [string, string | null] {
  const anchor = createPassageFinder(text).find(selector);
  return [anchor.status, slice(text, anchor)];
}

describe('a passage that stands', () => {
  const phrase = 'الأيوبي إن الإصلاح كلّف ثلاثة';
  it.each<[string, (text: string) => string, string]>([
    ['as it was', (text) => text, phrase],
    ['further on', (text) => `إعلان: اشترك الآن\n\n${text}`, phrase],
    ['with other white space', (text) => text.replace(/ /g, '\n  '), phrase],
    ['without marks', (text) => text.replace(/ّ/g, ''), 'الأيوبي إن الإصلاح كلف ثلاثة'],
    [
      'with more marks',
      (text) => text.replace(/ص/g, 'صَ'),
      'الأيوبي إن الإصَلاح كلّف ثلاثة',
    ],
    [
      'with tatweel',
      (text) => text.replace(/ثلاثة/, 'ثـــلاثة'),
      'الأيوبي إن الإصلاح كلّف ثـــلاثة',
    ],
    [
      'with other alefs',
      (text) => text.replace(/[أإ]/g, 'ا'),
      'الايوبي ان الاصلاح كلّف ثلاثة',
    ],
    ['decomposed', (text) => text.normalize('NFD'), phrase],
    [
      'with zero-width marks',
      (text) => text.replace(/لا/g, 'ل\u200cا'),
      'الأيوبي إن الإصل\u200cاح كلّف ثل\u200cاثة',
    ],
    ['split in two paragraphs', (text) => text.replace(/ كلّف/, '\n\nكلّف'), phrase],
  ])('%s', (_, change, expected) => {
    const text = change(ARABIC);
    const [status, found] = find(text, describeIn(ARABIC, phrase));
    expect(status).toBe('anchored');
    expect(found?.normalize('NFC').replace(/\s+/g, ' ')).toBe(expected.normalize('NFC'));
  });

  it('is found with words added, removed and replaced', () => {
    const selector = describeIn(
      ENGLISH,
      'put the cost of the repairs at three million dollars and said',
    );
    const text = ENGLISH.replace('the cost of the repairs', 'the bill for all repairs');
    expect(find(text, selector)).toEqual([
      'probable',
      'put the bill for all repairs at three million dollars and said',
    ]);
  });

  it('begins and ends with its words when the first and last were replaced', () => {
    const selector = describeIn(ENGLISH, 'considering a second ferry, but he named');
    const text = ENGLISH.replace('considering', 'weighing up').replace(
      'he named no',
      'he gave no',
    );
    expect(find(text, selector)).toEqual([
      'probable',
      'weighing up a second ferry, but he gave',
    ]);
  });

  it('is not stretched over what was inserted beside it', () => {
    const selector = describeIn(ENGLISH, 'a second ferry');
    const text = ENGLISH.replace(' a second ferry', ' [ADVERTISEMENT] a second ferry');
    expect(find(text, selector)).toEqual(['anchored', 'a second ferry']);
  });

  it('takes the marks of its last letter with it, and no more than was marked', () => {
    const selector = describeIn('كتب خالد إلى عمر رسالة طويلة', 'عمر');
    expect(find('كتب خالد إلى عمرٍ رسالة طويلة', selector)).toEqual(['anchored', 'عمرٍ']);
    const marked = describeIn('كتب خالد إلى عمرٍ رسالة طويلة', 'عمر');
    expect(find('ثم كتب خالد إلى عمرٍ رسالة طويلة', marked)).toEqual(['anchored', 'عمر']);
  });
});

describe('a passage that stands more than once', () => {
  it.each([0, 1])('is the right one: %i', (nth) => {
    const selector = describeIn(ARABIC, 'الأيوبي', nth);
    const text = `موجز: عودة السفينة\n\n${ARABIC.replace(/أعلنت/, 'وأعلنت')}`;
    const anchor = createPassageFinder(text).find(selector);
    let expected = text.indexOf('الأيوبي');
    if (nth === 1) expected = text.indexOf('الأيوبي', expected + 1);
    expect(anchor).toEqual({ status: 'anchored', start: expected, end: expected + 7 });
  });

  it('is the nearest to its old place where the context is the same too', () => {
    const refrain = 'they sang it again and again, and then once more for luck. ';
    const text = refrain.repeat(9);
    const at = refrain.length * 5 + 10;
    const selector = describePassage(text, at, at + 5);
    expect(createPassageFinder(text).find(selector).start).toBe(at);
    const moved = createPassageFinder(`x ${text}`).find(selector);
    expect(moved).toEqual({ status: 'probable', start: at + 2, end: at + 7 });
  });

  it('is not another one at its old offset', () => {
    const text = 'Aden port reopened. Later the minister left Aden for Sanaa by road.';
    const selector = describeIn(text, 'Aden', 1);
    const changed =
      'Strikes hit Aden and other cities in the south on Sunday night..Aden.';
    expect(find(changed, { ...selector, start: 12, end: 16 })).toEqual(['orphan', null]);
  });
});

describe('a passage whose words were changed', () => {
  it('is shown as changed, where it stood', () => {
    const selector = describeIn(ENGLISH, 'three million dollars');
    const text = ENGLISH.replace('three million dollars', 'about 2.5m euros');
    expect(find(text, selector)).toEqual(['changed', 'about 2.5m euros']);
  });
});

describe('a passage that is gone', () => {
  it.each<[string, string, (text: string) => string]>([
    [
      'a paragraph',
      'nobody was hurt',
      (text) => text.replace(/\n\nThe ferry was.*$/, ''),
    ],
    [
      'a name that stands elsewhere',
      'Ayoubi added',
      (text) => text.replace(/Ayoubi added[^.]*\./, ''),
    ],
    ['the words alone', 'three million ', (text) => text.replace('three million ', '')],
    ['everything', 'the northern pier', () => ''],
    ['the article', 'would resume on Sunday', () => ARABIC],
    [
      'what stands elsewhere in other company',
      'Ayoubi',
      () => 'The footballer Ayoubi scored twice for the visitors before half-time.',
    ],
  ])('is an orphan: %s', (_, passage, change) => {
    expect(find(change(ENGLISH), describeIn(ENGLISH, passage))).toEqual(['orphan', null]);
  });
});

describe('any selector', () => {
  const selector = (part: Partial<PassageSelector>): PassageSelector => ({
    exact: '',
    prefix: '',
    suffix: '',
    start: 0,
    end: 0,
    ...part,
  });

  it.each<[string, PassageSelector]>([
    ['nothing', selector({})],
    ['white space', selector({ exact: ' \n\t', start: 3, end: 6 })],
    ['marks alone', selector({ exact: '\u064b\u0640\u200b' })],
    ['an absent quote of a megabyte', selector({ exact: 'never '.repeat(170_000) })],
    ['one letter without context', selector({ exact: 'e', start: -1, end: -1 })],
    [
      'offsets that are no numbers',
      selector({ exact: 'zzz', start: Number.NaN, end: 9e99 }),
    ],
  ])('of %s is an orphan', (_, each) => {
    expect(find(ENGLISH, each)[0]).toBe('orphan');
  });

  it('without context or place is found where it stands once', () => {
    expect(
      find(ENGLISH, selector({ exact: 'Sailings would resume', start: -1 })),
    ).toEqual(['probable', 'sailings would resume']);
  });

  it('is answered in order, splitting no code point', () => {
    const part = fc.oneof(
      fc.string({ unit: anyUnit, maxLength: 6 }),
      fc.constantFrom('ab', 'abab', ' ', 'الب', '😀', '\ud83d', '\ude00', 'ﷺ', 'é'),
    );
    const text = fc.array(part, { maxLength: 25 }).map((parts) => parts.join(''));
    const offset = fc.oneof(fc.integer({ min: -5, max: 90 }), fc.double());
    fc.assert(
      fc.property(
        text,
        fc.record({
          exact: text,
          prefix: text,
          suffix: text,
          start: offset,
          end: offset,
        }),
        (source, any) => {
          const anchor = createPassageFinder(source).find(any);
          if (anchor.start === null) return;
          expect(anchor.start).toBeGreaterThanOrEqual(0);
          expect(anchor.end).toBeGreaterThan(anchor.start);
          expect(anchor.end).toBeLessThanOrEqual(source.length);
          expect(splitsPair(source, anchor.start)).toBe(false);
          expect(splitsPair(source, anchor.end)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of a text finds its passage in that text, wherever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (text, from, length) => {
          const start = from % text.length;
          const described = describePassage(text, start, start + length);
          fc.pre(described.exact.trim() !== '');
          expect(createPassageFinder(text).find(described)).toEqual({
            status: 'anchored',
            start: described.start,
            end: described.end,
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('copies with one context', () => {
  const copied = `${'The board met for a third time and named no date at all. '.repeat(3)}Nobody was hurt by the fire. ${'The ferry lay at the northern pier through all of the winter. '.repeat(3)}`;
  const page = (...blocks: string[]) => blocks.join('\n\n');
  const before = page('A first paragraph.', 'Another one.', copied, 'And the last one.');
  const selector = describeIn(before, 'Nobody was hurt');
  const now = page(copied, 'A first paragraph.', 'Another one.', copied, 'And the last.');

  it('are told apart by the blocks around them', () => {
    const { start } = createPassageFinder(now).find(selector);
    expect(start).toBe(now.lastIndexOf('Nobody was hurt'));
  });

  it('are told apart by the path of their block', () => {
    const old = page('A first paragraph.', copied);
    const { block: _, ...kept } = describeIn(old, 'Nobody was hurt');
    const twice = page('A first paragraph.', copied, copied);
    const pathAt = (offset: number) => (offset > copied.length ? 'p[3]' : 'p[2]');
    const find = (path: string) =>
      createPassageFinder(`${'An advertisement. '.repeat(4)}${twice}`, pathAt).find({
        ...kept,
        path,
      }).start ?? -1;
    expect(find('p[3]')).toBeGreaterThan(find('p[2]'));
  });

  it('are told apart by where the passage is awaited: a page grows', () => {
    const old = page('Many a word. '.repeat(80), copied);
    const { block: _, ...bare } = describeIn(old, 'Nobody was hurt');
    const grown = page('Many a word. '.repeat(68), copied, copied);
    const { start } = createPassageFinder(grown).find(bare);
    expect(start).toBe(grown.lastIndexOf('Nobody was hurt'));
    expect(Math.abs((start ?? 0) - bare.start)).toBeGreaterThan(200);
  });
});

describe('the words at the edges of an edited passage', () => {
  it('are counted', () => {
    const selector = describeIn(ENGLISH, 'the cost of the repairs');
    const text = ENGLISH.replace(
      'put the cost of the repairs at',
      'put overall cost of the overhaul at',
    );
    expect(find(text, selector)[1]).toBe('overall cost of the overhaul');
  });

  it('are not sought in a sentence that took the place of another', () => {
    const [first = '', second = '', ...rest] = ENGLISH.split('\n\n');
    const selector = describeIn(ENGLISH, `${first}\n\n${second}`);
    const text = [
      `${'Quite a different remark about buses, trams and taxis! '.repeat(3)}`,
      second,
      ...rest,
    ];
    expect(find(text.join('\n\n'), selector)[1]).toBe(second);
  });

  it('end with a lone hamza', () => {
    const text =
      'وقال إن القضاء والشفاء والهواء هي ما طلب الوزراء أمس من الخبراء في المدينة.';
    const marked = text.replace('الشفاء', 'الشِّفاءُ');
    expect(find(marked, describeIn(text, 'الشفاء'))[1]).toBe('الشِّفاءُ');
  });
});
