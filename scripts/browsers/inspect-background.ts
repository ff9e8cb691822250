/** Looks into the extension's background in Chromium, by the protocol of its developer tools. */
import type { BrowserContext, CDPSession } from 'playwright-core';
import { poll } from './browser-driver';

export interface BackgroundInspector {
  /** Runs source text in the worker; a promise is waited for, the value must survive JSON. */
  evaluate(source: string): Promise<unknown>;
  /** Bytes: the heap of scripts and what buffers hold outside it, but for WebAssembly's memory. */
  memory(): Promise<number>;
  collectGarbage(): Promise<void>;
  detach(): Promise<void>;
}

/** `origin` is the extension's. The worker lives as long as it is inspected. */
export async function inspectBackground(
  context: BrowserContext,
  origin: string,
): Promise<BackgroundInspector> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const worker = await poll(
    async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
      );
    },
    { what: 'the background' },
  );
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: worker.targetId,
  });
  const send = talkTo(session, sessionId);
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as Evaluated;
      if (exceptionDetails !== undefined) {
        const { text, exception } = exceptionDetails;
        throw new Error(exception?.description ?? text);
      }
      return result.value;
    },
    async collectGarbage() {
      await send('HeapProfiler.collectGarbage', {});
    },
    async memory() {
      const usage = (await send('Runtime.getHeapUsage', {})) as Record<string, number>;
      return (usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0);
    },
    detach: () => session.detach(),
  };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

interface Answer {
  id: number;
  result?: object;
  error?: { message: string };
}

/** Commands to a target reached through another one's session. */
function talkTo(session: CDPSession, sessionId: string) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return async (method: string, params: object): Promise<object> => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
}
