import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniserOfProduct } from '@/test/recognisers';
import { mentionTypeOf } from '../model/entity';

const recogniser = recogniserOfProduct();

function found(text: string): string[] {
  return recogniser
    .recognise(text)
    .mentions.map(({ surface, kind }) => `${surface} ${mentionTypeOf(kind)}`);
}

describe('names that the tagger finds', () => {
  it.each([
    ['وقال المتحدث سامر الكوثراني للصحفيين إن الوفد غادر.', ['سامر الكوثراني PER']],
    ['وقالت الدكتورة كارا بوكر، قائد فريق البحث، إن السبب واضح.', ['كارا بوكر PER']],
    ['اندلع القتال بين منطقتي كرش والشريجة فجر أمس.', ['كرش LOC', 'الشريجة LOC']],
    [
      'وقعت مدينة الملك عبدالله للطاقة الذرية والمتجددة اتفاقا مع الوزارة.',
      ['مدينة الملك عبدالله للطاقة الذرية والمتجددة ORG'],
    ],
    ['وأجرى الدراسة باحثون من جامعة إسيكس ونشرت نتائجها أمس.', ['جامعة إسيكس ORG']],
  ])('are in no list, and have the edges of our convention: %s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('leave the lexicon its names and its links', () => {
    const { mentions } = recogniser.recognise(
      'تفقد الوفد مقرا لمنظمة حماس، ولم يصدر عن حزب الله أي مؤشر.',
    );
    expect(mentions.map(({ surface }) => surface)).toEqual(['حماس', 'حزب الله']);
    for (const { entityId } of mentions) expect(entityId).not.toMatch(/^text/);
  });

  it.each([
    'وتواصل القتال مع المقاتلين الأكراد في المنطقة.',
    'وقال مسؤولون روس إن اتصالاتهم متواصلة.',
    'وأعلن بنك عن أرباحه في الربع الأول من العام.',
  ])('are no peoples and no nouns alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are no common word that "and" is written onto', () => {
    const text = 'استهدفت الصواريخ مواقع في كربلاء وبابل ومحيط مطار النجف فجر أمس.';
    expect(found(text)).toEqual(['كربلاء LOC', 'بابل LOC', 'مطار النجف LOC']);
  });

  it('are disjoint and where they say, in any mixture of words and junk', () => {
    const word = fc.constantFrom(
      'وزير',
      'سامر',
      'الكوثراني',
      'بالعراق',
      'لـ',
      '«',
      '»',
      'الله',
      'London',
      'Mr.',
      "O'Neil",
      '\ud83d',
      '\n',
      '(',
      '12',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 30 }),
        (words) => {
          const text = words.join(' ');
          let end = 0;
          for (const mention of recogniser.recognise(text).mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
            expect(mention.score).toBeLessThanOrEqual(1);
            end = mention.end;
          }
        },
      ),
    );
  });
});
