import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '@/test/make-export';
import { passageLink } from './passage-link';

const URL_OF_PAGE = 'https://a.example/n';

function linkTo(prefix: string, exact: string, suffix: string, url = URL_OF_PAGE) {
  const link = passageLink(url, { prefix, exact, suffix, start: 0, end: 0 });
  return link === null ? null : decodeURIComponent(link);
}

describe('passageLink', () => {
  it('names the passage, with words around it', () => {
    expect(linkTo('كما قال إن ', 'الوفد وصل', ' إلى بغداد أمس ')).toBe(
      `${URL_OF_PAGE}#:~:text=قال إن-,الوفد وصل,-إلى بغداد أمس`,
    );
  });

  it('goes out to whole words, since a browser finds no parts of them', () => {
    expect(linkTo('ذهب إلى و', 'بغداد', 'ية امس. ثم')).toContain(',وبغدادية,');
  });

  it('names a long passage, and one of two paragraphs, by its ends', () => {
    const long = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    expect(linkTo('', long, '')).toBe(
      `${URL_OF_PAGE}#:~:text=word0 word1 word2 word3 word4,word35 word36 word37 word38 word39`,
    );
    expect(linkTo('', 'first words\n\nlast words', '')).toBe(
      `${URL_OF_PAGE}#:~:text=first,words`,
    );
  });

  it('takes no context from another paragraph', () => {
    expect(linkTo('of before\n\n', 'here', '\n\nafter')).toBe(
      `${URL_OF_PAGE}#:~:text=here`,
    );
  });

  it('keeps the page’s own fragment, and encodes what means something to the directive', () => {
    const link = passageLink('https://a.example/n#top:~:text=old', {
      ...{ prefix: '', suffix: '', start: 0, end: 3 },
      exact: 'a-b,c&d',
    });
    expect(link).toBe('https://a.example/n#top:~:text=a%2Db%2Cc%26d');
  });

  it('is an address for any passage, and none for what is no page of the web', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (prefix, exact, suffix) => {
        const selector = { prefix, exact, suffix, start: 0, end: exact.length };
        const link = passageLink(URL_OF_PAGE, selector) ?? '';
        expect(link).toMatch(/^https:\/\/a\.example\/n(#:~:text=[\w%,-]+)?$/u);
        expect(new URL(link).origin).toBe('https://a.example');
      }),
    );
    expect(linkTo('', 'a', '', 'javascript:alert(1)')).toBeNull();
  });
});
