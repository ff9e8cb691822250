import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeLine, escapeParagraphs, link, quoteBlock } from './escape-markdown';

/** What a reader of the Markdown sees, and by which elements. */
function render(markdown: string): {
  text: string;
  elements: Set<string>;
  links: string[];
} {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const br of document.querySelectorAll('br')) br.replaceWith('\n');
  const all = [...document.body.querySelectorAll('*')];
  const paragraphs = [...document.body.querySelectorAll('p')];
  return {
    text: paragraphs.map((p) => p.textContent ?? '').join('\n\n'),
    elements: new Set(all.map((element) => element.localName)),
    links: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? ''),
  };
}

/** Text as it should be seen: line ends trimmed, indents kept, runs of blank lines one. */
function seen(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n'),
    )
    .join('\n\n');
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '<javascript:alert(1)>',
  '![x](data:image/png;base64,AAAA)',
  '[x]: /evil',
  '# no heading',
  '##',
  '- no list',
  '+ no list',
  '* no list',
  '1. no list',
  '1986) no list',
  '> no quotation',
  '---',
  '***',
  '___',
  '===',
  '| a | b |',
  '```js',
  '~~~',
  '    no code',
  '\tno code',
  '`no code`',
  '**not bold** __not bold__ *not* _not_ ~~not~~',
  '==not marked== %%not hidden%% $not$ maths',
  '[[not a page]] #not-a-tag ^not-an-id',
  '&lt; &amp; &#60; &copy;',
  'a \\ b \\* c',
  '<!-- not hidden -->',
  '<!DOCTYPE html>',
  '- [ ] no task',
  'x\n===',
  'x\n---',
  'a | b\n--|--\n1 | 2',
  ': no definition',
  '[^1] no footnote',
];

describe('escapeParagraphs', () => {
  it.each(HOSTILE)('shows %j as it is', (text) => {
    const { text: shown, elements, links } = render(escapeParagraphs(text));
    const expected = text
      .replace(/^\t/, '    ')
      .replace(/^ +/, (s) => '\u00a0'.repeat(s.length));
    expect(shown).toBe(expected);
    expect([...elements].filter((name) => name !== 'p')).toEqual([]);
    expect(links).toEqual([]);
  });

  it('shows any mixture of marks and words as it is', () => {
    const piece = fc.constantFrom(
      ...'\\`*_{}[]()#+-.!|~<>&=%$^:;"\'/0123456789ax كلمة'.split(''),
      ...['\n', '\n\n', ' ', 'كلام', 'javascript:', '<b>', '](', '![', '&lt;'],
    );
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const { text: shown, elements } = render(escapeParagraphs(source));
        const words = (s: string) => s.replace(/\s+/g, ' ').trim();
        expect(words(shown)).toBe(words(source));
        for (const element of elements) expect(element).toBe('p');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps paragraphs, lines and indents', () => {
    const text = 'قال الشاعر:\n  صدر البيت\n  عجز البيت\n\n\nوانتهى.';
    const { text: shown } = render(escapeParagraphs(text));
    expect(shown.replaceAll('\u00a0', ' ')).toBe(seen(text));
  });

  it('leaves addresses of the web as links, whole, and without the sentence’s end', () => {
    const { text, links } = render(
      escapeParagraphs('انظر https://example.com/a_b_c?x=1&y=*2*، ثم (http://b.org/).'),
    );
    expect(text).toContain('https://example.com/a_b_c?x=1&y=*2*، ثم');
    expect(links).toEqual(['https://example.com/a_b_c?x=1&y=*2*', 'http://b.org/']);
  });

  it('puts a sign for what no text file can hold', () => {
    expect(escapeParagraphs('a\ud800b\u0000c')).toBe('a\ufffdb\ufffdc');
  });

  it('takes all kinds of line ends', () => {
    expect(escapeParagraphs('a\r\nb\rc\u2028d')).toBe('a\\\nb\\\nc\\\nd');
  });
});

describe('escapeLine', () => {
  it('is one line', () => {
    expect(escapeLine(' a\n\n# b\r\n\tc ')).toBe('a # b c');
  });
});

describe('quoteBlock', () => {
  it('quotes every line, and nothing breaks out of it', () => {
    const markdown = quoteBlock(escapeParagraphs('one\ntwo\n\n# three'));
    expect(markdown).toBe('> one\\\n> two\n>\n> \\# three');
  });
});

describe('link', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'http://',
    '',
  ])('makes no link of "%s"', (address) => {
    expect(render(link(address)).links).toEqual([]);
  });

  it('ends at what could end it, and lets nothing else through', () => {
    const { links, elements } = render(link('https://example.com/> <img src=x>'));
    expect(links).toEqual(['https://example.com/']);
    expect(elements).toEqual(new Set(['p', 'a']));
  });

  it('makes a link of an address of the web', () => {
    const address = 'https://www.example.com/خبر/(1)_[x]?a=*b*';
    expect(render(link(address)).text).toBe(address);
    expect(render(link(address)).links).toHaveLength(1);
  });
});
