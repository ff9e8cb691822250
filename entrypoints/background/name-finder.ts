import { browser } from 'wxt/browser';
import type { Recognition } from '@/core/model/mention';
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';

type NameFinder = (text: string, title?: string) => Promise<Recognition>;

/** Finds names with a recogniser that is loaded at the first call and shared by all tabs. */
export function createNameFinder(): NameFinder {
  let loading: Promise<Recogniser> | null = null;
  const load = (): Promise<Recogniser> => {
    loading ??= loadRecogniser().catch((error: unknown) => {
      // The next text tries again: a read that failed once need not fail for good.
      loading = null;
      throw error;
    });
    return loading;
  };
  return async (text, title) => {
    const recogniser = await load();
    return letOthersIn(
      recogniser.recogniseInSteps(text, title === undefined ? {} : { title }),
    );
  };
}

/** The thread is held so long at most before others have their turn, in ms, give or take one step. */
const HOLD = 40;

/** Runs steps to their end; what the reader saves meanwhile is not kept waiting. */
async function letOthersIn<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < HOLD) continue;
    // A timer, for the messages that wait are tasks: a promise would not let them in.
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}

async function loadRecogniser(): Promise<Recogniser> {
  const [lexicon, tagger, arithmetic] = await Promise.all([
    readOwnFile('/lexicon.bin'),
    readOwnFile('/tagger.bin'),
    readOwnFile('/tagger.wasm'),
  ]);
  return createRecogniser(lexicon, tagger, arithmetic);
}

/** From the extension's own files: this is no request over the network. */
async function readOwnFile(path: string): Promise<ArrayBuffer> {
  const file = await fetch(browser.runtime.getURL(path as '/popup.html'));
  if (!file.ok) throw new Error(`${path}: ${file.status}`);
  return file.arrayBuffer();
}
