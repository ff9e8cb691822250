import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeDraft, makeFacts, makeNote, NOTE_ID, THEN } from '@/test/make-note';
import { ok } from '../core/model/result';
import { type BackgroundHandlers, serveBackground, servePage } from './serve';

type Listener = (
  message: unknown,
  sender: object,
  sendResponse: (reply: unknown) => void,
) => unknown;

const EXTENSION = 'test-extension-id';
const POPUP = { id: EXTENSION, url: `chrome-extension://${EXTENSION}/popup.html` };
const SITE = {
  id: EXTENSION,
  url: 'https://www.example.com/front',
  frameId: 0,
  tab: { id: 7 },
};

const nothing = { lang: 'ar', mentions: [], entities: [] };
let handlers: { [Name in keyof BackgroundHandlers]: ReturnType<typeof vi.fn> };
let listener: Listener;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(
    (path: string) => `chrome-extension://${EXTENSION}${path}`,
  );
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (added: unknown) => {
      listener = added as Listener;
    },
  );
  fakeBrowser.runtime.id = EXTENSION;
  handlers = {
    recognise: vi.fn(() => ok(nothing)),
    'open-article': vi.fn(() => ok({ articleId: 'a', notes: [], firstOpenedAt: THEN })),
    'list-notes': vi.fn(() => ok({ notes: [] })),
    'save-note': vi.fn(() => Promise.resolve(ok({ note: makeNote() }))),
    'set-note-deleted': vi.fn(() => ok({ note: makeNote() })),
    'list-versions': vi.fn(() => ok({ versions: [] })),
    'change-notes': vi.fn(() => ok({ changed: 1 })),
    'purge-notes': vi.fn(() => ok({ purged: 1 })),
    'keep-review': vi.fn(() => ok({})),
    'keep-review-settings': vi.fn(() => ok({})),
    'entity-history': vi.fn(() => ok({ articles: 0, mentions: 0, firstSeenAt: null })),
    'bring-margin': vi.fn(() => ok({})),
    'leave-article': vi.fn(() => ok({})),
    'meet-article': vi.fn(() => ok({})),
    'explain-likeness': vi.fn(() => ok({})),
    'correct-likeness': vi.fn(() => ok({})),
    'follow-story': vi.fn(() => ok({})),
    'change-story': vi.fn(() => ok({})),
    'find-read-sentences': vi.fn(() => ok({ read: [] })),
    'refuse-carried': vi.fn(() => ok({})),
    'keep-places': vi.fn(() => ok({})),
    'forget-history': vi.fn(() => ok({ articles: 0 })),
    'undo-forgetting': vi.fn(() => ok({ articles: 0 })),
    'back-up-now': vi.fn(() => ok({})),
    'restore-backup': vi.fn(() => ok({ added: 0, changed: 0, same: 0 })),
    'bring-back': vi.fn(() => ok({ added: 0, changed: 0, same: 0 })),
    'undo-bringing-back': vi.fn(() => ok({ notes: 0 })),
  };
  serveBackground(handlers as unknown as BackgroundHandlers);
});

/** The reply to a message, or `silence` when the listener does not take it. */
function ask(message: unknown, sender: object = SITE): Promise<unknown> {
  return new Promise((resolve) => {
    if (listener(message, sender, resolve) !== true) resolve('silence');
  });
}

const send = (name: string, request: unknown, sender: object = SITE) =>
  ask({ hawashi: 1, name, request }, sender);

const save = (changes: object, sender: object = SITE) =>
  send(
    'save-note',
    { article: makeFacts(), note: { ...makeDraft(), ...changes } },
    sender,
  );

const refused = { ok: false, error: { code: 'bad-message' } };

