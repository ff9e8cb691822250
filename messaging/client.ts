/**
 * The sending side. A request never rejects: what goes wrong comes back as a
 * `Failure`.
 *
 * The background may die at any moment, also between doing what was asked and
 * saying so. Every request may be repeated (`protocol.ts`), so the client
 * repeats it until it is answered or the tries are used up.
 */
import { browser } from 'wxt/browser';
import { fail } from '../core/model/result';
import type {
  BackgroundMessageName,
  BackgroundMessages,
  Envelope,
  PageMessageName,
  PageMessages,
  Reply,
} from './protocol';

export interface SendOptions {
  /** How long to wait for the answer to one try, in ms. */
  timeout?: number;
  /** Waits before each further try, in ms; their number is that of further tries. */
  retryAfter?: readonly number[];
}

/** Four seconds in all: a worker starts within half a second even on a slow machine. */
const BACKGROUND_RETRIES = [50, 150, 400, 1_000, 2_500] as const;
const TIMEOUT = 10_000;
/** A text of a million characters on a cold worker of a slow machine, or a history of years. */
const SLOW_TIMEOUT = 60_000;
const SLOW: ReadonlySet<BackgroundMessageName> = new Set([
  'recognise',
  'meet-article',
  'find-read-sentences',
  'forget-history',
  'undo-forgetting',
  'back-up-now',
  'restore-backup',
  'bring-back',
  'undo-bringing-back',
]);

let isPrivate = false;

/** From here on this extension page speaks for a private window: nothing that it sends may be written to the disk. */
export function speakForPrivateWindow(): void {
  isPrivate = true;
}

export function sendToBackground<Name extends BackgroundMessageName>(
  name: Name,
  request: BackgroundMessages[Name]['request'],
  options: SendOptions = {},
): Promise<Reply<BackgroundMessages[Name]['reply']>> {
  const envelope: Envelope<Name, typeof request> = {
    ...{ hawashi: 1, name, request },
    ...(isPrivate ? { isPrivate } : {}),
  };
  return send(() => browser.runtime.sendMessage(envelope), {
    timeout: SLOW.has(name) ? SLOW_TIMEOUT : TIMEOUT,
    retryAfter: BACKGROUND_RETRIES,
    ...options,
  });
}

/** To the content script of a tab's top frame. Not repeated unless asked: most tabs have none. */
export function sendToPage<Name extends PageMessageName>(
  tabId: number,
  name: Name,
  request: PageMessages[Name]['request'],
  options: SendOptions = {},
): Promise<Reply<PageMessages[Name]['reply']>> {
  const envelope: Envelope<Name, typeof request> = { hawashi: 1, name, request };
  return send(() => browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }), {
    timeout: TIMEOUT,
    retryAfter: [],
    ...options,
  });
}

/**
 * Whether this content script was cut off by an update or removal of the
 * extension: no message will ever arrive again, only a reload of the page helps.
 */
export function isCutOff(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

async function send<T>(
  transmit: () => Promise<unknown>,
  { timeout, retryAfter }: Required<SendOptions>,
): Promise<Reply<T>> {
  let problem = '';
  for (const wait of [0, ...retryAfter]) {
    if (wait > 0) await delay(wait);
    if (isCutOff()) return unreachable('the extension was updated or removed');
    try {
      const reply = await withTimeout(transmit, timeout);
      if (isReply(reply)) return reply as Reply<T>;
      problem = 'no answer';
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      if (!mayRepeat(problem)) break;
    }
  }
  return unreachable(problem);
}

/**
 * Anything may be repeated but what will fail in the same way again. The
 * messages that mean a worker or a page going away differ between browsers and
 * versions; those that mean our own mistake are few.
 */
function mayRepeat(problem: string): boolean {
  return !/context invalidated|could not be cloned|message length exceeded|invalid tab id/i.test(
    problem,
  );
}

function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'error' in value;
}

function unreachable(message: string): Reply<never> {
  return fail({ code: 'unreachable', message });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function withTimeout<T>(start: () => Promise<T>, limit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([start(), late]);
  } finally {
    clearTimeout(timer);
  }
}
