import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import { readImport } from '@/test/read-import';

const URL = 'https://www.example.com/news/2020/1/3/story?utm_source=x';
const QUOTE = 'أعلنت بغداد الحداد';

const HYPOTHESIS = {
  total: 2,
  rows: [
    {
      id: 'gVLfBMVGEeq0dJ8DAAAAAA',
      created: '2020-01-03T12:00:00.123456+00:00',
      updated: '2020-01-04T12:00:00+00:00',
      user: 'acct:reader@hypothes.is',
      uri: URL,
      text: 'كلماتي <b>as text</b>',
      tags: ['عراق', 'mourning'],
      document: { title: ['بغداد تعلن الحداد'] },
      target: [
        {
          source: URL,
          selector: [
            { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0 },
            { type: 'TextPositionSelector', start: 4012, end: 4030 },
            { type: 'TextQuoteSelector', exact: QUOTE, prefix: 'قبل ', suffix: ' بعد' },
          ],
        },
      ],
    },
    {
      id: 'other',
      created: '2020-01-05T12:00:00+00:00',
      uri: URL,
      text: 'on the page',
      tags: [],
      document: {},
      target: [{ source: URL }],
      references: ['gVLfBMVGEeq0dJ8DAAAAAA'],
    },
  ],
};

const CLIPPER = [
  {
    url: URL,
    highlights: [
      { text: 'الأول\n\nالثاني', timestamp: '2020-01-03T12:00:00.000Z', notes: ['قولي'] },
      { text: '<p>one &amp; <i>two</i></p>', timestamp: '2020-01-03T12:01:00.000Z' },
    ],
  },
];

const ANNOTATION = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:11111111-1111-4111-8111-111111111111',
  type: 'Annotation',
  motivation: 'commenting',
  created: '2020-01-03T12:00:00Z',
  modified: '2020-01-03T13:00:00Z',
  body: [
    { type: 'TextualBody', value: 'كلماتي', purpose: 'commenting' },
    { type: 'TextualBody', value: 'عراق', purpose: 'tagging' },
    { type: 'SpecificResource', source: 'http://www.wikidata.org/entity/Q796' },
  ],
  target: {
    source: URL,
    selector: [
      { type: 'TextQuoteSelector', exact: 'أ😀ب', prefix: 'قبل', suffix: 'بعد' },
      { type: 'TextPositionSelector', start: 10, end: 13 },
    ],
  },
};

describe('a file of Hypothesis', () => {
  it('becomes notes at their passages and on their page', () => {
    const { format, data, report } = readImport(HYPOTHESIS);
    expect(format).toBe('hypothesis');
    expect(report).toEqual({ rows: 2, left: 0, refused: [] });
    expect(data.articles).toMatchObject([
      {
        urlKey: 'example.com/news/2020/1/3/story',
        title: 'بغداد تعلن الحداد',
        siteName: 'example.com',
        lang: 'ar',
      },
    ]);
    const [passage, page] = data.notes;
    expect(passage).toMatchObject({
      articleId: data.articles[0]?.id,
      body: 'كلماتي <b>as text</b>',
      tags: ['عراق', 'mourning'],
      createdAt: Date.UTC(2020, 0, 3, 12, 0, 0, 123),
      updatedAt: Date.UTC(2020, 0, 4, 12),
      // Its position is one in the whole page.
      target: {
        selector: { exact: QUOTE, prefix: 'قبل ', suffix: ' بعد', start: -1, end: -1 },
      },
    });
    expect(page).toMatchObject({ target: { type: 'article' }, body: 'on the page' });
  });

  it('is the same each time, as its client exports it, too', () => {
    const once = readImport(HYPOTHESIS).data.notes;
    const exported = { client_version: '1', annotations: HYPOTHESIS.rows };
    expect(readImport(exported, { fileTime: 9 }).data.notes).toEqual(once);
  });
});