describe('serveBackground', () => {
  it('lets nothing go for good that a page asks for', async () => {
    const request = { what: { all: true }, at: THEN };
    expect(await send('purge-notes', request)).toMatchObject(refused);
    expect(handlers['purge-notes']).not.toHaveBeenCalled();
    const edits = { edits: [{ noteId: NOTE_ID, deleted: true }], at: THEN };
    expect(await send('change-notes', edits)).toMatchObject(refused);
    expect(handlers['change-notes']).not.toHaveBeenCalled();
  });

  it('hands a valid request to its handler, with the tab and the page it came from', async () => {
    expect(await save({})).toEqual(ok({ note: makeNote() }));
    const request = { article: makeFacts(), note: makeDraft() };
    expect(handlers['save-note']).toHaveBeenCalledWith(request, {
      tabId: 7,
      documentId: null,
      incognito: false,
    });
    await send('bring-margin', { tabId: 8 }, { ...SITE, documentId: 'D1' });
    const page = { tabId: 7, documentId: 'D1', incognito: false };
    expect(handlers['bring-margin']).toHaveBeenCalledExactlyOnceWith({}, page);
  });

  it('is silent to messages that are not ours', async () => {
    for (const message of [
      null,
      'x',
      {},
      { hawashi: 2, name: 'recognise', request: {} },
    ]) {
      expect(await ask(message)).toBe('silence');
    }
    const message = { hawashi: 1, name: 'recognise', request: { text: 'x' } };
    expect(await ask(message, { ...SITE, id: 'another-extension' })).toBe('silence');
  });

  it.each(['', 'no-such-message', 'constructor', '__proto__', 'describe-page'])(
    'refuses the name "%s"',
    async (name) => {
      expect(await send(name, {})).toMatchObject(refused);
    },
  );

  it.each([
    ['a body that is no text', { body: { toString: 'x' } }],
    ['a body without end', { body: 'x'.repeat(2_000_001) }],
    ['an id that is none', { id: '../../etc' }],
    ['an unknown colour', { colour: 'url(javascript:alert(1))' }],
    ['a time that is none', { updatedAt: Number.NaN }],
    ['a time before all times', { createdAt: -1 }],
    ['too many tags', { tags: Array(1_001).fill('x') }],
    ['an unknown target', { target: { type: 'element' } }],
    [
      'a selector the wrong way round',
      {
        target: {
          type: 'passage',
          selector: { exact: '', prefix: '', suffix: '', start: 5, end: 4 },
        },
      },
    ],
  ])('refuses %s', async (_, changes) => {
    expect(await save(changes)).toMatchObject(refused);
    expect(handlers['save-note']).not.toHaveBeenCalled();
  });

  it('takes long notes and unpaired surrogates as they are', async () => {
    const body = `${'ك'.repeat(100_000)}\ud800`;
    await save({ body });
    const [request] = handlers['save-note'].mock.calls[0] ?? [];
    expect(request.note.body).toBe(body);
  });

  it('clips what only describes the page: an absurd title costs no note', async () => {
    const article = makeFacts({ title: 'ع'.repeat(1_000_000) });
    const reply = await send('save-note', { article, note: makeDraft() });
    expect(reply).toMatchObject({ ok: true });
    const [request] = handlers['save-note'].mock.calls[0] ?? [];
    expect(request.article.title).toHaveLength(2_000);
  });

  it('keeps where a passage stood in the page, within bounds, and needs no such thing', async () => {
    const place = { exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
    const target = (more: object) => ({
      target: { type: 'passage', selector: { ...place, ...more } },
    });
    await save(target({}));
    await save(target({ path: 'p'.repeat(9_999), block: 'b'.repeat(9_999) }));
    const saved = handlers['save-note'].mock.calls.map(([request]) => request.note);
    expect(saved[0]).toMatchObject(target({}));
    expect(saved[1]).toMatchObject(
      target({ path: 'p'.repeat(1_000), block: 'b'.repeat(100) }),
    );
  });

  it('takes a missing field that Firefox sends as undefined', async () => {
    const article = { ...makeFacts(), byline: undefined };
    expect(await send('list-notes', { article })).toEqual(ok({ notes: [] }));
  });

  it('opens an article without the entities that are none', async () => {
    const entity = { id: 'a', kind: 'person', names: { ar: 'أ' }, source: 'text' };
    const entities = [
      { entity, count: 2 },
      { entity: { ...entity, kind: 'dragon' }, count: 1 },
      { entity: { ...entity, id: 'x'.repeat(3_000) }, count: 1 },
      { entity, count: -1 },
      null,
    ];
    const visitId = NOTE_ID;
    const reply = await send('open-article', { article: makeFacts(), visitId, entities });
    expect(reply).toMatchObject({ ok: true });
    const [request] = handlers['open-article'].mock.calls[0] ?? [];
    expect(request.entities).toEqual([{ entity, count: 2 }]);
  });

  it('drops fields that the protocol does not have', async () => {
    await save({ deletedAt: 5, articleId: 'another', injected: true });
    const [request] = handlers['save-note'].mock.calls[0] ?? [];
    expect(request.note).toEqual(makeDraft());
  });

  it('lets a page speak for its own site only, an extension page for any', async () => {
    const article = makeFacts({ url: 'https://www.other.com/secret' });
    expect(await send('list-notes', { article })).toMatchObject(refused);
    expect(await send('list-notes', { article }, POPUP)).toEqual(ok({ notes: [] }));
    const lookalike = { ...SITE, url: 'https://www.other.com.evil.com/' };
    expect(await send('list-notes', { article }, lookalike)).toMatchObject(refused);
  });

  it('answers the top frame only', async () => {
    expect(await save({}, { ...SITE, frameId: 3 })).toMatchObject(refused);
  });

  it('answers a failure when the handler throws, now or later', async () => {
    const bug = new TypeError('x is undefined');
    for (const recognise of [
      () => {
        throw bug;
      },
      () => Promise.reject(bug),
    ]) {
      handlers.recognise.mockImplementationOnce(recognise);
      expect(await send('recognise', { text: 'x' })).toEqual({
        ok: false,
        error: { code: 'unexpected', message: 'TypeError: x is undefined' },
      });
    }
  });

  it('says what is wrong without repeating what the reader wrote', async () => {
    const reply = await save({ body: 7, tags: ['secret'.repeat(200)] });
    expect(JSON.stringify(reply)).toContain('note.tags.0');
    expect(JSON.stringify(reply)).not.toContain('secret');
  });

  it('does not mind when nobody waits for the answer any more', async () => {
    const gone = () => {
      throw new Error('the port is closed');
    };
    const request = { noteId: NOTE_ID, deleted: true, at: THEN };
    const message = { hawashi: 1, name: 'set-note-deleted', request };
    expect(listener(message, SITE, gone)).toBe(true);
    await vi.waitFor(() => expect(handlers['set-note-deleted']).toHaveBeenCalled());
  });
});

describe('servePage', () => {
  const page = { 'jump-to-note': vi.fn(() => ok({ found: true })) };
  const start = (signal?: AbortSignal) => servePage(page as never, signal);
  const jump = { noteId: NOTE_ID };

  it('obeys the extension, not another content script', async () => {
    start();
    expect(await send('jump-to-note', jump, POPUP)).toEqual(ok({ found: true }));
    expect(await send('jump-to-note', jump, { id: EXTENSION })).toEqual(
      ok({ found: true }),
    );
    expect(await send('jump-to-note', jump, SITE)).toMatchObject(refused);
  });

  it('does not answer what the background is asked', async () => {
    start();
    expect(await send('recognise', { text: 'x' }, POPUP)).toMatchObject(refused);
  });

  it.each([
    ['jump-to-note', { noteId: 'none' }],
    ['jump-to-note', null],
    ['jump-to-mention', { entityId: 'x', step: 'sideways' }],
    ['jump-to-mention', { entityId: 'x', step: -1 }],
    ['jump-to-mention', { entityId: 'x', step: 1.5 }],
    ['jump-to-mention', { entityId: 'x'.repeat(2_001), step: 'next' }],
    ['jump-to-mention', { entityId: 5, step: 'next' }],
    ['settle-note', { noteId: NOTE_ID, answer: 'perhaps' }],
    ['settle-note', { answer: 'here' }],
    ['relink-note', { noteId: 'none' }],
    ['notes-changed', {}],
    ['toString', {}],
  ])('refuses %s with %j', async (name, request) => {
    start();
    expect(await send(name, request, POPUP)).toMatchObject(refused);
  });

  it('hands over the fields of the protocol and no others', async () => {
    const jumpToMention = vi.fn(() => ok({ index: 0, count: 1 }));
    servePage({ 'jump-to-mention': jumpToMention } as never);
    const request = { entityId: 'per/one', step: 'next' };
    await send('jump-to-mention', { ...request, more: 1 }, POPUP);
    expect(jumpToMention).toHaveBeenCalledWith(request, {
      tabId: null,
      documentId: null,
      incognito: false,
    });
  });

  it('stops when it is told to', () => {
    const remove = vi.spyOn(fakeBrowser.runtime.onMessage, 'removeListener');
    const stop = new AbortController();
    start(stop.signal);
    expect(remove).not.toHaveBeenCalled();
    stop.abort();
    expect(remove).toHaveBeenCalledWith(listener);
  });
});
