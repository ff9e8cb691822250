import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveNote } from '@/storage/notes';
import { makeDraft, makeFacts, makeNote } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { ok } from '../core/model/result';
import { isCutOff, sendToBackground, sendToPage } from './client';

const request = { article: makeFacts(), note: makeDraft() };
const answer = ok({ note: makeNote() });

let transmit: ReturnType<typeof vi.fn>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  transmit = vi.fn();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(transmit as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(transmit as never);
});

afterEach(() => {
  vi.useRealTimers();
});

async function save(options = {}): Promise<unknown> {
  const reply = sendToBackground('save-note', request, options);
  await vi.runAllTimersAsync();
  return await reply;
}

/** What the browsers say when a worker is not there, or dies before it answers. */
const PASSING = [
  'Could not establish connection. Receiving end does not exist.',
  'The message port closed before a response was received.',
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  "Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved",
  'Promised response from onMessage listener went out of scope',
];

describe('sendToBackground', () => {
  it('sends the envelope and gives the reply', async () => {
    transmit.mockResolvedValue(answer);
    expect(await save()).toEqual(answer);
    expect(transmit).toHaveBeenCalledExactlyOnceWith({
      hawashi: 1,
      name: 'save-note',
      request,
    });
  });

  it.each(PASSING)('repeats after "%s"', async (message) => {
    transmit.mockRejectedValueOnce(new Error(message));
    transmit.mockRejectedValueOnce(new Error(message));
    transmit.mockResolvedValue(answer);
    expect(await save()).toEqual(answer);
    expect(transmit).toHaveBeenCalledTimes(3);
  });

  it.each([undefined, null, {}, { ok: 'yes' }, { ok: true }, 'x'])(
    'takes %j for no answer, and repeats',
    async (noAnswer) => {
      transmit.mockResolvedValueOnce(noAnswer);
      transmit.mockResolvedValue(answer);
      expect(await save()).toEqual(answer);
    },
  );

  it('repeats when no answer comes in time', async () => {
    transmit.mockReturnValueOnce(new Promise(() => {}));
    transmit.mockResolvedValue(answer);
    expect(await save()).toEqual(answer);
  });

  it('does not repeat what was answered with a failure', async () => {
    const failure = { ok: false, error: { code: 'storage-full', message: '' } };
    transmit.mockResolvedValue(failure);
    expect(await save()).toEqual(failure);
    expect(transmit).toHaveBeenCalledOnce();
  });

  it('gives up as unreachable, never by throwing', async () => {
    transmit.mockRejectedValue(new Error(PASSING[0]));
    expect(await save()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(transmit).toHaveBeenCalledTimes(6);
  });

  it('stops at once when the extension was updated', async () => {
    transmit.mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await save()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(transmit).toHaveBeenCalledOnce();
  });

  it('does not even try when it is cut off', async () => {
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = undefined as never;
    expect(isCutOff()).toBe(true);
    expect(await save()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(transmit).not.toHaveBeenCalled();
    fakeBrowser.runtime.id = id;
    expect(isCutOff()).toBe(false);
  });

  it('gives its failure also when sending throws at once', async () => {
    transmit.mockImplementation(() => {
      throw new TypeError('no such API');
    });
    expect(await save({ retryAfter: [] })).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
  });
});

describe('a worker that dies between writing and answering', () => {
  it('has the note once, however often it dies', async () => {
    vi.useRealTimers();
    const db = openTestDatabase();
    const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: 1 };
    let deaths = 4;
    transmit.mockImplementation(async ({ request: { note } }) => {
      const saved = await saveNote(db, note, keyed);
      if (deaths-- > 0) throw new Error(PASSING[1]);
      return ok({ note: saved });
    });
    const reply = await sendToBackground('save-note', request, {
      retryAfter: [1, 1, 1, 1],
    });
    expect(reply).toMatchObject({ ok: true, value: { note: makeDraft() } });
    expect(await db.notes.count()).toBe(1);
    expect(await db.articles.count()).toBe(1);
    expect(await db.versions.count()).toBe(0);
  });
});

describe('sendToPage', () => {
  it('asks the top frame of the tab, once', async () => {
    transmit.mockRejectedValue(new Error(PASSING[0]));
    const reply = sendToPage(3, 'jump-to-note', { noteId: 'x' });
    await vi.runAllTimersAsync();
    expect(await reply).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    const message = { hawashi: 1, name: 'jump-to-note', request: { noteId: 'x' } };
    expect(transmit).toHaveBeenCalledExactlyOnceWith(3, message, { frameId: 0 });
  });
});
