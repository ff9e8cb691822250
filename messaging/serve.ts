/**
 * The receiving side: checks the sender, validates the request, calls the
 * handler, and answers with a `Reply` whatever happens.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { fail } from '../core/model/result';
import type {
  BackgroundMessageName,
  BackgroundMessages,
  Failure,
  PageMessageName,
  PageMessages,
  Reply,
} from './protocol';
import { BACKGROUND_REQUESTS, openEnvelope, PAGE_REQUESTS } from './validate';

/** Who asks. */
export interface Sender {
  /** The tab of the content script or extension page; null for a popup. */
  tabId: number | null;
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
    createListener(BACKGROUND_REQUESTS, handlers, checkPageSpeaksForItself),
  );
}

/** Answers the messages of the background and of extension pages, until `signal` aborts. */
export function servePage(handlers: PageHandlers, signal?: AbortSignal): void {
  if (signal?.aborted) return;
  const listener = createListener(PAGE_REQUESTS, handlers, checkIsExtension);
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
  tab?: { id?: number | undefined } | undefined;
}

/** Returns what is wrong with the sender, or null. */
type SenderCheck = (request: unknown, sender: RawSender) => string | null;

type AnyHandlers = Record<string, Handler<never, unknown>>;
type Schemas = Record<string, v.GenericSchema>;

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
  schemas: Schemas,
  handlers: AnyHandlers,
  check: SenderCheck,
): Listener {
  return (message, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id) return;
    const envelope = openEnvelope(message);
    if (envelope === null) return;
    answer(schemas, handlers, check, envelope, sender)
      .catch((error: unknown) => fail(unexpected(error)))
      .then(sendResponse)
      // Nobody is left to answer to: the sender repeats what it still needs.
      .catch(() => {});
    return true;
  };
}

async function answer(
  schemas: Schemas,
  handlers: AnyHandlers,
  check: SenderCheck,
  { name, request }: { name: string; request: unknown },
  sender: RawSender,
): Promise<Reply<unknown>> {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (schema === undefined || handler === undefined) {
    return fail(badMessage(`no message is called ${name.slice(0, 60)}`));
  }
  const parsed = v.safeParse(schema, request);
  if (!parsed.success) {
    return fail(badMessage(`${name}: ${describeIssues(parsed.issues)}`));
  }
  const objection = check(parsed.output, sender);
  if (objection !== null) return fail(badMessage(`${name}: ${objection}`));
  return await handler(parsed.output as never, { tabId: sender.tab?.id ?? null });
}

/** Paths only: what the reader wrote has no place in an error message. */
function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map(
      (issue) =>
        `${v.getDotPath(issue) ?? 'request'} is not ${issue.expected ?? issue.type}`,
    )
    .join('; ');
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

/**
 * A content script speaks for the site in whose tab it runs, and no other: a
 * page that took over its own renderer could otherwise ask for the notes of
 * every site.
 */
function checkPageSpeaksForItself(request: unknown, sender: RawSender): string | null {
  if (isExtensionPage(sender)) return null;
  if (sender.tab === undefined || sender.url === undefined) return 'no sender';
  if (sender.frameId !== undefined && sender.frameId !== 0) return 'not the top frame';
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
