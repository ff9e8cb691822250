import type { Steps } from '../text/steps';
import { readWords } from './read-words';
import { sketchWords } from './sketch';
import { writeTrace } from './text-trace';

/** The trace of a text, for the facts of its article. Pauses now and then in a long text. */
export function* traceText(text: string): Steps<string> {
  return writeTrace(sketchWords(yield* readWords(text)));
}
