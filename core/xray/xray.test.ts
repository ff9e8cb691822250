import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadText, togetherWith, xrayOf } from './xray';

/** Paragraphs in which each `[name]` is a mention of the entity of that name. */
function read(...paragraphs: string[]): ReadText {
  let text = '';
  const blocks: ReadText['blocks'][number][] = [];
  const mentions: ReadText['mentions'][number][] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    for (const part of paragraph.split(/(\[[^\]]+\])/)) {
      const name = /^\[(.+)\]$/.exec(part)?.[1];
      if (name !== undefined)
        mentions.push({
          ...{ start: text.length, end: text.length + name.length },
          entityId: name,
        });
      text += name ?? part;
    }
    blocks.push({ start, end: text.length });
  }
  return { text, blocks, mentions };
}

describe('xrayOf', () => {
  it('tells at which words a name stands', () => {
    const { mentions, words } = xrayOf(
      read('[Baghdad] is far from [Basra].', 'Not [Baghdad]!'),
    );
    expect(words).toBe(7);
    expect(mentions.get('Baghdad')?.map(({ word }) => word)).toEqual([1, 7]);
    expect(mentions.get('Basra')?.map(({ word }) => word)).toEqual([5]);
    expect(mentions.get('Baghdad')?.map(({ paragraph }) => paragraph)).toEqual([0, 1]);
  });

  it('counts Arabic words, of which a name may be a part', () => {
    const text = 'وصل إلى بغداد';
    const xray = xrayOf({
      ...{ text, blocks: [{ start: 0, end: text.length }] },
      mentions: [{ start: 8, end: 13, entityId: 'b' }],
    });
    expect(xray.mentions.get('b')?.[0]?.word).toBe(3);
    expect(xray.words).toBe(3);
  });

  it('has nothing to say of an empty text', () => {
    const xray = xrayOf({ text: '', blocks: [], mentions: [] });
    expect([xray.words, xray.mentions.size]).toEqual([0, 0]);
  });
});

describe('togetherWith', () => {
  const xray = xrayOf(
    read(
      '[Ali] met [Badr]. [Carla] waited. Gen. [Ali] left [Badr].',
      '[Ali] and [Carla] spoke, said [Carla].',
      '[Dina] was alone.',
    ),
  );

  it('counts sentences before paragraphs', () => {
    expect(togetherWith(xray, 'Ali')).toEqual([
      { entityId: 'Badr', sentences: 2, paragraphs: 1 },
      { entityId: 'Carla', sentences: 1, paragraphs: 2 },
    ]);
  });

  it('knows who is alone, and who is not there', () => {
    expect(togetherWith(xray, 'Dina')).toEqual([]);
    expect(togetherWith(xray, 'nobody')).toEqual([]);
  });

  it('says the same of both', () => {
    const paragraph = fc
      .array(fc.constantFrom('[Ali]', '[Badr]', '[Carla]', 'walked', '.', 'ذهب', '؟'), {
        maxLength: 12,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
        const text = read(...paragraphs);
        const any = xrayOf(text);
        const all = [...any.mentions.values()].flat();
        expect(all.length).toBe(text.mentions.length);
        for (const { word } of all) {
          expect(word).toBeGreaterThanOrEqual(1);
          expect(word).toBeLessThanOrEqual(any.words);
        }
        for (const one of any.mentions.keys())
          for (const { entityId, sentences, paragraphs } of togetherWith(any, one)) {
            const back = togetherWith(any, entityId).find(
              (each) => each.entityId === one,
            );
            expect(back).toEqual({ entityId: one, sentences, paragraphs });
            expect(sentences).toBeLessThanOrEqual(any.sentences.size);
            expect(paragraphs).toBeGreaterThanOrEqual(1);
          }
      }),
    );
  });
});
