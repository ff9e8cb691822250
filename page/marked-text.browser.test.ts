/** What is known of an article, and what of it is marked in its text. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describePassage } from '@/core/anchoring/describe-passage';
import type { Encounter } from '@/core/model/story';
import { makeNote } from '@/test/make-note';
import { createReader, type Reader } from './pipeline';
import type { ReaderPorts } from './reader-ports';

const HEADLINE = 'Delegation reaches the capital for talks on water and power';
const PARAGRAPHS = [
  'The delegation reached Baghdad on Monday evening for its first official visit in years, and met members of the government and of parliament.',
  'A spokesman said that the talks between all sides would go on, and that more meetings would be held in the capital and in towns of the south.',
  'He added that they had spoken of the economy, of security and of services, and that a committee would follow what was agreed over the next month.',
  'The visit comes after weeks of tension, while activists called for new protests to demand jobs and a better supply of power and clean water.',
];
const ENCOUNTER: Encounter = {
  ...{
    unrecorded: null,
    lastReadAt: 5,
    timesRead: 1,
    changes: { added: [], changed: [], removed: [] },
  },
  ...{ copies: [], sameStory: [], related: [], stories: [], carried: [] },
};

let reader: Reader<string>;
let ports: ReaderPorts<string>;
const startUrl = location.href;

beforeEach(() => {
  ports = {
    document,
    now: () => performance.now(),
    async recognise(text) {
      const start = text.indexOf('Baghdad');
      const id = 'text/place/baghdad';
      const mention = { start, end: start + 7, surface: 'Baghdad', entityId: id };
      const entity = { id, names: { en: 'Baghdad' }, source: 'text' as const };
      return {
        ok: true,
        value: {
          lang: 'en',
          mentions: [{ ...mention, kind: 'place', score: 1 }],
          entities: [{ ...entity, kind: 'place' }],
        },
      };
    },
    openArticle: async () => ({ ok: true, value: { articleId: 'article-1', notes: [] } }),
    meetArticle: vi.fn(async () => ({ ok: true as const, value: ENCOUNTER })),
    onEncounter: vi.fn(),
    onPlaced: vi.fn(),
    onUnkept: () => {},
    onNavigate: () => {},
  };
  history.replaceState(null, '', '/news/2020/4/2/first-report-of-the-day');
  const article = document.createElement('article');
  for (const [at, text] of [HEADLINE, ...PARAGRAPHS].entries()) {
    const block = article.appendChild(document.createElement(at === 0 ? 'h1' : 'p'));
    block.textContent = text;
  }
  document.body.replaceChildren(article);
  document.title = HEADLINE;
  reader = createReader(ports);
});

afterEach(() => {
  reader.stop();
  document.body.replaceChildren();
  history.replaceState(null, '', startUrl);
});

function painted(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((part) => {
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    return range.toString();
  });
}

function spanOf(words: string): { start: number; end: number } {
  const start = reader.reading()?.model.text.indexOf(words) ?? -1;
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

function firstParagraph(): Element {
  return document.querySelector('p') as Element;
}

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 8_000, interval: 20 });
const met = () => until(() => expect(reader.report().encounter).not.toBeNull());

test('an article is met with its text and names, once it is remembered, and reported', async () => {
  expect(reader.report().encounter).toBeNull();
  reader.start();
  await met();
  expect(reader.report().encounter).toEqual(ENCOUNTER);
  const [reading] = vi.mocked(ports.meetArticle).mock.calls[0] ?? [];
  expect(reading).toMatchObject({ articleId: 'article-1' });
  expect(reading?.model.text).toContain(PARAGRAPHS[3]);
  expect(reading?.recognition.mentions).toHaveLength(1);
  expect(ports.onEncounter).toHaveBeenCalledExactlyOnceWith(ENCOUNTER);
  reader.stop();
  expect(reader.report().encounter).toBeNull();
});

test('an article that is not remembered is met all the same', async () => {
  ports.openArticle = vi.fn(async () => ({
    ok: true as const,
    value: { articleId: null, notes: [] },
  }));
  reader.start();
  await met();
  // Nodes exchanged for others with the same words are no reason to ask again.
  firstParagraph().textContent = PARAGRAPHS[0] ?? '';
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(ports.openArticle).toHaveBeenCalledOnce();
  expect(ports.meetArticle).toHaveBeenCalledOnce();
  reader.meetAgain();
  await until(() => expect(ports.openArticle).toHaveBeenCalledTimes(2));
});

test('marks lie beside the names, each kind until it is set anew', async () => {
  reader.start();
  await met();
  const before = document.documentElement.outerHTML;
  reader.setTextMarks({
    read: [spanOf('The delegation reached Baghdad on Monday evening')],
    fresh: [spanOf('A spokesman said'), spanOf('clean water')],
  });
  reader.setTextMarks({ added: [spanOf('He added')], changed: [spanOf('weeks')] });
  expect(painted('hw-read')).toEqual([
    'The delegation reached Baghdad on Monday evening',
  ]);
  // A block that had no marks is looked for in the viewport first.
  await until(() =>
    expect(painted('hw-fresh')).toEqual(['A spokesman said', 'clean water']),
  );
  expect([painted('hw-added'), painted('hw-changed')]).toEqual([['He added'], ['weeks']]);
  expect(painted('hw-place')).toEqual(['Baghdad']);
  const priority = (name: string) => CSS.highlights.get(name)?.priority ?? -1;
  expect(priority('hw-place')).toBeGreaterThan(priority('hw-read'));
  reader.setTextMarks({ read: [], fresh: [] });
  expect([painted('hw-read'), painted('hw-fresh')]).toEqual([[], []]);
  expect(painted('hw-added')).toEqual(['He added']);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a new text has no marks, and is met anew; where it changed is not known until then', async () => {
  reader.start();
  await met();
  reader.setTextMarks({ read: [spanOf('A spokesman said')] });
  let answer = (): void => {};
  vi.mocked(ports.meetArticle).mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { ...ENCOUNTER, lastReadAt: 7 } });
      }),
  );
  firstParagraph().textContent = `Update. ${PARAGRAPHS[0]}`;
  await until(() => expect(reader.reading()?.model.text).toContain('Update.'));
  expect(painted('hw-read')).toEqual([]);
  expect(reader.report().encounter).toEqual({ ...ENCOUNTER, changes: null });
  await until(() => expect(ports.meetArticle).toHaveBeenCalledTimes(2));
  answer();
  await until(() => expect(reader.report().encounter?.lastReadAt).toBe(7));
  expect(ports.onEncounter).toHaveBeenCalledTimes(2);
});

test('is met again when the history changed', async () => {
  reader.start();
  await met();
  reader.meetAgain();
  await until(() => expect(ports.onEncounter).toHaveBeenCalledTimes(2));
});

test('offered notes have a line in their colour where their words stand, and find them again', async () => {
  reader.start();
  await met();
  const { start, end } = spanOf('talks between all sides');
  const text = reader.reading()?.model.text ?? '';
  const selector = describePassage(text, start, end);
  const note = makeNote({ colour: 'pink', target: { type: 'passage', selector } });
  await reader.setCarried([note]);
  await until(() =>
    expect(painted('hw-carried-pink')).toEqual(['talks between all sides']),
  );
  expect(reader.reading()?.carried[0]?.anchor?.status).toBe('anchored');
  // Offered is not kept.
  expect(reader.report().notes).toEqual([]);
  firstParagraph().textContent = `Update. ${PARAGRAPHS[0]}`;
  await until(() => expect(reader.reading()?.model.text).toContain('Update.'));
  await until(() =>
    expect(painted('hw-carried-pink')).toEqual(['talks between all sides']),
  );
  await reader.setCarried([]);
  expect(painted('hw-carried-pink')).toEqual([]);
});

test('without highlights all is known, and nothing breaks', async () => {
  vi.stubGlobal('Highlight', undefined);
  try {
    reader = createReader(ports);
    reader.start();
    await met();
    reader.setTextMarks({ read: [spanOf('A spokesman said')] });
    expect(reader.report()).toMatchObject({
      state: 'reading-unpainted',
      encounter: ENCOUNTER,
    });
    expect(CSS.highlights.size).toBe(0);
  } finally {
    vi.unstubAllGlobals();
  }
});
