import { beforeEach, describe, expect, test } from 'vitest';
import { describePassage } from '@/core/anchoring/describe-passage';
import type { Note } from '@/core/model/note';
import { makeNote, NOTE_ID, OTHER_NOTE_ID } from '@/test/make-note';
import { keepPlaces, type PlaceKeeper, type Places } from './keep-places';

const TEXT =
  'The delegation arrived in the capital on Monday evening.\n\nTalks about water and power went on late into the night.';
const SHUFFLED =
  'Late in the night there was still no word of it.\n\n“Talks about water and power”, it was called by the ministry.\n\nWater and power were short.';

let text: string | null;
let isCut: boolean;
let placed: Places[];
let keeper: PlaceKeeper;

beforeEach(() => {
  text = TEXT;
  isCut = false;
  placed = [];
  keeper = keepPlaces(
    () => (text === null ? null : { text, isCut }),
    (places) => placed.push(places),
  );
});

function noteOn(id: string, quote: string, change: Partial<Note> = {}): Note {
  const start = TEXT.indexOf(quote);
  const selector = describePassage(TEXT, start, start + quote.length);
  return makeNote({ id, target: { type: 'passage', selector }, ...change });
}

const own = noteOn(NOTE_ID, 'the capital');
const carried = noteOn(OTHER_NOTE_ID, 'Talks about water and power');

function words(places: Places | undefined, of: keyof Places) {
  return places?.[of].map(({ note, anchor }) => [
    note.id,
    anchor?.status,
    text?.slice(anchor?.start ?? 0, anchor?.end ?? 0),
  ]);
}

describe('places of notes', () => {
  test('are those of the text, of each kind apart', async () => {
    await keeper.set({ notes: [makeNote({ deletedAt: 1 }), own] });
    await keeper.set({ carried: [carried] });
    expect(words(placed[0], 'notes')).toEqual([[own.id, 'anchored', 'the capital']]);
    expect(placed[1]?.notes).toEqual(placed[0]?.notes);
    expect(words(placed[1], 'carried')).toEqual([
      [carried.id, 'anchored', 'Talks about water and power'],
    ]);
  });

  test('are found again in another text, and only the last question is answered', async () => {
    await keeper.set({ notes: [own] });
    text = `Update. ${TEXT}`;
    await Promise.all([keeper.find(), keeper.find()]);
    expect(placed).toHaveLength(2);
    expect(words(placed[1], 'notes')).toEqual([[own.id, 'anchored', 'the capital']]);
  });

  test('say why there is none, and are found again when the text is whole', async () => {
    text = 'The delegation arrived.';
    isCut = true;
    await keeper.set({ notes: [carried], carried: [{ ...carried, id: NOTE_ID }] });
    expect(placed[0]?.notes[0]?.anchor).toMatchObject({ reason: 'paywall' });
    text = TEXT;
    isCut = false;
    await keeper.find();
    expect(placed[1]?.notes[0]?.anchor?.status).toBe('anchored');
  });

  test('of offered notes are where their words stand once, whatever is around them', async () => {
    text = SHUFFLED;
    const short = noteOn('33333333-3333-4333-8333-333333333333', 'the night');
    const same = { ...carried, id: NOTE_ID };
    await keeper.set({ notes: [same], carried: [carried, short] });
    expect(words(placed[0], 'notes')).toEqual([[same.id, 'orphan', '']]);
    expect(words(placed[0], 'carried')).toEqual([
      [carried.id, 'probable', 'Talks about water and power'],
      [short.id, 'orphan', ''],
    ]);
    text = `${SHUFFLED} Talks about water and power`;
    await keeper.find();
    expect(words(placed[1], 'carried')?.[0]).toEqual([carried.id, 'orphan', '']);
  });

  test('are not asked for without a text, nor given once it is forgotten', async () => {
    text = null;
    await keeper.set({ notes: [own] });
    text = TEXT;
    await keeper.find();
    expect(placed).toEqual([{ notes: [], carried: [] }]);
    const late = keeper.set({ notes: [own] });
    keeper.forget();
    await late;
    expect(placed).toHaveLength(1);
  });
});
