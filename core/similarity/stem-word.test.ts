import { describe, expect, it } from 'vitest';
import { stemWord } from './stem-word';

describe('stems', () => {
  it.each([
    [['والمسلسل', 'المسلسل', 'مسلسل', 'للمسلسل', 'ومسلسل', 'بالمسلسل'], 'arab'],
    [['المهندسون', 'مهندسين', 'مهندس', 'مهندسها'], 'arab'],
    [['belediyesi', 'belediye', 'belediyelerin'], 'latn'],
  ] as const)('are one for %j', (forms, script) => {
    expect(new Set(forms.map((form) => stemWord(form, script))).size).toBe(1);
  });

  it('keep short words whole', () => {
    for (const word of ['ال', 'من', 'ولد', 'اله', 'ها']) {
      expect(stemWord(word, 'arab').length).toBeGreaterThanOrEqual(2);
    }
  });
});
