import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameStory } from './name-story';

describe('a story', () => {
  it.each([
    [
      'a short headline stays whole',
      'قاآني في بغداد.. أول زيارة معلنة',
      'قاآني في بغداد.. أول زيارة معلنة',
    ],
    [
      'a long one ends where it takes breath',
      'مظلة صواريخ أمريكية فوق عين الأسد وأربيل.. وبغداد تقول إنها لم تُستشر في الأمر',
      'مظلة صواريخ أمريكية فوق عين الأسد وأربيل',
    ],
    [
      'not where too little is said',
      'Live: Iraqi president names spy chief as the third prime minister-designate in weeks',
      'Live: Iraqi president names spy chief as the third prime…',
    ],
    [
      'else after a whole word',
      'خليفة سليماني يلتقي قادة بغداد ويبحث عن مرشح واحد لحلفاء طهران في العراق',
      'خليفة سليماني يلتقي قادة بغداد ويبحث عن مرشح واحد لحلفاء…',
    ],
    ['white space is one space', '  A\n\t title ', 'A title'],
    ['nothing is nothing', '   ', ''],
  ])('%s', (_, title, name) => {
    expect(nameStory(title)).toBe(name);
  });

  it('has a name of one line, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (title) => {
        const name = nameStory(title);
        expect(name.length).toBeLessThanOrEqual(60);
        expect(name).not.toMatch(/[\n\t]|^\s|\s$/);
        expect(name === '').toBe(title.trim() === '');
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
