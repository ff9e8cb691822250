import { describe, expect, it, vi } from 'vitest';
import { firstDayIn, weekStartOf } from './week-start';

describe('the first day of the week', () => {
  it('is that of the country which the browser names with the language', () => {
    expect(weekStartOf('ar', ['en-US', 'ar-IQ'])).toBe(6);
    expect(weekStartOf('ar', ['ar-SA'])).toBe(7);
    expect(weekStartOf('ar', ['ar-MA'])).toBe(1);
    expect(weekStartOf('en', ['en-US', 'en'])).toBe(7);
    expect(weekStartOf('en', ['en-GB'])).toBe(1);
  });

  it('is that of the language without a country', () => {
    expect(weekStartOf('ar', ['fr-FR'])).toBe(6);
    expect(weekStartOf('en', [])).toBe(1);
  });

  it('is known where the browser does not tell', () => {
    const Locale = class extends Intl.Locale {
      getWeekInfo = undefined;
      get weekInfo() {
        return undefined;
      }
    };
    vi.stubGlobal('Intl', { ...Intl, Locale });
    expect(weekStartOf('ar', ['ar'])).toBe(6);
    expect(weekStartOf('ar', ['ar-SA'])).toBe(7);
    expect(weekStartOf('en', ['en-GB'])).toBe(1);
    vi.unstubAllGlobals();
    expect(firstDayIn('MV')).toBe(5);
    expect(firstDayIn('')).toBe(1);
  });
});
