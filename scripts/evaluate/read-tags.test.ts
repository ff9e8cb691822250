import { describe, expect, it } from 'vitest';
import { readBio } from '../predict/read-bio';
import { describeSurvey, emptySurvey, readSpans } from './read-tags';

function read(tags: string): { spans: string[]; told: string } {
  const survey = emptySurvey();
  const spans = readSpans(tags.split(' '), survey);
  return {
    spans: spans.map(({ start, end, type }) => `${start}-${end} ${type}`),
    told: describeSurvey(survey),
  };
}

describe('the names of tagged tokens', () => {
  it.each([
    ['IOB2', 'B-PER I-PER O B-LOC B-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['IOB1', 'I-PER I-PER O I-LOC B-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['BIOES', 'B-PER E-PER O S-LOC S-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['BILOU', 'B-PER L-PER O U-LOC U-LOC', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['bare kinds', 'PER PER O LOC ORG', ['0-2 PER', '3-4 LOC', '4-5 ORG']],
    ['IOB2', 'b-per i-per o b-loc b-loc', ['0-2 PER', '3-4 LOC', '4-5 LOC']],
    ['BIOES', 'B_PER M_PER E_PER O S_ORG', ['0-3 PER', '4-5 ORG']],
  ])('in %s: %s', (scheme, tags, spans) => {
    expect(read(tags)).toEqual({ spans, told: scheme });
  });

  it('are read as ours where another corpus calls them otherwise', () => {
    const { spans, told } = read('B-GPE I-GPE B-Person B-MISC I-MISC O');
    expect(spans).toEqual(['0-2 LOC', '2-3 PER']);
    expect(told).toBe(
      'IOB2; read GPE as LOC (2 tags), PERSON as PER (1 tags); left out: MISC (2 tags)',
    );
  });

  it('end where a kind that is left out begins', () => {
    expect(read('B-PER I-MISC I-PER').spans).toEqual(['0-1 PER', '2-3 PER']);
  });
});

describe('the lines of a file', () => {
  const rows = async (text: string) => {
    const sentences = [];
    for await (const { tokens, tags } of readBio(text.split('\n')))
      sentences.push(tokens.map((token, at) => `${token}/${tags[at]}`));
    return sentences;
  };

  it('may be parted by tabs or spaces, end in CR LF, and have other columns between', async () => {
    const wanted = [['بغداد/B-LOC', '،/O'], ['IBM/B-ORG']];
    expect(await rows('بغداد\tB-LOC\r\n،\tO\r\n\r\nIBM\tB-ORG\r')).toEqual(wanted);
    expect(await rows('بغداد B-LOC\n، O\n\nIBM NNP I-NP B-ORG')).toEqual(wanted);
  });

  it('may hold tokens alone, with spaces too', async () => {
    expect(await rows('10 000\nرجل')).toEqual([['10 000/O', 'رجل/O']]);
  });
});
