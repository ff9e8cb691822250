/**
 * The receiving side: checks the sender, validates the request, calls the
 * handler, and answers with a `Reply` whatever happens.
 */
import { browser } from 'wxt/browser';
import { fail } from '../core/model/result';
import { openEnvelope, type RequestCheck } from './envelope';
import type {
  BackgroundMessageName,
  BackgroundMessages,
  Failure,
  PageMessageName,
  PageMessages,
  Reply,
} from './protocol';
import { checkBackgroundRequest } from './validate';
import { checkPageRequest } from './validate-page';

/** Who asks. */
export interface Sender {
  /** The tab of the content script or extension page; null for a popup. */
  tabId: number | null;
  /** The browser's id of the page, which the next page in the tab does not share; null where it tells none. */
  documentId: string | null;
  /** Of, or for, a private window: nothing that is read or written there reaches the disk. */
  incognito: boolean;
}

type Handler<Request, Answer> = (
  request: Request,
  sender: Sender,
) => Reply<Answer> | PromiseLike<Reply<Answer>>;

export type BackgroundHandlers = {
  [Name in BackgroundMessageName]: Handler<
    BackgroundMessages[Name]['request'],
    BackgroundMessages[Name]['reply']
  >;
};

export type PageHandlers = {
  [Name in PageMessageName]: Handler<
    PageMessages[Name]['request'],
    PageMessages[Name]['reply']
  >;
};

/** Answers the messages of content scripts and extension pages. Call it synchronously as the worker starts. */
export function serveBackground(handlers: BackgroundHandlers): void {
  browser.runtime.onMessage.addListener(
    createListener(checkBackgroundRequest, handlers, checkPageSpeaksForItself),
  );
}

/** Answers the messages of the background and of extension pages, until `signal` aborts. */
export function servePage(handlers: PageHandlers, signal?: AbortSignal): void {
  if (signal?.aborted) return;
  const listener = createListener(checkPageRequest, handlers, checkIsExtension);
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener(
    'abort',
    () => {
      // After an update of the extension the API is gone, and the listener with it.
      browser.runtime?.onMessage?.removeListener(listener);
    },
    { once: true },
  );
}

interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; incognito?: boolean | undefined } | undefined;
}

/** Returns what is wrong with the sender, or null. */
type SenderCheck = (request: unknown, sender: RawSender, name: string) => string | null;

type AnyHandlers = Record<string, Handler<never, unknown>>;

type Listener = (
  message: unknown,
  sender: RawSender,
  sendResponse: (reply: unknown) => void,
) => true | undefined;

/**
 * Answers through `sendResponse` and `return true`: the one way that Chrome,
 * Firefox and the polyfill all have.
 */
function createListener(
  checkRequest: RequestCheck,
  handlers: AnyHandlers,
  checkSender: SenderCheck,
): Listener {
  return (message, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id) return;
    const envelope = openEnvelope(message);
    if (envelope === null) return;
    answer(checkRequest, handlers, checkSender, envelope, sender)
      .catch((error: unknown) => fail(unexpected(error)))
      .then(sendResponse)
      // Nobody is left to answer to: the sender repeats what it still needs.
      .catch(() => {});
    return true;
  };
}

async function answer(
  checkRequest: RequestCheck,
  handlers: AnyHandlers,
  checkSender: SenderCheck,
  { name, request, isPrivate }: { name: string; request: unknown; isPrivate: boolean },
  sender: RawSender,
): Promise<Reply<unknown>> {
  const refuse = (why: string) => fail(badMessage(`${name.slice(0, 60)}: ${why}`));
  const checked = checkRequest(name, request);
  if (!checked.ok) return refuse(checked.error);
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler === undefined) return refuse('nobody handles it');
  const objection = checkSender(checked.value, sender, name);
  if (objection !== null) return refuse(objection);
  return await handler(checked.value as never, {
    tabId: sender.tab?.id ?? null,
    documentId: sender.documentId ?? null,
    // Our own pages are no private page themselves, in whatever window they stand.
    incognito: isExtensionPage(sender) ? isPrivate : sender.tab?.incognito === true,
  });
}

function badMessage(message: string): Failure {
  return { code: 'bad-message', message };
}

function unexpected(error: unknown): Failure {
  return {
    code: 'unexpected',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

function isExtensionPage(sender: RawSender): boolean {
  // A worker has no address in some browsers, but it has no tab either.
  if (sender.url === undefined) return sender.tab === undefined;
  return sender.url.startsWith(browser.runtime.getURL('/'));
}

/** Many notes are changed, what was kept is let go, and what was lost brought back, on the word of our own pages only. */
const NOT_FOR_PAGES: ReadonlySet<string> = new Set<BackgroundMessageName>([
  'forget-history',
  'undo-forgetting',
  'change-notes',
  'purge-notes',
  'keep-review',
  'keep-review-settings',
  'back-up-now',
  'restore-backup',
  'bring-back',
  'undo-bringing-back',
]);

/**
 * A content script speaks for the site in whose tab it runs, and no other: a
 * page that took over its own renderer could otherwise ask for the notes of
 * every site.
 */
function checkPageSpeaksForItself(
  request: unknown,
  sender: RawSender,
  name: string,
): string | null {
  if (isExtensionPage(sender)) return null;
  if (sender.tab === undefined || sender.url === undefined) return 'no sender';
  if (sender.frameId !== undefined && sender.frameId !== 0) return 'not the top frame';
  if (NOT_FOR_PAGES.has(name)) return 'not for pages';
  const article = (request as { article?: { url: string } }).article;
  if (article === undefined) return null;
  return originOf(article.url) === originOf(sender.url)
    ? null
    : 'the article is of another site';
}

function checkIsExtension(_request: unknown, sender: RawSender): string | null {
  return isExtensionPage(sender) ? null : 'not from the extension';
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
