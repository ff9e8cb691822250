import { describe, expect, it } from 'vitest';
import type { Kin, StoryMeeting } from '@/core/model/story';
import type { Headline } from '@/core/stories/choose-headline';
import { createMarginTranslator } from '@/locales/translate';
import { headlineText } from './headline-text';
import { verdictText } from './verdict-text';

const english = createMarginTranslator('en');
const arabic = createMarginTranslator('ar');

/** A Wednesday. */
const NOW = new Date(2024, 4, 15, 12).getTime();
const TUESDAY = new Date(2024, 4, 14, 12).getTime();
const FOURTH_OF_APRIL = new Date(2024, 3, 4, 12).getTime();

const kin: Kin = {
  articleId: 'a',
  verdict: 'same-story',
  score: 0.9,
  url: 'https://www.paper.example/report',
  title: 'A report',
  siteName: 'The Paper',
  firstReadAt: FOURTH_OF_APRIL,
  notes: 0,
};

function meeting(change: Partial<StoryMeeting> = {}): StoryMeeting {
  return {
    story: { id: 's', name: 'The dam', followed: true, createdAt: 1, updatedAt: 1 },
    verdict: 'same-story',
    score: 0.9,
    isNew: false,
    articles: 4,
    notes: 2,
    ...change,
  };
}

const without = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const inEnglish = (headline: Headline) => without(headlineText(english, headline, NOW));
const inArabic = (headline: Headline) => without(headlineText(arabic, headline, NOW));

describe('headlineText', () => {
  it.each<[Headline, string, string]>([
    [
      { type: 'this-article', meeting: meeting() },
      'The very article that “The dam” starts from',
      'هذا هو المقال الذي تبدأ منه قصة «The dam»',
    ],
    [
      { type: 'republished', first: kin, more: 0, carried: 0 },
      'Republished: first seen at The Paper on 4 April',
      'نصّ معاد نشره: رأيته أولًا في The Paper في 4 أبريل',
    ],
    [
      {
        type: 'republished',
        first: { ...kin, siteName: '', firstReadAt: NOW },
        more: 1,
        carried: 2,
      },
      'Republished: first seen at paper.example today, 1 more copy, 2 notes',
      'نصّ معاد نشره: رأيته أولًا في paper.example اليوم، نسخة أخرى، ملاحظتان',
    ],
    [
      { type: 'read-before', at: TUESDAY, changes: 0 },
      'You read this yesterday',
      'سبق أن قرأت هذا المقال أمس',
    ],
    [
      { type: 'read-before', at: TUESDAY - 86_400_000, changes: 3 },
      '3 paragraphs changed since you read it on Monday',
      'تغيّرت 3 فقرات منذ قرأته يوم الاثنين',
    ],
    [
      { type: 'new-in-story', meeting: meeting() },
      'New in a story you follow: The dam',
      'جديد في قصة تتابعها: The dam',
    ],
    [
      { type: 'in-story', meeting: meeting() },
      'A story you follow: The dam (4 read, 2 notes)',
      'من قصة تتابعها: The dam (4 مقالات قرأتها، ملاحظتان)',
    ],
    [
      { type: 'in-story', meeting: meeting({ articles: 0, notes: 0 }) },
      'A story you follow: The dam',
      'من قصة تتابعها: The dam',
    ],
    [
      { type: 'same-story', likeliest: kin, articles: 11, notes: 1 },
      'Same story: 11 read, 1 note',
      'القصة نفسها: 11 مقالًا قرأته، ملاحظة واحدة',
    ],
    [
      { type: 'related-to-story', meeting: meeting({ verdict: 'related' }) },
      'Related to a story you follow: The dam',
      'له صلة بقصة تتابعها: The dam',
    ],
    [
      { type: 'related', likeliest: kin, articles: 1 },
      'Related to what you read: A report',
      'له صلة بما قرأت: A report',
    ],
    [
      { type: 'related', likeliest: kin, articles: 2 },
      'Related to 2 articles you read',
      'له صلة بمقالين قرأتهما',
    ],
  ])('says %j', (headline, english, arabic) => {
    expect(inEnglish(headline)).toBe(english);
    expect(inArabic(headline)).toBe(arabic);
  });

  it('calls a story by the reader’s name, else by the one it came with', () => {
    const { story } = meeting();
    const seed = { ...story, name: '', names: { ar: 'السدّ', en: 'The dam' } };
    const of = (story: StoryMeeting['story']): Headline => ({
      type: 'new-in-story',
      meeting: meeting({ story }),
    });
    expect(inArabic(of(seed))).toContain('السدّ');
    expect(inEnglish(of(seed))).toContain('The dam');
    expect(inArabic(of({ ...seed, name: 'My dam' }))).toContain('My dam');
    expect(inEnglish(of({ ...story, name: ' ' }))).toContain('without a name');
  });
});

describe('verdictText', () => {
  it('says how sure it is', () => {
    expect(verdictText(arabic, 'same-story', 0.7)).toBe('على الأرجح القصة نفسها');
    expect(verdictText(arabic, 'same-story', 0.95)).toBe('القصة نفسها');
    expect(verdictText(english, 'same-text', 0.99)).toBe('The same text');
    expect(verdictText(english, 'related', 0.3)).toBe('Related');
    expect(verdictText(english, 'different', 0.02)).toBe('Another story');
    expect(verdictText(english, 'different', 0.2)).toBe('Probably another story');
  });
});