describe('a file that another made differently', () => {
  const row = HYPOTHESIS.rows[0];
  it.each([
    ['one annotation of Hypothesis', 'hypothesis', row],
    ['Hypothesis whose first row is none', 'hypothesis', { rows: [{ flagged: 1 }, row] }],
    ['one page of the clipper', 'clipper', CLIPPER[0]],
    ['pages of the clipper, the first a broken one', 'clipper', [{ url: 5 }, ...CLIPPER]],
    ['annotations, the first of them none', 'jsonld', [{ x: 1 }, ANNOTATION]],
    [
      'Readwise, other columns first, marks and line ends of Windows',
      'readwise',
      `\ufeffHighlighted at;Tags;Note;Book Author;Book Title;Highlight\r\n"January 3, 2020 12:00";t;n;a;T;${QUOTE}\r\n`,
    ],
    [
      'Memex with tabs',
      'memex',
      `tags\tcomment\tbody\tpageTitle\tpageUrl\r\nt\tقولي\t${QUOTE}\tT\texample.com/x\r\n`,
    ],
  ])('is known for what it is: %s', (_, format, file) => {
    const read = readImport(file);
    expect(read.format).toBe(format);
    expect(read.data.notes.length).toBeGreaterThan(0);
  });
});

describe('a file of Obsidian Web Clipper', () => {
  it('becomes a note for each passage, with words out of HTML', () => {
    const { format, data } = readImport(CLIPPER);
    expect(format).toBe('clipper');
    expect(data.articles).toHaveLength(1);
    const said = data.notes.map(({ target, body }) => [
      target.type === 'passage' && target.selector.exact,
      body,
    ]);
    expect(said).toEqual([
      ['الأول', 'قولي'],
      ['الثاني', ''],
      ['one & two', ''],
    ]);
    expect(new Set(data.notes.map(({ id }) => id)).size).toBe(3);
  });

  it('is read as the clipper keeps it, too', () => {
    const stored = { id: '1578052800000', type: 'text', xpath: '/p', content: 'كلمات' };
    const { data } = readImport([{ url: URL, title: 'T', highlights: [stored] }]);
    expect(data.notes).toMatchObject([{ createdAt: 1578052800000 }]);
    expect(data.articles).toMatchObject([{ title: 'T' }]);
  });
});

describe('Web Annotations', () => {
  it('keep their id, bodies and tags, and a place in our units', () => {
    const { format, data, report } = readImport(ANNOTATION);
    expect(format).toBe('jsonld');
    expect(report.left).toBe(0);
    expect(data.notes).toMatchObject([
      {
        id: '11111111-1111-4111-8111-111111111111',
        body: 'كلماتي',
        tags: ['عراق'],
        updatedAt: Date.UTC(2020, 0, 3, 13),
        // Three code points are four units.
        target: { selector: { exact: 'أ😀ب', start: 10, end: 14 } },
      },
    ]);
  });

  it('are found in pages, in collections and in lists', () => {
    const page = { type: 'AnnotationPage', items: [ANNOTATION] };
    const next = { ...page, items: [{ ...ANNOTATION, id: 'https://example.com/2' }] };
    const collection = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      first: { ...page, next },
    };
    expect(readImport(collection).data.notes).toHaveLength(2);
    expect(readImport([ANNOTATION]).data.notes).toHaveLength(1);
    expect(readImport({ '@context': 'x', ...page }).data.notes).toHaveLength(1);
  });

  it('that stand elsewhere, or have no words, are told of', () => {
    const { data, report } = readImport({
      type: 'AnnotationPage',
      items: [
        'https://example.com/anno/1',
        { type: 'Annotation', target: 'https://example.com/' },
        { type: 'Annotation', bodyValue: 'words', target: 'https://example.com/' },
        { type: 'Annotation', bodyValue: 'words' },
        { type: 'Annotation', bodyValue: 'words', target: 'javascript:alert(1)' },
        7,
      ],
    });
    expect(data.notes).toMatchObject([{ body: 'words', target: { type: 'article' } }]);
    expect(report.refused).toEqual([
      { row: 1, reason: 'elsewhere' },
      { row: 2, reason: 'no-words' },
      { row: 4, reason: 'no-address' },
      { row: 5, reason: 'bad-address' },
      { row: 6, reason: 'not-a-record' },
    ]);
  });
});

