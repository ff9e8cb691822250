import type { Recognition } from '@/core/model/mention';
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';
import { letOthersIn } from './let-others-in';
import { loadOnce } from './load-once';
import { readOwnFile } from './own-files';

type NameFinder = (text: string, title?: string) => Promise<Recognition>;

/** Finds names with a recogniser that is loaded at the first call and shared by all tabs. */
export function createNameFinder(): NameFinder {
  const load = loadOnce(loadRecogniser);
  return async (text, title) => {
    const recogniser = await load();
    return letOthersIn(
      recogniser.recogniseInSteps(text, title === undefined ? {} : { title }),
    );
  };
}

async function loadRecogniser(): Promise<Recogniser> {
  const [lexicon, tagger, arithmetic] = await Promise.all([
    readOwnFile('/lexicon.bin'),
    readOwnFile('/tagger.bin'),
    readOwnFile('/tagger.wasm'),
  ]);
  return createRecogniser(lexicon, tagger, arithmetic);
}
