import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '@/core/model/result';
import type { TextSpan } from '@/core/model/selector';
import type { StoryMeeting } from '@/core/model/story';
import { createNewMarker, type NewMarker } from '@/entrypoints/reader.content/mark-new';
import { NOTHING_MARKED, type Reading, type TextMarks } from '@/page/reading';
import { makeEncounter, makeMeeting, makeStory } from '@/test/make-encounter';
import { makeFacts } from '@/test/make-note';

const TEXT = 'Headline.\n\nWas read. Is new.';
const READ: TextSpan = { start: 11, end: 20 };
const FRESH: TextSpan = { start: 21, end: 28 };

const transmit = vi.fn();
let reading: Reading | null;
let marked: Partial<TextMarks>[];
let marker: NewMarker;

function show(text: string, ...stories: StoryMeeting[]): void {
  const blocks = [
    { block: { role: 'headline' }, start: 0, end: 9 },
    { block: { role: 'body' }, start: 11, end: text.length },
  ];
  reading = {
    facts: makeFacts(),
    model: { text, blocks } as unknown as Reading['model'],
    recognition: { lang: 'en', mentions: [], entities: [] },
    ...{ entities: [], articleId: 'article-1', notes: [], carried: [] },
    ...{ encounter: makeEncounter({ stories }), marked: NOTHING_MARKED },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = 'test-extension-id';
  transmit.mockReset().mockResolvedValue(ok({ read: [READ] }));
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(transmit as never);
  marked = [];
  show(TEXT, makeMeeting());
  marker = createNewMarker({
    reading: () => reading,
    setTextMarks: (marks) => marked.push(marks),
  });
});

const last = () => marked.at(-1);
const settled = () => vi.waitFor(() => expect(marked.length).toBeGreaterThan(0));

it('asks for nothing until the reader wants it, and then marks the story they follow', async () => {
  await marker.mark();
  expect(transmit).not.toHaveBeenCalled();
  marked = [];
  marker.want(true);
  await settled();
  expect(transmit.mock.calls[0]?.[0]).toMatchObject({
    name: 'find-read-sentences',
    request: { storyId: makeStory().id, article: makeFacts(), text: TEXT },
  });
  expect(last()).toEqual({ read: [READ], fresh: [FRESH] });
  marker.want(false);
  expect(last()).toEqual({ read: [], fresh: [] });
});

it('marks nothing as new where nothing was read before', async () => {
  transmit.mockResolvedValue(ok({ read: [] }));
  marker.want(true);
  await settled();
  expect(last()).toEqual({ read: [], fresh: [] });
});

it.each<[string, StoryMeeting[]]>([
  ['no story', []],
  ['a story that is only related', [makeMeeting({ verdict: 'related' })]],
  [
    'a story that is followed no more',
    [makeMeeting({ story: makeStory({ followed: false }) })],
  ],
])('leaves an article of %s as it is', async (_, stories) => {
  show(TEXT, ...stories);
  marker.want(true);
  await settled();
  expect(transmit).not.toHaveBeenCalled();
  expect(last()).toEqual({ read: [], fresh: [] });
});

it('puts no marks of one text into another, nor any after they are no longer wanted', async () => {
  let answer = (): void => {};
  transmit.mockImplementation(
    () => new Promise((resolve) => (answer = () => resolve(ok({ read: [READ] })))),
  );
  marker.want(true);
  await vi.waitFor(() => expect(transmit).toHaveBeenCalled());
  show(`${TEXT} More.`, makeMeeting());
  answer();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(marked).toEqual([]);

  const again = marker.mark();
  await vi.waitFor(() => expect(transmit).toHaveBeenCalledTimes(2));
  show(`${TEXT} More.`);
  await marker.mark();
  answer();
  await again;
  expect(marked).toEqual([{ read: [], fresh: [] }]);
});

it('leaves the text as it is when it cannot be told', async () => {
  transmit.mockResolvedValue(fail({ code: 'storage-unavailable', message: 'no' }));
  marker.want(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(marked).toEqual([]);
});
