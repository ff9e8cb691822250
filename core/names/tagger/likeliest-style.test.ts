import { describe, expect, it } from 'vitest';
import { likeliestStyle, type StyleTables } from './likeliest-style';
import { STYLES } from './styles';

/** Two clusters: the first is usual in `news`, the second in `aqmar`. */
function tables(): StyleTables {
  const styleClusters = new Float32Array(STYLES.length * 2).fill(Math.log(0.5));
  styleClusters.set([Math.log(0.9), Math.log(0.1)], STYLES.indexOf('news') * 2);
  styleClusters.set([Math.log(0.1), Math.log(0.9)], STYLES.indexOf('aqmar') * 2);
  return { sizes: { clusters: 2 }, clusterOf: Uint16Array.of(0, 0, 1), styleClusters };
}

/** Each number a word: 1 of the first cluster, 2 of the second. */
function text(...words: number[]) {
  return {
    length: words.length,
    forms: Uint32Array.from(words),
    words: Uint32Array.of(0, 1, 2),
  };
}

describe('likeliestStyle', () => {
  it('takes the style whose words a text uses', () => {
    expect(likeliestStyle(tables(), text(1, 1, 2), ['aqmar', 'news'])).toBe('news');
    expect(likeliestStyle(tables(), text(2, 1, 2), ['news', 'aqmar'])).toBe('aqmar');
  });

  it('considers no other than those given', () => {
    expect(likeliestStyle(tables(), text(2, 2), ['news', 'anercorp'])).toBe('anercorp');
  });

  it('takes the first where nothing tells', () => {
    expect(likeliestStyle(tables(), text(), ['wikifane', 'news'])).toBe('wikifane');
  });
});
