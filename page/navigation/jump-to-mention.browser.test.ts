import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mention } from '@/core/model/mention';
import { NOTHING_MARKED, type Reading } from '../reading';
import { buildTextModel } from '../text/text-model';
import { createMentionJumps } from './jump-to-mention';

const ID = 'text/place/baghdad';
let reading: Reading;

beforeEach(() => {
  document.body.innerHTML = Array.from(
    { length: 4 },
    (_, at) => `<p style="margin-bottom: 1500px">${at}: Baghdad</p>`,
  ).join('');
  read();
  scrollTo({ top: 0, behavior: 'instant' });
});

afterEach(() => document.body.replaceChildren());

function read(): void {
  const model = buildTextModel(
    [...document.querySelectorAll('p')].map((element) => ({
      element,
      role: 'body',
      skip: new Set<Element>(),
    })),
  );
  const mentions = [...model.text.matchAll(/Baghdad/g)].map(
    ({ index }): Mention => ({
      start: index,
      end: index + 7,
      surface: 'Baghdad',
      kind: 'place',
      entityId: ID,
      score: 1,
    }),
  );
  reading = {
    facts: {
      url: 'https://a.example/',
      title: '',
      siteName: '',
      lang: 'en',
      wordCount: 1,
    },
    model,
    recognition: {
      lang: 'en',
      mentions,
      entities: [{ id: ID, kind: 'place', names: { en: 'Baghdad' }, source: 'text' }],
    },
    entities: [],
    articleId: null,
    notes: [],
    carried: [],
    encounter: null,
    marked: NOTHING_MARKED,
  };
}

describe('jumping from mention to mention', () => {
  test('goes round in both directions', () => {
    const jumps = createMentionJumps(document);
    const steps = [
      'next',
      'next',
      'next',
      'next',
      'next',
      'previous',
      'previous',
      'first',
    ];
    const indexes = steps.map(
      (step) => jumps.jump(reading, ID, step as 'next' | 'previous' | 'first')?.index,
    );
    expect(indexes).toEqual([0, 1, 2, 3, 0, 3, 2, 0]);
    expect(createMentionJumps(document).jump(reading, ID, 'previous')?.index).toBe(3);
  });

  test('starts from where the reader is', () => {
    const jumps = createMentionJumps(document);
    jumps.standAt(ID, 2);
    expect(jumps.jump(reading, ID, 'next')).toMatchObject({ index: 3, count: 4 });
  });

  test('brings the words into the viewport', () => {
    const jumps = createMentionJumps(document);
    for (const step of ['previous', 'first'] as const) {
      const hit = jumps.jump(reading, ID, step)?.hit;
      const rect = hit?.words.getClientRects()[0];
      expect(rect?.top).toBeGreaterThanOrEqual(0);
      expect(rect?.bottom).toBeLessThanOrEqual(innerHeight);
    }
  });

  test('brings words inside a scrolling box into view', () => {
    document.body.innerHTML =
      '<div id="box" style="height: 200px; overflow: auto"><div style="height: 900px"></div><p>Baghdad</p></div>';
    read();
    const hit = createMentionJumps(document).jump(reading, ID, 'first')?.hit;
    const box = document.getElementById('box')?.getBoundingClientRect();
    const rect = hit?.words.getClientRects()[0];
    expect(rect?.top).toBeGreaterThanOrEqual(box?.top ?? Infinity);
    expect(rect?.bottom).toBeLessThanOrEqual(box?.bottom ?? -Infinity);
  });

  test('counts words that the page has folded away, but has nothing to show', () => {
    const folded = document.querySelectorAll('p')[1] as HTMLElement;
    folded.style.display = 'none';
    const jumps = createMentionJumps(document);
    jumps.standAt(ID, 0);
    expect(jumps.jump(reading, ID, 'next')).toEqual({ index: 1, count: 4, hit: null });
  });

  test('has nowhere to go for a name that is not there any more', () => {
    const jumps = createMentionJumps(document);
    expect(jumps.jump(reading, 'text/place/basra', 'next')).toBeNull();
    jumps.standAt(ID, 9);
    expect(jumps.jump(reading, ID, 'next')?.index).toBe(0);
  });
});
