/** The story that ships, beside reports of those days, of other days and of other matters. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compareFingerprints,
  type Verdict,
} from '@/core/similarity/compare-fingerprints';
import type { ArticleText } from '@/core/similarity/create-fingerprint';
import type { Fingerprint } from '@/core/similarity/fingerprint';
import { readSeedStories } from '@/core/similarity/read-seed-stories';
import { judgeStory } from '@/core/stories/judge-story';
import { storyLine } from '@/core/stories/story-line';
import { fingerprintWithNames, loadTermFrequencies } from '@/scripts/predict/fingerprint';
import { recogniserOfProduct } from '../recognisers';

const ROOT = join(import.meta.dirname, '..', '..');
const REPORTS = join(ROOT, 'test', 'fixtures', 'stories');
const REFERENCE = join(ROOT, '..', 'shared', 'reference', 'article.txt');

const recogniser = recogniserOfProduct();
const frequencies = loadTermFrequencies();
const print = (article: ArticleText) =>
  fingerprintWithNames(article, recogniser, frequencies);

const [seed] = readSeedStories(
  JSON.parse(readFileSync(join(ROOT, 'assets', 'public', 'stories.json'), 'utf8')),
);
const story = seed?.fingerprint as Fingerprint;

const read = (name: string): ArticleText & { kind: string } =>
  JSON.parse(readFileSync(join(REPORTS, `${name}.json`), 'utf8'));
const verdictOf = (article: ArticleText): Verdict =>
  compareFingerprints(story, print(article)).verdict;

describe('the story that ships', () => {
  const names = readdirSync(REPORTS).map((file) => file.replace(/\.json$/, ''));

  it.each(names)('knows a report for what it is: %s', (name) => {
    const { kind, ...report } = read(name);
    expect(kind.split(' or ')).toContain(verdictOf(report));
  });

  it.each(names)('knows it without its day of publication: %s', (name) => {
    const { kind, published: _, ...report } = read(name);
    expect(kind.split(' or ')).toContain(verdictOf(report));
  });

  it.each([
    ['visit', '2020-04-20', 'same-story'],
    ['visit-2024', undefined, 'related'],
    ['football', undefined, 'different'],
  ])(
    'goes on for weeks, once it is followed, but not for years: %s',
    (name, later, is) => {
      const { kind: _, ...report } = read(name);
      const one = print({ ...report, published: later ?? report.published });
      const members = [{ articleId: null, fingerprint: story, trust: 1 }];
      const nothingSaid = { refused: [], isMember: false, said: null };
      const judged = judgeStory(one, { members, line: storyLine([]), ...nothingSaid });
      expect(judged.verdict).toBe(is);
    },
  );

  it('says why, in words that a reader can read', () => {
    const { reasons } = compareFingerprints(story, print(read('visit')));
    const labels = (kind: string) =>
      reasons.flatMap((reason) =>
        reason.kind === kind && 'labels' in reason ? reason.labels : [],
      );
    expect(labels('actors')).toEqual(
      expect.arrayContaining(['إسماعيل قأني', 'فيلق القدس', 'برهم صالح']),
    );
    expect(labels('places')).toContain('مطار بغداد');
    const { reasons: later } = compareFingerprints(story, print(read('visit-2024')));
    expect(later).toContainEqual({ kind: 'apart', days: 1418 });
  });

  it('holds reports of one story together, whichever was first', () => {
    const verdict = (one: string, other: string) =>
      compareFingerprints(print(read(one)), print(read(other))).verdict;
    expect(verdict('visit', 'escalation-en')).toBe('same-story');
    expect(verdict('patriot', 'escalation-en')).toBe('same-story');
    // Of one week, but one tells of the visit and one of the missiles.
    expect(['same-story', 'related']).toContain(verdict('visit', 'patriot'));
    expect(verdict('visit', 'visit-2024')).toBe('related');
    expect(verdict('escalation-en', 'football')).toBe('different');
  });
});

describe.skipIf(!existsSync(REFERENCE))(
  'the article that the story was made from',
  () => {
    const text = existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : '';
    const words = text.split(' ');
    const furniture =
      'الرئيسية أخبار عاجلة رياضة اقتصاد شارك الخبر على فيسبوك وتابعنا عبر نشرتنا البريدية لتصلك آخر المستجدات كل صباح';

    it.each([
      ['as it is', text],
      [
        'with edits',
        words.map((word, at) => (at % 30 === 11 ? 'وأضاف' : word)).join(' '),
      ],
      ['without its last paragraph', text.split('\n').slice(0, -1).join('\n')],
      ['its first 60 %', words.slice(0, Math.ceil(words.length * 0.6)).join(' ')],
      ['among a site’s words', `${furniture}\n${text}\n${furniture} ${furniture}`],
      ['in another spelling', text.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي')],
      ['by an agency’s name', text.replace(/موقع العربية/g, 'وكالات')],
    ])('is this article, republished: %s', (_, copy) => {
      expect(verdictOf({ title: 'عنوان آخر', text: copy })).toBe('same-text');
    });

    it('is the same story where a paywall shows its beginning', () => {
      const beginning = `${words.slice(0, 140).join(' ')}…`;
      expect(verdictOf({ title: 'عنوان آخر', text: beginning })).toBe('same-story');
    });

    it('has the terms and the sketch that ship: otherwise `npm run build:story` is due', () => {
      const { terms, sketch } = print({ title: '', text });
      expect({ terms, sketch }).toEqual({ terms: story.terms, sketch: story.sketch });
    });
  },
);