describe('tables', () => {
  const READWISE = [
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
    `"${QUOTE}, ""حقًا""",بغداد تعلن الحداد,كاتب,,"سطر\nوسطر",blue,"عراق,حداد",order,1,2020-01-03 12:00:00+00:00,`,
    ',,,,,,,,,,',
    ',بغداد تعلن الحداد,,,,,,,,,',
  ].join('\n');

  it('of Readwise, which keeps no address', () => {
    const { format, data, report } = readImport(READWISE);
    expect(format).toBe('readwise');
    expect(data.articles).toMatchObject([
      { title: 'بغداد تعلن الحداد', byline: 'كاتب', siteName: 'readwise.invalid' },
    ]);
    expect(data.notes).toMatchObject([
      {
        target: { selector: { exact: `${QUOTE}, "حقًا"` } },
        body: 'سطر\nوسطر',
        colour: 'blue',
        tags: ['عراق', 'حداد'],
        createdAt: Date.UTC(2020, 0, 3, 12),
      },
    ]);
    expect(report.refused).toEqual([{ row: 4, reason: 'no-words' }]);
  });

  it('of Memex, whose addresses have no beginning', () => {
    const { format, data } = readImport(
      `pageUrl,pageTitle,body,comment,createdWhen,tags\nexample.com/a,T,${QUOTE},قولي,1578052800000,a;b\n`,
    );
    expect(format).toBe('memex');
    expect(data.articles).toMatchObject([{ url: 'https://example.com/a', title: 'T' }]);
    expect(data.notes).toMatchObject([
      { body: 'قولي', tags: ['a', 'b'], createdAt: 1578052800000 },
    ]);
  });

  it('with headings in Arabic and semicolons', () => {
    const { format, data } = readImport(
      `\ufeffالرابط;العنوان;اقتباس;ملاحظة\r\nhttps://example.com/a;T;${QUOTE};=1+1\r\n`,
    );
    expect(format).toBe('csv');
    expect(data.notes).toMatchObject([
      // A formula is words like others.
      { body: '=1+1', target: { selector: { exact: QUOTE } } },
    ]);
  });

  it('of our own, with what was defused for spreadsheets as it was written', () => {
    const note = makeNote({ body: "'=1+1" });
    const { data } = readImport(
      `url,quote,note,before,after,note_id,article_id\r\n"https://example.com/a","one","''=1+1","قبل","",${note.id},x\r\n`,
    );
    expect(data.notes).toMatchObject([
      {
        id: note.id,
        body: "'=1+1",
        target: { selector: { exact: 'one', prefix: 'قبل' } },
      },
    ]);
  });

  it('report by row what is wrong', () => {
    const { data, report } = readImport(
      [
        'url,quote,note',
        'https://example.com/a,one,',
        'https://example.com/a,one,',
        ',two,',
        'not an address,two,',
        'https://example.com/a,two,three,four',
        'https://example.com/a,"five,',
      ].join('\n'),
    );
    expect(data.notes).toHaveLength(1);
    expect(report.refused).toEqual([
      { row: 3, reason: 'twice' },
      { row: 4, reason: 'no-address' },
      { row: 5, reason: 'bad-address' },
      { row: 6, reason: 'columns' },
      { row: 7, reason: 'unclosed-quote' },
    ]);
  });

  it('without a heading say so of their first row', () => {
    const { report } = readImport(
      'https://example.com/a,one\nhttps://example.com/a,two\n',
    );
    expect(report.refused[0]).toEqual({ row: 1, reason: 'no-heading' });
  });

  it('keep two notes on the same words apart', () => {
    const { data } = readImport(
      'url,quote,note\nhttps://example.com/a,one,x\nhttps://example.com/a,one,y\n',
    );
    expect(data.notes.map(({ body }) => body)).toEqual(['x', 'y']);
  });
});
